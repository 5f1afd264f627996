package io.impsh.script;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmI;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds differences in a time that does not explode. Myers' algorithm takes the product of length and difference, which
 * for megabytes of other code is hours. So lines that are unique in both texts and in the same order are matched first
 * (patience diff), Myers looks between them, and what is too large even then counts as replaced.
 */
final class BoundedDiff implements DiffAlgorithmI<String> {
    /** Lines times lines that Myers may look at in one piece: about a second. */
    private static final long MOST_WORK = 100_000_000;

    /** From the one text and from the other; ends are exclusive. */
    private record Piece(int from, int fromEnd, int to, int toEnd) {
        int fromSize() {
            return fromEnd - from;
        }

        int toSize() {
            return toEnd - to;
        }
    }

    @Override
    public List<Change> computeDiff(
            List<? extends String> source, List<? extends String> target, DiffAlgorithmListener progress) {
        List<Change> changes = new ArrayList<>();
        Piece middle = trimmed(new Piece(0, source.size(), 0, target.size()), source, target);
        int from = middle.from();
        int to = middle.to();
        for (int[] anchor : anchors(middle, source, target)) {
            addChanges(trimmed(new Piece(from, anchor[0], to, anchor[1]), source, target), source, target, changes);
            from = anchor[0] + 1;
            to = anchor[1] + 1;
        }
        addChanges(
                trimmed(new Piece(from, middle.fromEnd(), to, middle.toEnd()), source, target),
                source,
                target,
                changes);
        return changes;
    }

    /** Without what is the same at both ends. */
    private static Piece trimmed(Piece piece, List<? extends String> source, List<? extends String> target) {
        int from = piece.from();
        int to = piece.to();
        while (from < piece.fromEnd() && to < piece.toEnd() && source.get(from).equals(target.get(to))) {
            from++;
            to++;
        }
        int fromEnd = piece.fromEnd();
        int toEnd = piece.toEnd();
        while (fromEnd > from && toEnd > to && source.get(fromEnd - 1).equals(target.get(toEnd - 1))) {
            fromEnd--;
            toEnd--;
        }
        return new Piece(from, fromEnd, to, toEnd);
    }

    private static void addChanges(
            Piece piece, List<? extends String> source, List<? extends String> target, List<Change> changes) {
        if (piece.fromSize() == 0 && piece.toSize() == 0) {
            return;
        }
        if (piece.fromSize() == 0 || piece.toSize() == 0 || (long) piece.fromSize() * piece.toSize() > MOST_WORK) {
            DeltaType type = piece.fromSize() == 0
                    ? DeltaType.INSERT
                    : piece.toSize() == 0 ? DeltaType.DELETE : DeltaType.CHANGE;
            changes.add(new Change(type, piece.from(), piece.fromEnd(), piece.to(), piece.toEnd()));
            return;
        }
        List<Change> inside = new MyersDiffWithLinearSpace<String>()
                .computeDiff(
                        source.subList(piece.from(), piece.fromEnd()), target.subList(piece.to(), piece.toEnd()), null);
        for (Change change : inside) {
            changes.add(new Change(
                    change.deltaType,
                    piece.from() + change.startOriginal,
                    piece.from() + change.endOriginal,
                    piece.to() + change.startRevised,
                    piece.to() + change.endRevised));
        }
    }

    /** Pairs of the positions of lines that are unique in both, both positions rising: as many as there can be. */
    private static List<int[]> anchors(Piece piece, List<? extends String> source, List<? extends String> target) {
        if ((long) piece.fromSize() * piece.toSize() <= MOST_WORK) {
            return List.of();
        }
        Map<String, Integer> inTarget = unique(target.subList(piece.to(), piece.toEnd()));
        Map<String, Integer> inSource = unique(source.subList(piece.from(), piece.fromEnd()));
        List<int[]> pairs = new ArrayList<>();
        for (int at = piece.from(); at < piece.fromEnd(); at++) {
            String line = source.get(at);
            if (inSource.get(line) >= 0 && inTarget.getOrDefault(line, -1) >= 0) {
                pairs.add(new int[] {at, piece.to() + inTarget.get(line)});
            }
        }
        return longestRising(pairs);
    }

    /** Where each line is, or -1 for one that is there more than once. */
    private static Map<String, Integer> unique(List<? extends String> lines) {
        Map<String, Integer> positions = new HashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            positions.merge(lines.get(at), at, (first, second) -> -1);
        }
        return positions;
    }

    /** The longest sequence of pairs, which rise in their first number, that rises in the second as well. */
    private static List<int[]> longestRising(List<int[]> pairs) {
        int[] piles = new int[pairs.size()];
        int[] before = new int[pairs.size()];
        int count = 0;
        for (int at = 0; at < pairs.size(); at++) {
            int low = 0;
            int high = count;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(piles[middle])[1] < pairs.get(at)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[at] = low == 0 ? -1 : piles[low - 1];
            piles[low] = at;
            count = Math.max(count, low + 1);
        }
        List<int[]> rising = new ArrayList<>();
        for (int at = count == 0 ? -1 : piles[count - 1]; at >= 0; at = before[at]) {
            rising.add(pairs.get(at));
        }
        Collections.reverse(rising);
        return rising;
    }
}
