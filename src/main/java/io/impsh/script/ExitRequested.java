package io.impsh.script;

/** Thrown by an evaluation in which the script called {@code exit(code)}. */
public final class ExitRequested extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    public ExitRequested(int code) {
        super("exit(" + code + ")", null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
