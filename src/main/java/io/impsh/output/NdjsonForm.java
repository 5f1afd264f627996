package io.impsh.output;

import io.impsh.script.Shown;
import java.io.IOException;
import java.util.List;

/** A line of JSON for each row of a listing and each element of an array, one line for anything else. */
final class NdjsonForm implements Form {
    @Override
    public void write(Shown shown, Appendable out, Screen screen) throws IOException {
        if (shown instanceof Shown.Listing listing) {
            for (Shown.Item item : listing.items()) {
                line(item.json(), out);
            }
        } else if (shown instanceof Shown.LogLines log) {
            for (Shown.Item line : log.items()) {
                line(line.json(), out);
            }
        } else if (shown instanceof Shown.Tree tree && tree.whole() instanceof List<?> list) {
            for (Object element : list) {
                line(element, out);
            }
        } else {
            line(ShownTree.of(shown), out);
        }
    }

    private static void line(Object tree, Appendable out) throws IOException {
        out.append(JsonText.compact(tree)).append('\n');
    }
}
