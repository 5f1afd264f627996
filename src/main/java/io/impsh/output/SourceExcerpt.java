package io.impsh.output;

/** A line of a script and a caret below the place that matters. */
final class SourceExcerpt {
    private static final int USUAL = 100;
    private static final int LEAST = 20;
    private static final int INDENT = 2;

    private SourceExcerpt() {}

    /** @param column counted from 1, in characters */
    static void write(String sourceLine, int column, Lines out, Screen screen) {
        int room = Math.max(LEAST, (screen.isTerminal() ? screen.width() : USUAL) - INDENT - 1);
        String text = sourceLine.replace('\t', ' ');
        int at = Math.max(0, Math.min(column - 1, text.length()));
        int start = start(text, at, room);
        String shown = SafeText.clean(text.substring(start));
        String before = SafeText.clean(text.substring(start, at));
        out.add(new StyledLine(screen)
                .space(INDENT)
                .own(shown.substring(0, DisplayWidth.indexWithin(shown, room)).stripTrailing()));
        out.add(new StyledLine(screen)
                .space(INDENT + DisplayWidth.of(before))
                .own(screen.theme().error(), "^"));
    }

    /** Behind the indentation, or further to the right when the place would not be seen. */
    private static int start(String text, int at, int room) {
        int start = 0;
        while (start < at && text.charAt(start) == ' ') {
            start++;
        }
        if (at - start < room * 3 / 4) {
            return start;
        }
        int middle = at - room / 2;
        return Character.isLowSurrogate(text.charAt(middle)) ? middle + 1 : middle;
    }
}
