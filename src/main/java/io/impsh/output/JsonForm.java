package io.impsh.output;

import io.impsh.script.Shown;
import java.io.IOException;
import java.util.Iterator;

/** One JSON value for each result. A listing that fails half-way leaves its array open, so that nobody takes it for whole. */
final class JsonForm implements Form {
    @Override
    public void write(Shown shown, Appendable out, Screen screen) throws IOException {
        if (shown instanceof Shown.Listing listing) {
            writeRows(listing.items().iterator(), out);
        } else if (shown instanceof Shown.LogLines log) {
            writeRows(log.items().iterator(), out);
        } else {
            JsonText.pretty(ShownTree.of(shown), out);
        }
        out.append('\n');
    }

    private static void writeRows(Iterator<Shown.Item> items, Appendable out) throws IOException {
        if (!items.hasNext()) {
            out.append("[]");
            return;
        }
        String separator = "[\n  ";
        while (items.hasNext()) {
            Object row = items.next().json();
            out.append(separator);
            JsonText.pretty(row, 1, out);
            separator = ",\n  ";
        }
        out.append("\n]");
    }
}
