package io.impsh.shell;

import java.util.function.Consumer;

/** Gathers text until a line is whole, so that lines of two origins are never mixed. */
final class WholeLines implements Appendable {
    private final Consumer<String> target;
    private final StringBuilder waiting = new StringBuilder();

    WholeLines(Consumer<String> target) {
        this.target = target;
    }

    @Override
    public WholeLines append(CharSequence text) {
        return append(text, 0, text.length());
    }

    @Override
    public WholeLines append(CharSequence text, int start, int end) {
        waiting.append(text, start, end);
        passOn(waiting.lastIndexOf("\n") + 1);
        return this;
    }

    @Override
    public WholeLines append(char ch) {
        waiting.append(ch);
        if (ch == '\n') {
            passOn(waiting.length());
        }
        return this;
    }

    /** Passes on what is left, as a line. */
    void end() {
        passOn(waiting.length());
    }

    private void passOn(int length) {
        if (length > 0) {
            String lines = waiting.substring(0, length);
            waiting.delete(0, length);
            target.accept(lines);
        }
    }
}
