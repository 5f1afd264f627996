package io.impsh.script;

import io.impsh.UserException;

/** The end of an evaluation that was interrupted; not a failure of the script. */
public final class Cancelled extends UserException {
    private static final long serialVersionUID = 1L;

    /** Of {@link #code()}. */
    public static final String CODE = "CANCELLED";

    public Cancelled() {
        this(null);
    }

    public Cancelled(Throwable cause) {
        super(CODE, "cancelled", null, cause);
    }
}
