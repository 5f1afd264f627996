package io.impsh.bulk;

import java.util.Comparator;
import java.util.List;

/** Finds what somebody may have meant by an id that is none. */
final class NearestIds {
    private static final int MOST = 3;

    private NearestIds() {}

    /** At most three, the nearest first; of equally near ones in the given order. */
    static List<String> to(String id, List<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt(each -> distance(id, each)))
                .limit(MOST)
                .toList();
    }

    /** How many letters have to be put in, left out or replaced. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
