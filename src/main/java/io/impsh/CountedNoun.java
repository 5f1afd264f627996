package io.impsh;

import java.util.Locale;

/** Numbers in sentences, with a comma between thousands. */
public final class CountedNoun {
    private CountedNoun() {}

    /**
     * Such as {@code 1 device} and {@code 1,250 devices}.
     *
     * @param noun one whose plural has an s
     */
    public static String of(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** Such as {@code 1,250}. */
    public static String number(long count) {
        // most numbers are small, and a format takes its time
        return count < 1000 ? Long.toString(count) : String.format(Locale.ROOT, "%,d", count);
    }
}
