package io.impsh.output;

import io.impsh.script.Shown.Noun;
import java.util.Locale;

/** Numbers in sentences. */
public final class CountedNoun {
    private static final Noun ROW = new Noun("row", "rows");

    private CountedNoun() {}

    /** Such as {@code 1 device}, {@code 1,250 devices} and {@code no devices}. */
    static String of(long count, Noun noun) {
        Noun called = noun == null ? ROW : noun;
        if (count == 0) {
            return "no " + called.plural();
        }
        return number(count) + " " + (count == 1 ? called.singular() : called.plural());
    }

    public static String of(long count, String singular, String plural) {
        return of(count, new Noun(singular, plural));
    }

    /** As {@link #number}, with spaces in front. */
    static String padded(long count, int columns) {
        String number = number(count);
        return " ".repeat(Math.max(0, columns - number.length())) + number;
    }

    /** With a comma between thousands. */
    public static String number(long count) {
        return count < 1000 ? Long.toString(count) : String.format(Locale.ROOT, "%,d", count);
    }
}
