package io.impsh.profile;

import io.impsh.UserException;

/** The words for a source of credentials that is there but cannot be used: it stops, it is not passed over. */
final class BrokenSource {
    private BrokenSource() {}

    static UserException of(String source, String problem) {
        return of(source, problem, null);
    }

    static UserException of(String source, String problem, Throwable cause) {
        return new UserException(
                "CREDENTIALS_BROKEN",
                source + ": " + problem,
                "repair it, or take it away to use the next source",
                cause);
    }
}
