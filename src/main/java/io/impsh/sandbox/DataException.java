package io.impsh.sandbox;

/** A data file cannot be used or written; it is left as it is. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    DataException(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** What to do next. */
    public String hint() {
        return hint;
    }
}
