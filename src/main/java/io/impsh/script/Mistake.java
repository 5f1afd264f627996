package io.impsh.script;

import java.util.List;
import java.util.Optional;

/**
 * What the engine said of code that is wrong, and the code.
 *
 * @param said the engine's message
 * @param expression the code that failed, empty if that is not known
 * @param text the whole input or file, as it was typed
 * @param offset where in the text it failed, or -1
 * @param globals the global names that there are, the user's own among them
 */
record Mistake(String said, String expression, String text, int offset, List<String> globals) {
    private static final int SHORT = 60;

    /** What is told of it; nothing when the engine's words have to do. */
    Optional<Told> told() {
        return said.startsWith("ReferenceError: ")
                ? UnknownNames.told(this)
                : said.startsWith("TypeError: ") ? WrongTypes.told(this) : Optional.empty();
    }

    /** A piece of code for a message, or {@code otherwise} when it is too long or has several lines. */
    static String quoted(String code, String otherwise) {
        String stripped = code.strip();
        return stripped.isEmpty() || stripped.length() > SHORT || stripped.contains("\n") ? otherwise : stripped;
    }

    boolean isOneLine() {
        return !text.strip().contains("\n");
    }
}
