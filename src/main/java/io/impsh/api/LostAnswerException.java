package io.impsh.api;

import io.impsh.UserException;

/**
 * A create, assign, unassign or restart was, or may have been, received, and its answer was lost: the connection died,
 * the answer was cut, or it was a 5xx. The client never sends such a request again, because doing it twice is not doing
 * it once. The caller has to look at the state.
 */
public class LostAnswerException extends UserException {
    private static final long serialVersionUID = 1L;

    public LostAnswerException(String message, String hint, Throwable cause) {
        super("LOST_ANSWER", message, hint, cause);
    }

    @Override
    public boolean isPassing() {
        return true;
    }
}
