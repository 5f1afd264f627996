package io.impsh.output;

import io.impsh.UserException;

/**
 * What is told of a failure.
 *
 * @param hint may have several lines; {@code null} if there is nothing to do
 */
record Failure(String code, String message, String hint) {
    private static final String INTERNAL = "INTERNAL";

    /** @param debug whether a stack trace will follow anyway */
    static Failure of(Throwable thrown, boolean debug) {
        if (thrown instanceof UserException known && !known.code().equals(INTERNAL)) {
            return new Failure(known.code(), String.valueOf(known.getMessage()), known.hint());
        }
        String message = thrown instanceof UserException ? thrown.getMessage() : thrown.toString();
        String where = debug ? "" : "; --debug shows where it happened";
        return new Failure(INTERNAL, "internal error: " + message, "please report it" + where);
    }
}
