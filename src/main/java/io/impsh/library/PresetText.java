package io.impsh.library;

/**
 * How a header writes a default: as it is, or in double quotes where that would be read as something else. Within quotes
 * a backslash stands before {@code "}, a backslash and a slash, and in {@code \n}, {@code \r}, {@code \t} and
 * <code>\</code><code>u0000</code>.
 */
final class PresetText {
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final String PLAIN = "[^\\s\\]\"\\\\*\\p{Cntrl}][^\\]\"\\\\*\\p{Cntrl}]*(?<!\\s)";

    /** What may stand after the {@code =}. */
    static final String PATTERN = "(?:" + QUOTED + "|[^\\]]*)";

    private PresetText() {}

    static String written(String value) {
        return value.matches(PLAIN) ? value : quoted(value);
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            boolean endsComment = c == '/' && at > 0 && value.charAt(at - 1) == '*';
            if (c == '"' || c == '\\' || endsComment) {
                text.append('\\').append(c);
            } else if (c == '\n') {
                text.append("\\n");
            } else if (c == '\t') {
                text.append("\\t");
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }

    /** @throws UsageException for an escape that there is not */
    static String read(String written) {
        return written.matches("(?s)" + QUOTED) ? unquoted(written) : written;
    }

    private static String unquoted(String written) {
        StringBuilder text = new StringBuilder();
        int end = written.length() - 1;
        for (int at = 1; at < end; at++) {
            char c = written.charAt(at);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = written.charAt(++at);
            switch (escaped) {
                case '"', '\\', '/' -> text.append(escaped);
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append(codeUnit(written, at + 1, end));
                    at += 4;
                }
                default -> throw wrong(written);
            }
        }
        return text.toString();
    }

    private static char codeUnit(String written, int from, int end) {
        String digits = from + 4 <= end ? written.substring(from, from + 4) : "";
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
            throw wrong(written);
        }
        return (char) Integer.parseInt(digits, 16);
    }

    private static UsageException wrong(String written) {
        return new UsageException(
                "the default " + written + " has a backslash that means nothing",
                "within quotes write \\\" and \\\\, \\n for a new line, \\u00e9 for any character");
    }
}
