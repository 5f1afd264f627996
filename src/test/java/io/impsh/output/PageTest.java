package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.Shown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Shown.Listing TWO =
            Printed.products(List.of("name"), List.of("Thermostat"), List.of("Tracker"));

    @Test
    void saysHowFarItGoes() {
        assertThat(shown(new Shown.Page(TWO, 20, 1250, 0, true, false))).isEqualTo("""
                 name
                 Thermostat
                 Tracker
                20 of 1,250 products  ·  it shows more
                """);
        assertThat(end(new Shown.Page(TWO, 20, -1, 200, true, false)))
                .isEqualTo("20 of more than 200 products  ·  it shows more");
        assertThat(end(new Shown.Page(TWO, 220, -1, 200, true, false)))
                .isEqualTo("220 products and more  ·  it shows more");
        assertThat(end(new Shown.Page(TWO, 20, -1, 0, true, false)))
                .isEqualTo("20 products and more  ·  it shows more");
        assertThat(end(new Shown.Page(TWO, 250, 250, 0, false, false))).isEqualTo("250 products");
    }

    @Test
    void nothingAtAllIsSaidAsEver() {
        Shown.Listing none = Printed.products(List.of("name"));
        assertThat(shown(new Shown.Page(none, 0, 0, 0, false, false))).isEqualTo("no products\n");
    }

    @Test
    void aChangeBetweenTwoPagesIsSaid() {
        assertThat(shown(new Shown.Page(TWO, 22, -1, 0, false, true))).isEqualTo("""
                 name
                 Thermostat
                 Tracker
                something was changed since the page before: rows may be missing here
                22 products
                """);
    }

    @Test
    void rowsElementsAndCounts() {
        Shown rows = new Shown.Tree(List.of(Map.of("n", 1L)));
        Shown elements = new Shown.Tree(List.of(1L, "a"));
        Shown counts = new Shown.Counts("impType", Map.of("imp003", 2L), 4);
        assertThat(shown(new Shown.Page(rows, 1, 50, 0, true, false)))
                .isEqualTo(" n\n 1\n1 of 50 rows  ·  it shows more\n");
        assertThat(shown(new Shown.Page(elements, 100, 500, 0, true, false)))
                .isEqualTo("[1, 'a']\n100 of 500 elements  ·  it shows more\n");
        assertThat(shown(new Shown.Page(counts, 1, 30, 0, true, false)))
                .isEqualTo(" imp003  2  ██\n1 of 30 values  ·  it shows more\n");
    }

    @Test
    void withoutUnicode() {
        String shown = Printed.table(new Shown.Page(TWO, 20, 250, 0, true, false), Printed.ASCII);
        assertThat(shown).endsWith("20 of 250 products  |  it shows more\n");
    }

    private static String shown(Shown shown) {
        return Printed.table(shown, Printed.TERMINAL);
    }

    private static String end(Shown shown) {
        return shown(shown).lines().toList().get(3);
    }
}
