package io.impsh.output;

import static io.impsh.output.Printed.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.BuildDiff;
import io.impsh.script.BuildDiff.FileDiff;
import io.impsh.script.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffTextTest {
    private static final List<String> LINES = List.of(
            "--- device.nut\t5f0e12ab v1",
            "+++ device.nut\t77aa00bb v2",
            "@@ -1,3 +1,3 @@",
            " same",
            "--- gone \u001b",
            "+++ come",
            " \tend");
    private static final Shown SHOWN = new Shown.DiffShown(
            new BuildDiff(List.of(new FileDiff("device.nut", LINES), new FileDiff("agent.nut", List.of()))));

    @Test
    void inAFileItIsForPatch() {
        assertThat(table(SHOWN, Printed.PIPE)).isEqualTo(String.join("\n", LINES) + "\nagent.nut: no difference\n");
    }

    @Test
    void onATerminalItIsCleanAndColoured() {
        assertThat(table(SHOWN, Printed.COLOURS)).isEqualTo("""
                \u001b[1m--- device.nut 5f0e12ab v1\u001b[0m
                \u001b[1m+++ device.nut 77aa00bb v2\u001b[0m
                \u001b[36m@@ -1,3 +1,3 @@\u001b[0m
                 same
                \u001b[31m--- gone \u001b[0m\u001b[90m\\x1b\u001b[0m
                \u001b[32m+++ come\u001b[0m
                  end
                \u001b[90magent.nut: no difference\u001b[0m
                """);
    }

    @Test
    void noDifferenceIsSaid() {
        Shown same = new Shown.DiffShown(
                new BuildDiff(List.of(new FileDiff("device.nut", List.of()), new FileDiff("agent.nut", List.of()))));

        assertThat(table(same, Printed.COLOURS)).isEqualTo("no difference\n");
        assertThat(Printed.as(OutputFormat.JSON, same, Printed.PIPE).replaceAll("\\s", ""))
                .isEqualTo("{\"same\":true,\"device\":\"\",\"agent\":\"\"}");
    }
}
