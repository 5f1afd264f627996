package io.impsh.output;

import static io.impsh.output.Printed.PIPE;
import static io.impsh.output.Printed.TERMINAL;
import static io.impsh.output.Printed.products;
import static io.impsh.output.Printed.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.Shown;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableFormTest {
    private static final Instant CREATED = Instant.parse("2024-03-05T09:20:33.120Z");

    @Test
    void alignsColumnsAndCountsRows() {
        Shown listing = products(
                List.of("name", "groups", "devices", "shared", "description", "created"),
                Arrays.asList("Thermostat", 6L, 188L, false, "Second generation", CREATED),
                Arrays.asList("Tracker", 4L, 37.0, false, "", CREATED),
                Arrays.asList("Pump", 1L, null, true, "shared by partner", null));
        assertThat(table(listing, TERMINAL)).isEqualTo("""
                         name        groups  devices  shared  description        created
                         Thermostat       6      188  no      Second generation  2024-03-05 10:20
                         Tracker          4       37  no                         2024-03-05 10:20
                         Pump             1        -  yes     shared by partner  -
                        3 products
                        """);
    }

    @Test
    void columnsThatNobodyHasChosenAreLeftOutFromTheLast() {
        Shown.Listing all = (Shown.Listing) products(
                List.of("name", "online", "impType", "macAddress", "stateChangedAt", "id"),
                Arrays.asList("thermo-0001", true, "imp003", "0c:2a:69:94:8a:e8", CREATED, "23d6824e2ef3fc17"));
        Shown usual = new Shown.Listing(all.noun(), all.columns(), List.of("id", "name", "more"), all.items());

        assertThat(table(usual, TERMINAL)).isEqualTo("""
                         name         online  impType  macAddress         stateChangedAt    …
                         thermo-0001  yes     imp003   0c:2a:69:94:8a:e8  2024-03-05 10:20
                        1 product
                        """);
        assertThat(table(all, TERMINAL)).startsWith(" name             thermo-0001\n online ");
    }

    @Test
    void saysWhenThereIsNothingOrOne() {
        assertThat(table(products(List.of("name")), TERMINAL)).isEqualTo("no products\n");
        assertThat(table(products(List.of("name"), List.of("Pump")), PIPE)).isEqualTo(" name\n Pump\n1 product\n");
        assertThat(table(new Shown.Listing(null, List.of(), List.of(), List.of()), PIPE))
                .isEqualTo("no rows\n");
    }

    @Test
    void wideCharactersTakeTwoColumnsAndAccentsNone() {
        Shown listing = products(
                List.of("name", "devices"),
                List.of("温度計", 3L),
                List.of("Ku\u0308che", 12L),
                List.of("\ud83d\ude80 Pump", 4L));
        assertThat(table(listing, TERMINAL)).isEqualTo("""
                         name     devices
                         温度計         3
                         Ku\u0308che         12
                         \ud83d\ude80 Pump        4
                        3 products
                        """);
    }

    @Test
    void controlCharactersBecomeVisibleWhereverTheyGo() {
        Shown listing = products(List.of("name", "note"), List.of("a\u001b[2Jb", "one\ntwo\u202e"));
        String expected = """
                 name       note
                 a\\x1b[2Jb  one\\ntwo\\u202e
                1 product
                """;
        assertThat(table(listing, TERMINAL)).isEqualTo(expected);
        assertThat(table(listing, PIPE)).isEqualTo(expected);
    }

    @Test
    void whatIsNotTheTextItselfIsMuted() {
        Shown listing = products(List.of("name"), Arrays.asList("a\nb"), Arrays.asList((Object) null));
        assertThat(table(listing, Printed.COLOURS))
                .isEqualTo(" \u001b[90mname\u001b[0m\n a\u001b[90m\\n\u001b[0mb\n \u001b[90m-\u001b[0m\n2 products\n");
    }

    @Test
    void longTextsAreCutToFit() {
        Shown listing = products(
                List.of("name", "id", "description"),
                List.of("Thermostat", "11111111-2222", "A thermostat of the second generation"),
                List.of("Pump", "33333333-4444", "温度計温度計温度計温度計"));
        assertThat(table(listing, Printed.wide(46))).isEqualTo("""
                         name        id             description
                         Thermostat  11111111-2222  A thermostat of t…
                         Pump        33333333-4444  温度計温度計温度…
                        2 products
                        """);
        assertThat(table(listing, PIPE)).contains("A thermostat of the second generation\n");
    }

    @Test
    void anEscapedCharacterIsNeverCutInHalf() {
        Shown listing = products(List.of("a", "text"), List.of("x", "0123456789\u001b\u001b\u001b"));
        assertThat(table(listing, Printed.wide(17))).isEqualTo("""
                         a  text
                         x  0123456789…
                        1 product
                        """);
    }

    @Test
    void withoutUnicodeItIsCutInAscii() {
        Screen narrow = new Screen(20, false, false, true);
        Shown listing = products(List.of("a", "description"), List.of("x", "Second generation"));
        assertThat(table(listing, narrow)).isEqualTo(" a  description\n x  Second genera...\n1 product\n");
    }

    @Test
    void rowsBecomeRecordsWhereNothingFits() {
        Shown listing = products(
                List.of("name", "id", "created", "description"),
                List.of("Thermostat", "11111111-2222", CREATED, "A thermostat of the second generation"),
                Arrays.asList("Pump", "33333333-4444", CREATED, null));
        assertThat(table(listing, Printed.wide(40))).isEqualTo("""
                         name          Thermostat
                         id            11111111-2222
                         created       2024-03-05 10:20
                         description   A thermostat of the secon
                                       d generation
                        ────────────────────────────────────────
                         name          Pump
                         id            33333333-4444
                         created       2024-03-05 10:20
                         description   -
                        2 products
                        """);
    }

    @Test
    void oneEntityIsARecord() {
        List<String> columns = List.of("name", "devices", "online", "group");
        Shown one = new Shown.One("product", columns, Printed.item(columns, List.of("Pump\u0007", 3L, true, "Line 1")));
        assertThat(table(one, TERMINAL)).isEqualTo("""
                         name      Pump\\x07
                         devices   3
                         online    yes
                         group     Line 1
                        """);
    }

    @Test
    void aRecordShowsTheBeginningOfWhatIsVeryLong() {
        Shown one = new Shown.One(
                "build", List.of("code"), Printed.item(List.of("code"), List.of("0123456789".repeat(20))));
        assertThat(table(one, Printed.wide(28))).isEqualTo("""
                         code   01234567890123456789
                                01234567890123456789
                                01234567890123456789
                                0123456789012345678…
                        """);
    }

    @Test
    void countsHaveBars() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("imp003", 7L);
        counts.put("imp005", 2L);
        assertThat(table(new Shown.Counts("impType", counts), TERMINAL)).isEqualTo("""
                         imp003  7  ███████
                         imp005  2  ██
                        """);
    }

    @Test
    void anObjectOfTablesHasEachBelowItsName() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("lines", List.of(Map.of("line", 1L), Map.of("line", 2L)));
        tree.put("modules\u001b", Map.of("imp003", 7.0));
        tree.put("late", List.of());
        assertThat(table(new Shown.Tree(tree), TERMINAL)).isEqualTo("""
                        lines
                         line
                            1
                            2

                        modules\\x1b
                         imp003  7  ███████

                        late
                         none
                        """);
        tree.put("share", Map.of("imp003", 0.5));
        assertThat(table(new Shown.Tree(tree), TERMINAL)).startsWith("{\n  lines: [{ line: 1 }, { line: 2 }],\n");
    }

    @Test
    void longBarsAreScaled() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("imp003", 1000L);
        counts.put("温度", 500L);
        counts.put("x", 1L);
        counts.put("none", 0L);
        assertThat(table(new Shown.Counts("impType", counts), Printed.ASCII)).isEqualTo("""
                         imp003  1000  ########################################
                         温度     500  ####################
                         x          1  #
                         none       0
                        """);
    }

    @Test
    void textGoesRawIntoAPipeAndCleanToATerminal() {
        Shown text = new Shown.Text("one\n\u001b[31mtwo");
        assertThat(table(text, PIPE)).isEqualTo("one\n\u001b[31mtwo\n");
        assertThat(table(text, TERMINAL)).isEqualTo("one\n\\x1b[31mtwo\n");
    }

    @Test
    void scalarsArePlain() {
        assertThat(table(new Shown.Scalar(250L), TERMINAL)).isEqualTo("250\n");
        assertThat(table(new Shown.Scalar(2.0), TERMINAL)).isEqualTo("2\n");
        assertThat(table(new Shown.Scalar(0.1), TERMINAL)).isEqualTo("0.1\n");
        assertThat(table(new Shown.Scalar(1e21), TERMINAL)).isEqualTo("1e+21\n");
        assertThat(table(new Shown.Scalar(-2.5e-7), TERMINAL)).isEqualTo("-2.5e-7\n");
        assertThat(table(new Shown.Scalar(Double.NaN), TERMINAL)).isEqualTo("NaN\n");
        assertThat(table(new Shown.Scalar(true), TERMINAL)).isEqualTo("true\n");
        assertThat(table(new Shown.Scalar(null), TERMINAL)).isEqualTo("null\n");
        assertThat(table(new Shown.Scalar(CREATED), TERMINAL)).isEqualTo("2024-03-05T09:20:33.120Z\n");
        assertThat(table(new Shown.Callable("devices.where(filter)"), TERMINAL)).isEqualTo("devices.where(filter)\n");
        assertThat(table(new Shown.Nothing(), TERMINAL)).isEmpty();
    }
}
