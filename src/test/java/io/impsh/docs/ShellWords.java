package io.impsh.docs;

import java.util.ArrayList;
import java.util.List;

/** Splits a line as a shell does: quotes of both sorts, and {@code |} and {@code >} as {@link #PIPE} and {@link #INTO}. */
final class ShellWords {
    /** Such as no quoted text can be. */
    static final String PIPE = "\0|";

    static final String INTO = "\0>";

    private final List<String> words = new ArrayList<>();
    private StringBuilder word;
    private char quote;

    private ShellWords() {}

    static List<String> split(String line) {
        ShellWords splitter = new ShellWords();
        line.chars().forEach(next -> splitter.take((char) next));
        if (splitter.quote != 0) {
            throw new IllegalArgumentException("a quote is open: " + line);
        }
        splitter.end();
        return splitter.words;
    }

    private void take(char next) {
        if (quote != 0) {
            if (next == quote) {
                quote = 0;
            } else {
                word.append(next);
            }
        } else if (next == '\'' || next == '"') {
            begin();
            quote = next;
        } else if (next == ' ') {
            end();
        } else if (next == '|' || next == '>') {
            end();
            words.add(next == '|' ? PIPE : INTO);
        } else {
            begin();
            word.append(next);
        }
    }

    private void begin() {
        word = word == null ? new StringBuilder() : word;
    }

    private void end() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }
}
