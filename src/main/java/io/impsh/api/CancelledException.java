package io.impsh.api;

import io.impsh.UserException;

/** The user stopped what was running. Whether a write that was in flight has happened is not known. */
public class CancelledException extends UserException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("CANCELLED", "cancelled", null);
    }
}
