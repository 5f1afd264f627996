package io.impsh.output;

import java.util.ArrayList;
import java.util.List;

/** Running text in lines. Line ends in it stay. */
final class WrappedText {
    private WrappedText() {}

    /** Cleaned lines; a word that is too long has a line of its own. */
    static List<String> lines(String text, int width) {
        return lines(text, width, width);
    }

    /** @param first how wide the first line may be, behind something that stands before it */
    static List<String> lines(String text, int first, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\\R", -1)) {
            addParagraph(lines, paragraph, lines.isEmpty() ? first : width, width);
        }
        return lines;
    }

    private static void addParagraph(List<String> lines, String paragraph, int first, int width) {
        int room = first;
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : SafeText.clean(paragraph).strip().split(" +")) {
            int columns = DisplayWidth.of(word);
            if (used > 0 && used + 1 + columns > room) {
                lines.add(line.toString());
                line.setLength(0);
                room = width;
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += columns;
        }
        lines.add(line.toString());
    }
}
