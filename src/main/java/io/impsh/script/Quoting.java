package io.impsh.script;

/** Texts as JavaScript writes them in quotes. */
final class Quoting {
    private Quoting() {}

    /** What may stand between quotes of that sort. */
    static String escaped(String text, char quote) {
        return text.replace("\\", "\\\\").replace(String.valueOf(quote), "\\" + quote);
    }

    static String quoted(String text) {
        return "'" + escaped(text, '\'') + "'";
    }

    /** What a string means that begins with a quote, and may not have ended yet. */
    static String unquoted(String string) {
        StringBuilder text = new StringBuilder();
        char quote = string.charAt(0);
        for (int i = 1; i < string.length() && string.charAt(i) != quote; i++) {
            boolean isEscape = string.charAt(i) == '\\' && i + 1 < string.length();
            text.append(string.charAt(isEscape ? ++i : i));
        }
        return text.toString();
    }
}
