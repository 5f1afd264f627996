package io.impsh.logs;

import io.impsh.sandbox.SandboxRecord.Line;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines told of one device beside those that it logged. Lines that are alike are told apart by their number. */
final class Comparison {
    private static final int NONE = -1;

    private final List<Line> logged;
    private final List<Line> told;
    /** Which of the logged lines each told one is. */
    private final int[] places;

    private final boolean[] isTold;

    Comparison(List<Line> logged, List<Line> told) {
        this.logged = logged;
        this.told = told;
        this.places = new int[told.size()];
        this.isTold = new boolean[logged.size()];
        match();
    }

    /**
     * Of lines that are alike the first ones, and what is told too often is told twice; the last ones when not all were told,
     * as what was logged before anybody followed may be missing.
     */
    private void match() {
        Map<Line, ArrayDeque<Integer>> open = new HashMap<>();
        for (int i = 0; i < logged.size(); i++) {
            open.computeIfAbsent(logged.get(i), none -> new ArrayDeque<>()).add(i);
        }
        Map<Line, Integer> times = new HashMap<>();
        told.forEach(line -> times.merge(line, 1, Integer::sum));
        times.forEach((line, count) -> dropFirst(open.getOrDefault(line, new ArrayDeque<>()), count));
        for (int i = 0; i < told.size(); i++) {
            ArrayDeque<Integer> alike = open.get(told.get(i));
            places[i] = alike == null || alike.isEmpty() ? NONE : alike.poll();
            if (places[i] != NONE) {
                isTold[places[i]] = true;
            }
        }
    }

    private static void dropFirst(ArrayDeque<Integer> alike, int most) {
        while (alike.size() > most) {
            alike.poll();
        }
    }

    /** Lines told twice, too late, or that nobody logged. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        int last = NONE;
        for (int i = 0; i < places.length; i++) {
            if (places[i] == NONE) {
                wrong.add((logged.contains(told.get(i)) ? "doubled " : "never logged ") + text(told.get(i)));
            } else if (places[i] < last) {
                wrong.add("out of order " + text(told.get(i)) + " after " + text(logged.get(last)));
            }
            last = Math.max(last, places[i]);
        }
        return wrong;
    }

    /**
     * Lines that were not told.
     *
     * @param from how many of the first ones may be missing before the first that was told
     * @param to how many of the first ones are looked at
     */
    List<Line> missing(int from, int to) {
        int first = Arrays.stream(places).filter(place -> place != NONE).min().orElse(from);
        List<Line> missing = new ArrayList<>();
        for (int i = Math.min(from, first); i < Math.min(to, logged.size()); i++) {
            if (!isTold[i]) {
                missing.add(logged.get(i));
            }
        }
        return missing;
    }

    static String text(Line line) {
        return Instant.ofEpochMilli(line.time()) + " " + line.type() + " '" + line.message() + "'";
    }
}
