package io.impsh;

import java.util.Map;

/**
 * A failure worded for the person who reads it. Every exception of this program that can reach a user extends it, so
 * that one place can print them all.
 *
 * <p>{@code code} is a short constant such as {@code NOT_FOUND}, stable enough for scripts to compare; the message says
 * what failed and on what; the hint, which may be {@code null}, says what to do next and may have several lines.
 */
public class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    public UserException(String code, String message, String hint) {
        this(code, message, hint, null);
    }

    public UserException(String code, String message, String hint, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    public String code() {
        return code;
    }

    /** What else is known of it, for programs: scalars by name, none of them {@code null}. */
    public Map<String, Object> details() {
        return Map.of();
    }

    /** Whether the same may well succeed a little later: the network, a server's trouble, too many requests. */
    public boolean isPassing() {
        return false;
    }

    /** What to do next, or {@code null}. */
    public String hint() {
        return hint;
    }
}
