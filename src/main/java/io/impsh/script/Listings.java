package io.impsh.script;

import io.impsh.model.Entity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Queries and lists of entities as they are shown and written. */
final class Listings {
    private Listings() {}

    /** Lazy: the rows are asked for while they are shown. */
    static <T extends Entity> Shown.Listing of(Query<T> query, Host host) {
        return new Shown.Listing(
                query.kind().noun(), query.shownColumns(), csvColumns(query), new QueryRows<>(query, host));
    }

    static <T extends Entity> Shown.Listing of(EntityKind<T> kind, List<Handle<T>> handles, Host host) {
        List<Shown.Item> items = new ArrayList<>();
        handles.forEach(handle -> items.add(EntityItem.of(handle, host)));
        return new Shown.Listing(kind.noun(), kind.columns(), kind.recordColumns(), items);
    }

    /** An array with a row a line. In a pipe, one that fails half-way is left open, so that nobody takes it for whole. */
    static void writeJson(Query<?> query, Path file, Host host) {
        ScriptFiles.replace(file, writer -> {
            writer.write("[");
            String separator = "\n";
            for (Shown.Item item : of(query, host).items()) {
                writer.write(separator + host.values().compactJson(item.json()));
                separator = ",\n";
            }
            writer.write("\n]\n");
        });
    }

    private static List<String> csvColumns(Query<?> query) {
        return query.columns() != null ? query.columns() : query.kind().recordColumns();
    }

    static void writeCsv(Shown.Listing listing, Path file, CsvFile.Cells cells) {
        ScriptFiles.replace(file, writer -> {
            try (CsvFile.Rows rows = CsvFile.write(writer, listing.csvColumns(), cells)) {
                for (Shown.Item item : listing.items()) {
                    List<Object> row = new ArrayList<>();
                    listing.csvColumns().forEach(column -> row.add(item.cell(column)));
                    rows.add(row);
                }
            }
        });
    }
}
