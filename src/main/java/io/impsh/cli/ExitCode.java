package io.impsh.cli;

import io.impsh.UserException;

/** What the program's end tells whoever started it. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int INCOMPLETE = 3;
    static final int NO_ACCESS = 4;
    static final int UNREACHABLE = 5;
    static final int NOT_CONFIRMED = 6;
    static final int TIMEOUT = 124;
    static final int HUNG_UP = 129;
    static final int INTERRUPTED = 130;
    static final int TERMINATED = 143;

    private ExitCode() {}

    /** A script's failure carries the code of the failure of the API that it did not catch. */
    static int of(Throwable failure) {
        return failure instanceof UserException known ? of(known.code()) : FAILED;
    }

    private static int of(String code) {
        return switch (code) {
            case "USAGE", "NO_SUCH_PROFILE", "BAD_ENDPOINT" -> USAGE;
            case "NOT_LOGGED_IN",
                    "LOGIN_REFUSED",
                    "FORBIDDEN",
                    "CREDENTIALS_BROKEN",
                    "CREDENTIALS_BUSY",
                    "LOGIN_NOT_STORED" -> NO_ACCESS;
            case "UNREACHABLE", "RATE_LIMITED", "SERVER_ERROR", "LOST_ANSWER" -> UNREACHABLE;
            case "CONFIRMATION_NEEDED", "DECLINED", "READ_ONLY" -> NOT_CONFIRMED;
            case "CANCELLED" -> INTERRUPTED;
            default -> FAILED;
        };
    }
}
