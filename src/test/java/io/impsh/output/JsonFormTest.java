package io.impsh.output;

import static io.impsh.output.Printed.PIPE;
import static io.impsh.output.Printed.products;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.HelpPage;
import io.impsh.script.Shown;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonFormTest {
    private static final JsonMapper JACKSON = JsonMapper.builder().build();

    @Test
    void aListingIsAnArray() {
        Shown listing =
                products(List.of("name", "tags"), List.of("Pump", List.of("a")), Arrays.asList("Tracker", null));
        assertThat(json(listing)).isEqualTo("""
                        [
                          {
                            "name": "Pump",
                            "tags": [
                              "a"
                            ]
                          },
                          {
                            "name": "Tracker",
                            "tags": null
                          }
                        ]
                        """);
        assertThat(json(products(List.of("name")))).isEqualTo("[]\n");
    }

    @Test
    void scalarsOfEveryKind() {
        List<Object> values = Arrays.asList(
                null,
                true,
                3L,
                3.0,
                -0.0,
                1.5e300,
                1e-7,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                new BigInteger("123456789012345678901234567890"),
                Instant.parse("2024-03-05T10:20:00Z"),
                Map.of(),
                List.of());
        assertThat(Printed.as(OutputFormat.JSON, new Shown.Tree(values), PIPE).replaceAll("\\s+", " "))
                .isEqualTo("[ null, true, 3, 3, 0, 1.5e+300, 1e-7, null, null, 123456789012345678901234567890,"
                        + " \"2024-03-05T10:20:00.000Z\", {}, [] ] ");
        assertThat(json(new Shown.Scalar(null))).isEqualTo("null\n");
        assertThat(json(new Shown.Text("a\"b\\"))).isEqualTo("\"a\\\"b\\\\\"\n");
        assertThat(json(new Shown.Callable("exit(code)"))).isEqualTo("\"exit(code)\"\n");
        assertThat(json(new Shown.Nothing())).isEmpty();
    }

    @Test
    void everyTextComesBackAsItWas() {
        StringBuilder all = new StringBuilder();
        for (int unit = 0; unit < 0x3000; unit++) {
            all.append((char) unit);
        }
        all.append("\ud83d\ude80\udb40\udc41\ufeff");
        String json = json(new Shown.Text(all.toString()));
        assertThat(JACKSON.readValue(json, String.class)).isEqualTo(all.toString());
        assertThat(json.strip().chars().noneMatch(Character::isISOControl)).isTrue();
        assertThat(json(new Shown.Text("a\ud800b"))).isEqualTo("\"a\ufffdb\"\n");
    }

    @Test
    void treesComeBackAsTheyWere() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("a \u001b", List.of(1, List.of(2, Map.of("b", "c"))));
        tree.put("", Map.of());
        String json = json(new Shown.Tree(tree));
        assertThat(JACKSON.readValue(json, Map.class)).isEqualTo(tree);
        assertThat(JACKSON.readValue(Printed.as(OutputFormat.NDJSON, new Shown.Tree(tree), PIPE), Map.class))
                .isEqualTo(tree);
    }

    @Test
    void ndjsonHasALineForEachRow() {
        assertThat(ndjson(products(List.of("name", "devices"), List.of("Pump", 3L), List.of("a\nb", 4.0))))
                .isEqualTo("{\"name\":\"Pump\",\"devices\":3}\n{\"name\":\"a\\nb\",\"devices\":4}\n");
        assertThat(ndjson(products(List.of("name")))).isEmpty();
        assertThat(ndjson(new Shown.Tree(List.of(1L, List.of(2L))))).isEqualTo("1\n[2]\n");
        assertThat(ndjson(new Shown.Counts("impType", Map.of("imp003", 7L)))).isEqualTo("{\"imp003\":7}\n");
        assertThat(ndjson(new Shown.Text("x"))).isEqualTo("\"x\"\n");
    }

    @Test
    void rowsAreWrittenWhileTheyAreRead() {
        StringBuilder out = new StringBuilder();
        List<String> seen = new ArrayList<>();
        Iterable<Shown.Item> items = () -> new Iterator<>() {
            private int read;

            @Override
            public boolean hasNext() {
                return read < 3;
            }

            @Override
            public Shown.Item next() {
                seen.add(out.toString());
                return Printed.item(List.of("n"), List.of(++read));
            }
        };
        Shown listing = new Shown.Listing(null, List.of("n"), List.of("n"), items);
        new Printer(out, OutputFormat.NDJSON, Screen::plain).print(listing);
        assertThat(seen).containsExactly("", "{\"n\":1}\n", "{\"n\":1}\n{\"n\":2}\n");
    }

    @Test
    void helpIsAnObject() {
        HelpPage page = new HelpPage(
                "exit",
                null,
                "Leaves.",
                List.of(new HelpPage.Section("Arguments", List.of(new HelpPage.Entry("code", "a number")))),
                null);
        assertThat(ndjson(new Shown.Help(page)))
                .isEqualTo("{\"title\":\"exit\",\"synopsis\":null,\"text\":\"Leaves.\",\"sections\":"
                        + "[{\"title\":\"Arguments\",\"entries\":{\"code\":\"a number\"}}],\"example\":null}\n");
    }

    private static String json(Shown shown) {
        String json = Printed.as(OutputFormat.JSON, shown, PIPE);
        if (!json.isEmpty()) {
            JACKSON.readTree(json);
        }
        return json;
    }

    private static String ndjson(Shown shown) {
        String lines = Printed.as(OutputFormat.NDJSON, shown, PIPE);
        lines.lines().forEach(JACKSON::readTree);
        return lines;
    }
}
