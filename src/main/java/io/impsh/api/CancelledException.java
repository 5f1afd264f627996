package io.impsh.api;

import io.impsh.UserException;

/** The user stopped what was running. */
public class CancelledException extends UserException {
    private static final long serialVersionUID = 1L;

    private final boolean maybeSent;

    public CancelledException() {
        this(false);
    }

    CancelledException(boolean maybeSent) {
        super("CANCELLED", "cancelled", null);
        this.maybeSent = maybeSent;
    }

    /** Whether a write that was stopped may have happened; false when it surely has not. */
    public boolean maybeSent() {
        return maybeSent;
    }
}
