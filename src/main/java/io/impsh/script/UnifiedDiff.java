package io.impsh.script;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/** Two texts compared line by line, in the form that {@code diff -u} writes and {@code patch} reads. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String NO_END = "\n\\ No newline at end of file";

    private UnifiedDiff() {}

    /** Lines of the diff, with two of heading; empty when the texts are the same. */
    static List<String> of(String leftName, String left, String rightName, String right) {
        if (left.equals(right)) {
            return List.of();
        }
        List<String> from = lines(left);
        List<String> to = lines(right);
        Patch<String> patch = DiffUtils.diff(from, to, new BoundedDiff());
        List<String> lines = new ArrayList<>();
        for (String line : UnifiedDiffUtils.generateUnifiedDiff(leftName, rightName, from, patch, CONTEXT)) {
            lines.addAll(List.of(line.split("\n", -1)));
        }
        return lines;
    }

    /** A last line that does not end is another line than one that does. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        String last = lines.remove(lines.size() - 1);
        if (!last.isEmpty()) {
            lines.add(last + NO_END);
        }
        return lines;
    }
}
