package io.impsh.shell;

import org.jline.utils.AttributedString;

/** How much of the screen a text takes, with the lines that it breaks. */
final class ScreenLines {
    private ScreenLines() {}

    /** Whether it takes more lines than that; the text may have colours in it. */
    static boolean exceed(String text, int most, int width) {
        int lines = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            int columns =
                    line.length() <= width ? 1 : AttributedString.fromAnsi(line).columnLength();
            lines += width <= 0 ? 1 : Math.max(1, (columns + width - 1) / width);
            if (lines > most) {
                return true;
            }
        }
        return false;
    }
}
