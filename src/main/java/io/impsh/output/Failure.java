package io.impsh.output;

import io.impsh.UserException;
import io.impsh.script.CodeProblem;
import io.impsh.script.CompileFailure;
import io.impsh.script.ScriptFailure;
import java.util.List;
import java.util.Map;

/**
 * What is told of a failure.
 *
 * @param hint may have several lines; {@code null} if there is nothing to do
 * @param place {@code null} if it is no script that failed
 * @param details what else is known, such as the HTTP status
 * @param problems what a compiler says of code that was to be deployed; else empty
 */
record Failure(
        String code,
        String message,
        String hint,
        ScriptPlace place,
        Map<String, Object> details,
        List<CodeProblem> problems) {
    Failure(String code, String message, String hint, ScriptPlace place) {
        this(code, message, hint, place, Map.of(), List.of());
    }

    private static final String INTERNAL = ScriptFailure.INTERNAL;

    /** @param debug whether a stack trace will follow anyway */
    static Failure of(Throwable thrown, boolean debug) {
        ScriptPlace place = thrown instanceof ScriptFailure script ? ScriptPlace.of(script) : null;
        if (thrown instanceof UserException known && !known.code().equals(INTERNAL)) {
            return new Failure(
                    known.code(),
                    String.valueOf(known.getMessage()),
                    known.hint(),
                    place,
                    details(thrown),
                    problems(thrown));
        }
        String message = thrown instanceof UserException ? thrown.getMessage() : thrown.toString();
        String where = debug ? "" : "; --debug shows where it happened";
        return new Failure(INTERNAL, "internal error: " + message, "please report it" + where, place);
    }

    /** What stands behind a script's failure knows them. */
    private static Map<String, Object> details(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserException known && !known.details().isEmpty()) {
                return known.details();
            }
        }
        return Map.of();
    }

    private static List<CodeProblem> problems(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CompileFailure failure) {
                return failure.problems();
            }
        }
        return List.of();
    }
}
