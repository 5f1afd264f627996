package io.impsh.bulk;

/** Asks whoever runs the program. */
public interface Confirmation {
    /**
     * Whether to go on.
     *
     * @throws io.impsh.UserException with the code {@code CONFIRMATION_NEEDED} when nobody can be asked
     */
    boolean confirm(Question question);

    /** Whether somebody is there. */
    default boolean canAsk() {
        return false;
    }

    /** Asks somebody who is there, even where {@link #confirm} takes a yes for granted. */
    default boolean goOn(Question question) {
        return confirm(question);
    }
}
