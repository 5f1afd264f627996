package io.impsh.output;

import org.jline.utils.AttributedStyle;

/** One line being put together: styled where the screen has colours, and counted in columns. */
final class StyledLine {
    private final StringBuilder line = new StringBuilder();
    private final Theme theme;
    private final boolean colour;
    private final Glyphs glyphs;
    private int width;

    StyledLine(Screen screen) {
        this.theme = screen.theme();
        this.colour = screen.colour();
        this.glyphs = Glyphs.of(screen);
    }

    /** Our own words. */
    StyledLine own(String text) {
        line.append(text);
        width += DisplayWidth.of(text);
        return this;
    }

    /** Our own words in a style. */
    StyledLine own(AttributedStyle style, String text) {
        if (!colour || style == Theme.plain() || text.isEmpty()) {
            return own(text);
        }
        line.append(Theme.sequence(style));
        own(text);
        line.append(Theme.reset());
        return this;
    }

    StyledLine foreign(String text) {
        return foreign(Theme.plain(), text);
    }

    /** Words from elsewhere, cleaned: what had to be made visible stands out. */
    StyledLine foreign(AttributedStyle style, String text) {
        return foreign(style, text, Integer.MAX_VALUE);
    }

    /** As {@link #foreign(AttributedStyle, String)}, cut to so many columns. */
    StyledLine foreign(AttributedStyle style, String text, int columns) {
        if (columns == Integer.MAX_VALUE || DisplayWidth.of(SafeText.clean(text)) <= columns) {
            segments(style, text, Integer.MAX_VALUE);
            return this;
        }
        segments(style, text, width + columns - DisplayWidth.of(glyphs.ellipsis()));
        return own(theme.muted(), glyphs.ellipsis());
    }

    StyledLine space(int columns) {
        return own(" ".repeat(Math.max(0, columns)));
    }

    /** Spaces up to that column, counted from 0. */
    StyledLine spaceTo(int column) {
        return space(column - width);
    }

    Theme theme() {
        return theme;
    }

    int width() {
        return width;
    }

    @Override
    public String toString() {
        return line.toString();
    }

    private void segments(AttributedStyle style, String text, int end) {
        int start = 0;
        while (start < text.length()) {
            int unsafe = SafeText.nextUnsafe(text, start);
            String harmless = text.substring(start, unsafe < 0 ? text.length() : unsafe);
            int fits = DisplayWidth.indexWithin(harmless, end - width);
            own(style, harmless.substring(0, fits));
            if (fits < harmless.length() || unsafe < 0) {
                return;
            }
            int codePoint = text.codePointAt(unsafe);
            String visible = SafeText.visible(codePoint);
            if (visible.length() > end - width) {
                return;
            }
            own(theme.muted(), visible);
            start = unsafe + Character.charCount(codePoint);
        }
    }
}
