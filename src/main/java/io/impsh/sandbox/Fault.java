package io.impsh.sandbox;

import java.time.Duration;

/**
 * What goes wrong with one request.
 *
 * @param kind how it goes wrong
 * @param afterwards whether the work is done before it goes wrong, so that only the answer is lost
 * @param delay how long the request waits before anything else
 */
record Fault(Kind kind, boolean afterwards, Duration delay) {
    static final Fault NONE = new Fault(Kind.NONE, false, Duration.ZERO);

    enum Kind {
        NONE(""),
        TOO_MANY_REQUESTS("429"),
        INTERNAL_ERROR("500"),
        RESET("reset"),
        TRUNCATE("truncate");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** How a fault specification spells it. */
        String word() {
            return word;
        }
    }

    boolean happens(Kind wanted, boolean after) {
        return kind == wanted && afterwards == after;
    }
}
