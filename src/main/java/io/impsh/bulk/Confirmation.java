package io.impsh.bulk;

import io.impsh.UserException;

/** Asks whoever runs the program. */
public interface Confirmation {
    /**
     * Whether to go on.
     *
     * @throws UserException with the code {@code CONFIRMATION_NEEDED} when nobody can be asked
     */
    boolean confirm(Question question);
}
