package io.impsh.output;

/**
 * What the text will be seen on. It may change between two results, as windows do.
 *
 * @param width columns; 0 or less when it is no terminal, and nothing is then cut, wrapped to it or cleaned
 * @param colour whether escape sequences for colours are understood and wanted
 * @param unicode whether more than ASCII can be shown
 * @param interactive whether somebody is there who can act on a hint
 * @param theme the colours
 */
public record Screen(int width, boolean colour, boolean unicode, boolean interactive, Theme theme) {
    /** One whose colours have to do on any background. */
    public Screen(int width, boolean colour, boolean unicode, boolean interactive) {
        this(width, colour, unicode, interactive, Theme.standard());
    }

    /** A file or a pipe: no width, no colours, nobody there. */
    public static Screen plain() {
        return new Screen(0, false, true, false);
    }

    /** Whether it is a terminal of known width. */
    public boolean isTerminal() {
        return width > 0;
    }
}
