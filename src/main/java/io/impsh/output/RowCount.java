package io.impsh.output;

import io.impsh.CountedNoun;
import io.impsh.script.Shown.Noun;

/** How many rows there are, in words. */
final class RowCount {
    private static final Noun ROW = new Noun("row", "rows");

    private RowCount() {}

    /**
     * Such as {@code 1 device}, {@code 1,250 devices} and {@code no devices}.
     *
     * @param noun {@code null} for rows of no kind
     */
    static String of(long count, Noun noun) {
        Noun called = noun == null ? ROW : noun;
        if (count == 0) {
            return "no " + called.plural();
        }
        return CountedNoun.number(count) + " " + (count == 1 ? called.singular() : called.plural());
    }
}
