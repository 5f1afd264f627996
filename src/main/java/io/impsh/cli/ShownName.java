package io.impsh.cli;

import io.impsh.output.SafeText;
import io.impsh.script.Shown;
import java.util.List;

/** What a value is called in a message about it. */
final class ShownName {
    private static final int LONGEST = 40;

    private ShownName() {}

    static String of(Shown value) {
        if (value instanceof Shown.Text text) {
            return "the text '" + shortened(text.text()) + "'";
        } else if (value instanceof Shown.Scalar scalar) {
            return shortened(String.valueOf(scalar.value()));
        } else if (value instanceof Shown.One one) {
            return "one " + one.typeName();
        } else if (value instanceof Shown.Listing listing) {
            return "a list of "
                    + (listing.noun() == null ? "rows" : listing.noun().plural());
        } else if (value instanceof Shown.Page page) {
            return of(page.part());
        } else if (value instanceof Shown.ReportShown) {
            return "a report";
        } else if (value instanceof Shown.Tree tree) {
            return tree.value() instanceof List<?> ? "an array" : "an object";
        } else if (value instanceof Shown.Callable) {
            return "a function";
        } else if (value instanceof Shown.Nothing) {
            return "no value";
        }
        return "something else";
    }

    private static String shortened(String text) {
        String clean = SafeText.clean(text);
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
