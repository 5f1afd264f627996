package io.impsh.script;

import java.util.ArrayList;
import java.util.List;

/** The comment above a declaration, which editors show. */
final class DocComment {
    static final String EXAMPLE = "@example ";

    private static final int WIDTH = 116;

    private DocComment() {}

    /** Ends in a line feed. */
    static String of(String indent, String text) {
        return of(indent, text, List.of());
    }

    /** @param tags such as {@code @param name what it is}; examples keep their line */
    static String of(String indent, String text, List<String> tags) {
        List<String> lines = wrapped(text, WIDTH - indent.length());
        if (tags.isEmpty() && lines.size() == 1) {
            return indent + "/** " + lines.get(0) + " */\n";
        }
        if (!tags.isEmpty()) {
            lines.add("");
            tags.forEach(tag ->
                    lines.addAll(tag.startsWith(EXAMPLE) ? List.of(safe(tag)) : wrapped(tag, WIDTH - indent.length())));
        }
        StringBuilder comment = new StringBuilder(indent).append("/**\n");
        lines.forEach(line -> comment.append(indent)
                .append(line.isEmpty() ? " *" : " * " + line)
                .append('\n'));
        return comment.append(indent).append(" */\n").toString();
    }

    /** No line begins with a word such as {@code @FILE}, which would be taken for a tag. */
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : safe(text).split(" ")) {
            boolean isFull = line.length() + 1 + word.length() > width;
            if (line.length() > 0 && isFull && !word.startsWith("@")) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String safe(String text) {
        return text.replace("*/", "*\\/");
    }
}
