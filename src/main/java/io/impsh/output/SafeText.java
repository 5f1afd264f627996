package io.impsh.output;

/** Keeps foreign text, such as device names and log lines, from steering the terminal. */
public final class SafeText {
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_VARIATION = 0xFE0F;

    private SafeText() {}

    /** The text on one line, with what would steer or deceive made visible, such as {@code \n} and {@code \x1b}. */
    public static String clean(String foreign) {
        return clean(foreign, false);
    }

    /** As {@link #clean}, but line feeds and tabs stay, and a carriage return before a line feed goes. */
    public static String cleanLines(String foreign) {
        return clean(foreign.replace("\r\n", "\n"), true);
    }

    private static String clean(String foreign, boolean keepLines) {
        int next = nextUnsafe(foreign, 0);
        if (next < 0) {
            return foreign;
        }
        StringBuilder safe = new StringBuilder(foreign.length() + 16);
        int start = 0;
        while (next >= 0) {
            int codePoint = foreign.codePointAt(next);
            safe.append(foreign, start, next);
            safe.append(
                    keepLines && (codePoint == '\n' || codePoint == '\t')
                            ? Character.toString(codePoint)
                            : visible(codePoint));
            start = next + Character.charCount(codePoint);
            next = nextUnsafe(foreign, start);
        }
        return safe.append(foreign, start, foreign.length()).toString();
    }

    /** Where the next character is that must not reach a terminal, or -1. */
    static int nextUnsafe(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (unit >= ' ' && unit < 0x7F) {
                at++;
                continue;
            }
            if (isUnsafe(text, at)) {
                return at;
            }
            at += Character.charCount(text.codePointAt(at));
        }
        return -1;
    }

    /** Whether the character there must not reach a terminal. */
    static boolean isUnsafe(String text, int at) {
        return isUnsafe(text.codePointAt(at)) && !joinsEmoji(text, at);
    }

    /** As JavaScript would write it in a string. */
    static String visible(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> escape(codePoint);
        };
    }

    private static String escape(int codePoint) {
        String hex = Integer.toHexString(codePoint);
        if (codePoint <= 0xFF) {
            return "\\x" + "0".repeat(2 - hex.length()) + hex;
        }
        return codePoint <= 0xFFFF ? "\\u" + "0".repeat(4 - hex.length()) + hex : "\\u{" + hex + "}";
    }

    /** Escape sequences, line ends, what turns the writing direction round, and what nobody can see. */
    private static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean joinsEmoji(String text, int at) {
        return text.charAt(at) == ZERO_WIDTH_JOINER
                && at > 0
                && at + 1 < text.length()
                && isEmojiPart(text.codePointBefore(at))
                && isEmojiPart(text.codePointAt(at + 1));
    }

    private static boolean isEmojiPart(int codePoint) {
        int type = Character.getType(codePoint);
        // modifier symbols are the skin tones
        return codePoint == EMOJI_VARIATION || type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL;
    }
}
