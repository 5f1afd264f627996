package io.impsh.output;

import io.impsh.script.Shown;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results as they come out, and rows to make them of. */
final class Printed {
    static final Screen PIPE = Screen.plain();
    static final Screen TERMINAL = new Screen(80, false, true, true);
    static final Screen ASCII = new Screen(80, false, false, true);
    static final Screen COLOURS = new Screen(80, true, true, true);
    static final Shown.Noun PRODUCT = new Shown.Noun("product", "products");

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T03:24:00Z"), ZoneId.of("Europe/Berlin"));

    private Printed() {}

    static String table(Shown shown, Screen screen) {
        return as(OutputFormat.TABLE, shown, screen);
    }

    static String as(OutputFormat format, Shown shown, Screen screen) {
        StringBuilder out = new StringBuilder();
        new Printer(out, format, () -> screen, NOW).print(shown);
        return out.toString();
    }

    static Screen wide(int width) {
        return new Screen(width, false, true, true);
    }

    /** A listing of products: each row has a value for each column. */
    static Shown.Listing products(List<String> columns, List<?>... rows) {
        List<Shown.Item> items = new ArrayList<>();
        for (List<?> row : rows) {
            items.add(item(columns, row));
        }
        return new Shown.Listing(PRODUCT, columns, columns, items);
    }

    static Shown.Item item(List<String> columns, List<?> values) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int at = 0; at < columns.size(); at++) {
            cells.put(columns.get(at), values.get(at));
        }
        return new Shown.Item() {
            @Override
            public Object cell(String column) {
                return cells.get(column);
            }

            @Override
            public Map<String, Object> json() {
                return cells;
            }
        };
    }

    static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
