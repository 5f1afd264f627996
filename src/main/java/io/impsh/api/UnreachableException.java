package io.impsh.api;

import io.impsh.UserException;

/** No usable answer after several tries: no connection, no such host, time-outs, or answers that make no sense. */
public class UnreachableException extends UserException {
    private static final long serialVersionUID = 1L;

    public UnreachableException(String message, String hint, Throwable cause) {
        super("UNREACHABLE", message, hint, cause);
    }

    @Override
    public boolean isPassing() {
        return true;
    }
}
