package io.impsh.output;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells arrays that are better read as tables: of objects with the same properties and nothing nested. */
final class UniformRows {
    private UniformRows() {}

    /** The properties; empty when it is no such array. */
    static List<String> columns(Object tree) {
        if (!(tree instanceof List<?> list) || list.isEmpty() || !(list.get(0) instanceof Map<?, ?> first)) {
            return List.of();
        }
        boolean uniform = list.stream().allMatch(row -> isFlat(row, first.keySet()));
        return uniform ? first.keySet().stream().map(String::valueOf).toList() : List.of();
    }

    private static boolean isFlat(Object row, Set<?> names) {
        return row instanceof Map<?, ?> map
                && map.keySet().equals(names)
                && map.values().stream().noneMatch(value -> value instanceof Map || value instanceof List);
    }
}
