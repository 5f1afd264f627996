package io.impsh;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that someone who misspelt one may have meant. */
public final class Nearest {
    private Nearest() {}

    /** At most {@code most} names within a third of the word's length, the nearest first. */
    public static List<String> to(String word, Collection<String> names, int most) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int allowed = Math.max(2, (word.length() + 1) / 3);
        record Candidate(String name, int distance) {}
        return names.stream()
                .filter(name -> Math.abs(name.length() - word.length()) <= allowed)
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT), allowed)))
                .filter(candidate -> candidate.distance() <= allowed)
                // what has nothing in common is not near, however short
                .filter(candidate -> candidate.distance()
                        < Math.max(wanted.length(), candidate.name().length()))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(most)
                .map(Candidate::name)
                .toList();
    }

    /** {@code "; did you mean x?"}, or nothing when no name is near. */
    public static String question(String word, Collection<String> names) {
        List<String> near = to(word, names, 1);
        return near.isEmpty() ? "" : "; did you mean " + near.get(0) + "?";
    }

    /** Edits, with a swap of neighbours as one; stops counting above {@code limit}. */
    private static int distance(String left, String right, int limit) {
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        int[] row = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            last[column] = column;
        }
        for (int i = 1; i <= left.length(); i++) {
            row[0] = i;
            int best = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + change, 1 + Math.min(last[j], row[j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                best = Math.min(best, row[j]);
            }
            if (best > limit) {
                return best;
            }
            int[] reused = beforeLast;
            beforeLast = last;
            last = row;
            row = reused;
        }
        return last[right.length()];
    }
}
