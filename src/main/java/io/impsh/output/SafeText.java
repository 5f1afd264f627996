package io.impsh.output;

/** Keeps foreign text, such as device names and log lines, from steering the terminal. */
public final class SafeText {
    private SafeText() {}

    /** The text on one line, with what would steer or deceive made visible, such as {@code \n} and {@code \x1b}. */
    public static String clean(String foreign) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** As {@link #clean}, but line feeds and tabs stay. */
    public static String cleanLines(String foreign) {
        throw new UnsupportedOperationException("not built yet");
    }
}
