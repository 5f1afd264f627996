package io.impsh.sandbox;

import java.util.Arrays;

/** Where the brackets stand that wait to be closed. Counted by kind, so that a stray one costs no search. */
final class OpenBrackets {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final int[] counts = new int[OPENING.length()];
    private final StringBuilder kinds = new StringBuilder();
    private int[] places = new int[64];

    static char closing(char opening) {
        return CLOSING.charAt(OPENING.indexOf(opening));
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    int size() {
        return kinds.length();
    }

    /** From 0, the outermost. */
    int place(int index) {
        return places[index];
    }

    /** What the innermost waits for. */
    char wanted() {
        return closing(kinds.charAt(size() - 1));
    }

    void push(char opening, int place) {
        if (size() == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        places[size()] = place;
        kinds.append(opening);
        counts[OPENING.indexOf(opening)]++;
    }

    boolean waitFor(char closing) {
        return counts[CLOSING.indexOf(closing)] > 0;
    }

    /** Takes away the innermost that waits for this, and all inside of it. */
    void close(char closing) {
        boolean found = false;
        while (!found) {
            found = wanted() == closing;
            counts[OPENING.indexOf(kinds.charAt(size() - 1))]--;
            kinds.setLength(size() - 1);
        }
    }
}
