package io.impsh.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a header comment without its stars.
 *
 * @param firstLine number of the line with the {@code /**}, from 1
 */
record HeaderComment(int firstLine, List<String> lines) {
    static Optional<HeaderComment> find(String text) {
        int position = text.startsWith("\uFEFF") ? 1 : 0;
        while (position < text.length()) {
            if (Character.isWhitespace(text.charAt(position))) {
                position++;
            } else if (text.startsWith("//", position) || text.startsWith("#!", position)) {
                position = endOfLine(text, position);
            } else if (text.startsWith("/**", position) && !text.startsWith("/**/", position)) {
                return comment(text, position);
            } else if (text.startsWith("/*", position) && text.indexOf("*/", position + 2) >= 0) {
                position = text.indexOf("*/", position + 2) + 2;
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<HeaderComment> comment(String text, int start) {
        int end = text.indexOf("*/", start + 3);
        if (end < 0) {
            return Optional.empty();
        }
        int firstLine = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        List<String> lines = new ArrayList<>();
        text.substring(start + 3, end).lines().forEach(line -> lines.add(withoutStar(line)));
        return Optional.of(new HeaderComment(firstLine, lines));
    }

    private static String withoutStar(String line) {
        String stripped = line.strip();
        return stripped.startsWith("*") ? stripped.substring(1).strip() : stripped;
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }
}
