package io.impsh.output;

import io.impsh.UserException;
import io.impsh.script.ScriptFailure;

/**
 * What is told of a failure.
 *
 * @param hint may have several lines; {@code null} if there is nothing to do
 * @param place {@code null} if it is no script that failed
 */
record Failure(String code, String message, String hint, ScriptPlace place) {
    private static final String INTERNAL = ScriptFailure.INTERNAL;

    /** @param debug whether a stack trace will follow anyway */
    static Failure of(Throwable thrown, boolean debug) {
        ScriptPlace place = thrown instanceof ScriptFailure script ? ScriptPlace.of(script) : null;
        if (thrown instanceof UserException known && !known.code().equals(INTERNAL)) {
            return new Failure(known.code(), String.valueOf(known.getMessage()), known.hint(), place);
        }
        String message = thrown instanceof UserException ? thrown.getMessage() : thrown.toString();
        String where = debug ? "" : "; --debug shows where it happened";
        return new Failure(INTERNAL, "internal error: " + message, "please report it" + where, place);
    }
}
