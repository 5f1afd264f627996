package io.impsh.shell;

import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;

/** Lets every candidate through: the language has chosen already, and JLine would drop what begins otherwise. */
final class EveryCandidate implements CompletionMatcher {
    private List<Candidate> candidates = List.of();

    @Override
    public void compile(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            String originalGroupName) {
        candidates = List.of();
    }

    @Override
    public List<Candidate> matches(List<Candidate> all) {
        candidates = all;
        return all;
    }

    @Override
    public Candidate exactMatch() {
        return null;
    }

    @Override
    public String getCommonPrefix() {
        return candidates.stream()
                .map(Candidate::value)
                .reduce(EveryCandidate::commonPrefix)
                .orElse("");
    }

    private static String commonPrefix(String left, String right) {
        int length = 0;
        while (length < Math.min(left.length(), right.length()) && left.charAt(length) == right.charAt(length)) {
            length++;
        }
        return left.substring(0, length);
    }
}
