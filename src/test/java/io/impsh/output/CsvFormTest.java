package io.impsh.output;

import static io.impsh.output.Printed.PIPE;
import static io.impsh.output.Printed.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.Shown;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvFormTest {
    @Test
    void aListingHasItsOwnColumns() {
        List<String> columns = List.of("name", "devices", "online", "at", "note");
        Shown listing = new Shown.Listing(
                Printed.PRODUCT,
                List.of("name"),
                columns,
                List.of(
                        item(columns, List.of("Pump", 3.0, true, Instant.parse("2024-03-05T10:20:00Z"), "")),
                        item(columns, Arrays.asList("a,b", null, false, null, "say \"hi\"\r\nagain"))));
        assertThat(csv(listing))
                .isEqualTo("name,devices,online,at,note\n"
                        + "Pump,3,true,2024-03-05T10:20:00.000Z,\"\"\n"
                        + "\"a,b\",,false,,\"say \"\"hi\"\"\r\nagain\"\n");
    }

    @Test
    void anEmptyListingIsAHeader() {
        assertThat(csv(Printed.products(List.of("name", "id")))).isEqualTo("name,id\n");
    }

    @Test
    void nothingAloneInALineIsQuotedAsEmptyLinesAreSkipped() {
        assertThat(csv(Printed.products(List.of("name"), Arrays.asList((Object) null))))
                .isEqualTo("name\n\"\"\n");
    }

    @Test
    void controlCharactersStayInFilesAndAreVisibleOnTerminals() {
        Shown listing = Printed.products(List.of("name"), List.of("a\u001b[2J\nb"));
        assertThat(csv(listing)).isEqualTo("name\n\"a\u001b[2J\nb\"\n");
        assertThat(Printed.as(OutputFormat.CSV, listing, Printed.TERMINAL)).isEqualTo("name\na\\x1b[2J\\nb\n");
    }

    @Test
    void oneEntityAndCounts() {
        List<String> columns = List.of("name", "id");
        assertThat(csv(new Shown.One("product", columns, item(columns, List.of("Pump", "x")))))
                .isEqualTo("name,id\nPump,x\n");
        assertThat(csv(new Shown.Counts("impType", Map.of("imp003", 7L)))).isEqualTo("impType,count\nimp003,7\n");
    }

    @Test
    void arraysOfObjectsHaveAllTheirNames() {
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("a", 1L);
        first.put("b", List.of(1L, "x"));
        assertThat(csv(new Shown.Tree(List.of(first, Map.of("c", "z")))))
                .isEqualTo("a,b,c\n1,\"[1,\"\"x\"\"]\",\n,,z\n");
        assertThat(csv(new Shown.Tree(first))).isEqualTo("a,b\n1,\"[1,\"\"x\"\"]\"\n");
    }

    @Test
    void otherArraysAreRecords() {
        assertThat(csv(new Shown.Tree(List.of("x", "y,z", List.of(1L, 2L))))).isEqualTo("x\n\"y,z\"\n1,2\n");
        assertThat(csv(new Shown.Tree(List.of()))).isEmpty();
    }

    @Test
    void whatStandsAloneIsOneField() {
        assertThat(csv(new Shown.Text("a,b"))).isEqualTo("\"a,b\"\n");
        assertThat(csv(new Shown.Scalar(3L))).isEqualTo("3\n");
        assertThat(csv(new Shown.Scalar(null))).isEqualTo("\"\"\n");
    }

    private static String csv(Shown shown) {
        return Printed.as(OutputFormat.CSV, shown, PIPE);
    }
}
