package io.impsh.shell;

import io.impsh.output.SafeText;

/** What was pasted, as it may be shown and entered. */
final class PastedText {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private PastedText() {}

    /**
     * Terminals send line ends as carriage returns. What would steer the terminal is written as JavaScript does in a
     * string; the line end after the last line goes, as nothing is to follow it.
     */
    static String clean(String pasted) {
        String lines = pasted.replace("\r\n", "\n").replace('\r', '\n');
        String text = lines.startsWith(BYTE_ORDER_MARK) ? lines.substring(1) : lines;
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return SafeText.cleanLines(text.substring(0, end));
    }
}
