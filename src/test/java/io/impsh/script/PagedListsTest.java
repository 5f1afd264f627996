package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.UserException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of long lists at the prompt, twenty rows at a time. */
class PagedListsTest {
    private static SandboxSession cloud;

    /** Two hundred and fifty devices are three pages of the service. */
    @BeforeAll
    static void start() {
        cloud = SandboxSession.with().devices(250).start();
        cloud.run("groups.get('Line 1'), products.Thermostat, accounts.demo, groups.table()");
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    @BeforeEach
    void page() {
        cloud.io.pageRows(20);
    }

    private static String extent(String input) {
        Shown shown = cloud.shown(input);
        if (!(shown instanceof Shown.Page page)) {
            return shown.getClass().getSimpleName();
        }
        int rows = page.part() instanceof Shown.Listing listing ? ((List<?>) listing.items()).size() : -1;
        return (rows < 0 ? page.part().getClass().getSimpleName() : rows) + " rows: " + page.shown() + " of "
                + page.total() + ", at least " + page.atLeast() + (page.more() ? ", more" : "")
                + (page.changed() ? ", changed" : "");
    }

    @Test
    void aPageIsShownAndThenTheNext() {
        assertThat(extent("devices.where({group: 'Line 1'})")).isEqualTo("20 rows: 20 of 75, at least 0, more");
        assertThat(extent("it")).isEqualTo("20 rows: 40 of 75, at least 0, more");
        assertThat(extent("it")).isEqualTo("20 rows: 60 of 75, at least 0, more");
        assertThat(extent("it")).isEqualTo("15 rows: 75 of 75, at least 0");
        assertThat(extent("it")).isEqualTo("Nothing");
        assertThat(cloud.io.lines).endsWith("! nothing is left to show");
    }

    @Test
    void aPageOfTheServiceIsAskedForWhenItsRowsAreWanted() {
        cloud.io.pageRows(40);
        assertThat(cloud.requests("devices")).isEqualTo(1);
        assertThat(cloud.requests("it")).isZero();
        assertThat(cloud.requests("it")).isEqualTo(1);
        assertThat(cloud.requests("it")).isZero();
        // the last row of the second page is shown, and whether there is a third has to be asked
        assertThat(cloud.requests("it")).isEqualTo(1);
        assertThat(extent("it")).isEqualTo("40 rows: 240 of 250, at least 0, more");
        assertThat(extent("it")).isEqualTo("10 rows: 250 of 250, at least 0");
    }

    @Test
    void howManyThereAreAtLeastIsToldWhereTheServiceSaysIt() {
        assertThat(extent("devices")).isEqualTo("20 rows: 20 of -1, at least 200, more");
        assertThat(extent("devices.filter(d => true)")).isEqualTo("20 rows: 20 of -1, at least 0, more");
        assertThat(extent("devices.sortBy('name')")).isEqualTo("20 rows: 20 of 250, at least 0, more");
        assertThat(extent("devices.limit(30)")).isEqualTo("20 rows: 20 of -1, at least 0, more");
        assertThat(extent("it")).isEqualTo("10 rows: 30 of -1, at least 0");
    }

    @Test
    void arraysAndRowsArePagedToo() {
        assertThat(extent("devices.toArray()")).isEqualTo("20 rows: 20 of 250, at least 0, more");
        assertThat(extent("it")).isEqualTo("20 rows: 40 of 250, at least 0, more");
        assertThat(extent("Array.from({length: 50}, (_, n) => ({n}))"))
                .isEqualTo("Tree rows: 20 of 50, at least 0, more");
        assertThat(extent("Array.from({length: 50}, (_, n) => n)")).isEqualTo("Tree");
        assertThat(extent("Array.from({length: 1e6}, (_, n) => n)"))
                .isEqualTo("Tree rows: 100 of 1000000, at least 0, more");
        assertThat(extent("new Float64Array(500)")).isEqualTo("Tree rows: 100 of 500, at least 0, more");
    }

    @Test
    void theLastValueStaysTheQuery() {
        extent("devices.where({group: 'Line 1'})");
        extent("it");
        assertThat(cloud.show("_.count()")).isEqualTo("75");
    }

    @Test
    void anotherListTakesItsPlace() {
        extent("devices");
        assertThat(extent("products")).startsWith("3 rows");
        assertThat(extent("it")).isEqualTo("Nothing");
    }

    @Test
    void otherValuesLeaveItAlone() {
        extent("devices.where({group: 'Line 1'})");
        extent("1 + 1");
        assertThat(extent("it")).isEqualTo("20 rows: 40 of 75, at least 0, more");
    }

    @Test
    void afterAChangeItSaysThatRowsMayBeMissing() {
        extent("devices");
        cloud.run("products.create({name: 'Between two pages'}).remove()");
        assertThat(extent("it")).isEqualTo("20 rows: 40 of -1, at least 200, more, changed");
        assertThat(extent("it")).isEqualTo("20 rows: 60 of -1, at least 200, more");
    }

    @Test
    void whatIsPrintedIsPrintedWhole() {
        cloud.run("devices.table()");
        assertThat(cloud.io.lines.get(cloud.io.lines.size() - 1).lines()).hasSize(251);
    }

    @Test
    void programsHaveNoPages() {
        cloud.io.pageRows(0);
        assertThat(extent("devices")).isEqualTo("Listing");
        assertThatThrownBy(() -> cloud.shown("it"))
                .isInstanceOf(UserException.class)
                .hasMessage("'it' shows the next page of a list at the prompt; here lists are printed whole");
    }
}
