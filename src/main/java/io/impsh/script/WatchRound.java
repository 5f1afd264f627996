package io.impsh.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one round of a {@code watch} came to, with all rows read.
 *
 * @param at when it was asked
 * @param seconds the time between two rounds
 * @param shown the result; of a table, {@link #columns} and {@link #rows} say the same
 * @param columns of a table, else empty
 * @param noun what the rows of a table are called, or {@code null}
 * @param rows of a table, by what identifies each: its id, else its first column, else its number
 * @param failure why this round has no result of its own and shows that of the round before, or {@code null}
 */
public record WatchRound(
        Instant at,
        double seconds,
        Shown shown,
        List<String> columns,
        Shown.Noun noun,
        List<Row> rows,
        String failure) {

    /** @param identity the same in each round */
    public record Row(String identity, List<Object> cells) {}

    static WatchRound of(Instant at, double seconds, Shown shown) {
        if (shown instanceof Shown.Listing listing) {
            List<Shown.Item> items = new ArrayList<>();
            listing.items().forEach(items::add);
            // Read once: what is shown, and maybe drawn again, asks nothing any more.
            Shown read = new Shown.Listing(listing.noun(), listing.columns(), listing.csvColumns(), items);
            List<Row> rows = rows(listing.columns(), items);
            return new WatchRound(at, seconds, read, listing.columns(), listing.noun(), rows, null);
        }
        if (shown instanceof Shown.Tree tree && tree.value() instanceof List<?> list) {
            List<String> columns = columns(list);
            if (!columns.isEmpty()) {
                List<Shown.Item> items = new ArrayList<>();
                list.forEach(row -> items.add(new MapItem(asMap(row))));
                return new WatchRound(at, seconds, shown, columns, null, rows(columns, items), null);
            }
        }
        return new WatchRound(at, seconds, shown, List.of(), null, List.of(), null);
    }

    /** The same result at another time, with the reason why there is no newer one. */
    WatchRound failed(Instant now, String reason) {
        return new WatchRound(now, seconds, shown, columns, noun, rows, reason);
    }

    public boolean isTable() {
        return !columns.isEmpty();
    }

    private static List<Row> rows(List<String> columns, List<Shown.Item> items) {
        List<Row> rows = new ArrayList<>();
        for (Shown.Item item : items) {
            List<Object> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(item.cell(column)));
            Object id = item.cell("id");
            Object identity = id != null ? id : cells.get(0);
            rows.add(new Row(identity == null ? "#" + rows.size() : identity.toString(), cells));
        }
        return rows;
    }

    /** Of objects with the same properties and nothing nested. */
    private static List<String> columns(List<?> list) {
        if (list.isEmpty() || !(list.get(0) instanceof Map<?, ?> first)) {
            return List.of();
        }
        boolean uniform = list.stream()
                .allMatch(row -> isFlat(row) && ((Map<?, ?>) row).keySet().equals(first.keySet()));
        return uniform ? first.keySet().stream().map(String::valueOf).toList() : List.of();
    }

    private static boolean isFlat(Object row) {
        return row instanceof Map<?, ?> map
                && map.values().stream().noneMatch(value -> value instanceof Map || value instanceof List);
    }

    @SuppressWarnings("unchecked") // trees have texts as keys
    private static Map<String, Object> asMap(Object row) {
        return (Map<String, Object>) row;
    }
}
