package io.impsh.profile;

/**
 * How the shell behaves for this user: the table {@code [shell]} of {@code config.toml}, and {@code .set} at the prompt.
 *
 * @param suggestions whether what is typed is continued in grey from the history
 * @param keys the keys of the line editor
 * @param color when colours are used
 * @param theme which colours are legible
 * @param rows how many rows of a list are shown at once; 0 for as many as the screen has room for
 * @param pager whether what is longer than the screen is shown by a pager
 * @param output the format of results: {@code table}, {@code json}, {@code ndjson} or {@code csv}
 */
public record Settings(
        boolean suggestions, Keys keys, Color color, Theme theme, int rows, boolean pager, String output) {

    /** Key bindings of the line editor. */
    public enum Keys {
        EMACS,
        VI
    }

    /** When colours are used. */
    public enum Color {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** The terminal's background. */
    public enum Theme {
        AUTO,
        DARK,
        LIGHT
    }

    /** What holds where nothing is said. */
    public static Settings usual() {
        return new Settings(true, Keys.EMACS, Color.AUTO, Theme.AUTO, 0, true, "table");
    }

    public Settings withSuggestions(boolean wanted) {
        return new Settings(wanted, keys, color, theme, rows, pager, output);
    }

    public Settings withKeys(Keys wanted) {
        return new Settings(suggestions, wanted, color, theme, rows, pager, output);
    }

    public Settings withColor(Color wanted) {
        return new Settings(suggestions, keys, wanted, theme, rows, pager, output);
    }

    public Settings withTheme(Theme wanted) {
        return new Settings(suggestions, keys, color, wanted, rows, pager, output);
    }

    public Settings withRows(int wanted) {
        return new Settings(suggestions, keys, color, theme, wanted, pager, output);
    }

    public Settings withPager(boolean wanted) {
        return new Settings(suggestions, keys, color, theme, rows, wanted, output);
    }

    public Settings withOutput(String wanted) {
        return new Settings(suggestions, keys, color, theme, rows, pager, wanted);
    }
}
