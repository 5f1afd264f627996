package io.impsh.output;

import static io.impsh.output.Printed.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.Shown;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InspectTextTest {
    @Test
    void smallObjectsAreOneLine() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", "it's");
        tree.put("two words", "a \"quote\" and 'this'\\");
        tree.put("ok", true);
        tree.put("none", null);
        tree.put("list", List.of(1L, 2.5, List.of(), Map.of()));
        assertThat(shown(tree, 200))
                .isEqualTo("{ name: \"it's\", 'two words': 'a \"quote\" and \\'this\\'\\\\', ok: true, none: null,"
                        + " list: [1, 2.5, [], {}] }\n");
    }

    @Test
    void largeObjectsHaveALineForEachProperty() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "product");
        tree.put("attributes", Map.of("name", "Thermostat"));
        tree.put("names", List.of("thermo-0001", "thermo-0002", "thermo-0003"));
        tree.put("at", Instant.parse("2024-03-05T10:20:00Z"));
        assertThat(shown(tree, 40)).isEqualTo("""
                        {
                          type: 'product',
                          attributes: { name: 'Thermostat' },
                          names: [
                            'thermo-0001',
                            'thermo-0002',
                            'thermo-0003'
                          ],
                          at: 2024-03-05T10:20:00.000Z
                        }
                        """);
    }

    @Test
    void aLineIsFilledToTheLastColumn() {
        List<Object> list = List.of("0123456789", "0123456789");
        assertThat(shown(list, 28)).isEqualTo("['0123456789', '0123456789']\n");
        assertThat(shown(list, 27)).isEqualTo("""
                        [
                          '0123456789',
                          '0123456789'
                        ]
                        """);
    }

    @Test
    void controlCharactersInKeysAndTextsAreEscaped() {
        assertThat(shown(Map.of("a\u001b", "b\nc\u202e"), 80)).isEqualTo("{ 'a\\x1b': 'b\\nc\\u202e' }\n");
    }

    @Test
    void coloursTellTypesApart() {
        Screen colours = new Screen(80, true, true, true);
        assertThat(table(new Shown.Tree(Map.of("a", Arrays.asList(1L, "x", true, null))), colours)
                        .replace("\u001b[0m", "]")
                        .replace("\u001b[", "["))
                .isEqualTo("{ [36ma]: [[33m1], [32m'x'], [35mtrue], [90mnull]] }\n");
    }

    @Test
    void rowsOfOneShapeAreATable() {
        List<Object> rows = List.of(row("Line 1", 3L), row("Line 2", 12L));
        assertThat(shown(rows, 80)).isEqualTo("""
                         name    devices
                         Line 1        3
                         Line 2       12
                        2 rows
                        """);
        assertThat(shown(List.of(row("Line 1", 3L), Map.of("name", "x")), 80))
                .isEqualTo("[{ name: 'Line 1', devices: 3 }, { name: 'x' }]\n");
        assertThat(shown(List.of(Map.of("a", List.of(1L))), 80)).isEqualTo("[{ a: [1] }]\n");
    }

    private static Map<String, Object> row(String name, Object devices) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("devices", devices);
        return row;
    }

    private static String shown(Object tree, int width) {
        return table(new Shown.Tree(tree), Printed.wide(width));
    }
}
