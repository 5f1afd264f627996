package io.impsh.library;

import io.impsh.UserException;

/** The program, or one of its scripts, was called in a wrong way; nothing has been done. Its code is {@code USAGE}. */
public final class UsageException extends UserException {
    private static final long serialVersionUID = 1L;

    public static final String CODE = "USAGE";

    /** @param hint may be {@code null} */
    public UsageException(String message, String hint) {
        this(message, hint, null);
    }

    public UsageException(String message, String hint, Throwable cause) {
        super(CODE, message, hint, cause);
    }
}
