package io.impsh.script;

import java.util.stream.IntStream;

/**
 * Names as they are compared in any case, in one piece of memory: a Tab may look at all of a hundred thousand, and to fetch
 * each from where it lies takes longer than to look at it.
 */
final class FoldedNames {
    /** After each name. One may have it too, so that where a name ends is looked up. */
    private static final char END = '\0';

    private final String all;
    /** Where each name begins, and last where the next would. */
    private final int[] starts;

    FoldedNames(String[] names) {
        starts = new int[names.length + 1];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            text.append(Matching.folded(names[i])).append(END);
            starts[i + 1] = text.length();
        }
        all = text.toString();
    }

    boolean begins(int place, String folded) {
        return all.startsWith(folded, starts[place]) && isOf(place, starts[place], folded);
    }

    /** The places of the names that have it somewhere, in their order. */
    IntStream having(String folded) {
        IntStream.Builder places = IntStream.builder();
        int place = 0;
        for (int at = all.indexOf(folded); at >= 0 && place < starts.length - 1; ) {
            while (starts[place + 1] <= at) {
                place++;
            }
            boolean found = isOf(place, at, folded);
            if (found) {
                places.add(place++);
            }
            at = all.indexOf(folded, found ? starts[place] : at + 1);
        }
        return places.build();
    }

    private boolean isOf(int place, int at, String folded) {
        return at + folded.length() < starts[place + 1];
    }
}
