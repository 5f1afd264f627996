package io.impsh.output;

import static io.impsh.output.Printed.table;
import static io.impsh.output.Printed.wide;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.HelpPage;
import io.impsh.script.HelpPage.Entry;
import io.impsh.script.HelpPage.Section;
import io.impsh.script.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTextTest {
    private static final HelpPage PAGE = new HelpPage(
            "where: only what matches",
            "devices.where(filter)",
            "Narrows a query. What the service can filter is filtered there, the rest here.",
            List.of(
                    new Section(
                            "Arguments",
                            List.of(
                                    new Entry("filter", "an object of plain values, arrays, patterns or functions"),
                                    new Entry("limit", "a number"))),
                    new Section(
                            "See also", List.of(new Entry("devices.filter(a function of a device)", "by function")))),
            "devices.where({online: false})\n  .count()\n");

    @Test
    void wrapsToTheScreen() {
        assertThat(table(new Shown.Help(PAGE), wide(44))).isEqualTo("""
                        where: only what matches
                          devices.where(filter)

                        Narrows a query. What the service can filter
                        is filtered there, the rest here.

                        Arguments:
                          filter  an object of plain values, arrays,
                                  patterns or functions
                          limit   a number

                        See also:
                          devices.filter(a function of a device)
                                                          by function

                        Example:
                          devices.where({online: false})
                            .count()
                        """);
    }

    @Test
    void anOverviewHasNoSynopsis() {
        HelpPage overview = new HelpPage("impsh", null, "A shell.\nType away.", List.of(), null);
        assertThat(table(new Shown.Help(overview), Printed.PIPE)).isEqualTo("impsh\n\nA shell.\nType away.\n");
    }
}
