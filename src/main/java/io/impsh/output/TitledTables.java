package io.impsh.output;

import io.impsh.script.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells objects that are better read as several tables, each below its name: of arrays that are tables, and of objects
 * with nothing but whole numbers, which have bars. At least one is a table; the others may be empty.
 */
final class TitledTables {
    private TitledTables() {}

    static boolean areIn(Object tree) {
        return tree instanceof Map<?, ?> map
                && map.values().stream().anyMatch(TitledTables::isTable)
                && map.values().stream().allMatch(value -> isTable(value) || isEmpty(value) || isCounts(value));
    }

    /** @param writeTable how an array of rows is written */
    static void write(Object tree, Lines lines, Screen screen, Consumer<Object> writeTable) {
        boolean first = true;
        for (Map.Entry<?, ?> titled : ((Map<?, ?>) tree).entrySet()) {
            if (!first) {
                lines.add("");
            }
            first = false;
            lines.add(new StyledLine(screen).foreign(screen.theme().heading(), String.valueOf(titled.getKey())));
            if (isTable(titled.getValue())) {
                writeTable.accept(titled.getValue());
            } else if (isEmpty(titled.getValue())) {
                lines.add(" none");
            } else {
                new CountBars(counts((Map<?, ?>) titled.getValue())).write(lines, screen);
            }
        }
    }

    private static boolean isTable(Object value) {
        return !UniformRows.columns(value).isEmpty();
    }

    private static boolean isEmpty(Object value) {
        return value instanceof List<?> list && list.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
    }

    private static boolean isCounts(Object value) {
        return value instanceof Map<?, ?> map
                && map.values().stream()
                        .allMatch(count -> count instanceof Number number
                                && number.doubleValue() == number.longValue()
                                && number.longValue() >= 0);
    }

    private static Shown.Counts counts(Map<?, ?> numbers) {
        Map<String, Long> counts = new LinkedHashMap<>();
        numbers.forEach((name, count) -> counts.put(String.valueOf(name), ((Number) count).longValue()));
        return new Shown.Counts(null, counts);
    }
}
