package io.impsh.api;

import io.impsh.UserException;
import java.util.function.Supplier;

/**
 * Where credentials come from. Asked when a request first needs them, never before, in the thread of that request; at
 * most one question at a time.
 */
public interface CredentialSource {
    /**
     * May read a file or ask the user.
     *
     * @throws UserException {@code NOT_LOGGED_IN} when there are none, with a hint of how to give some
     */
    Credentials credentials();

    /** Told of each new access token, so that it can be kept for the next run. Must not fail. */
    default void renewed(AccessToken token) {}

    /**
     * Other credentials, after the service refused those.
     *
     * @return {@code null} when there are no others
     */
    default Credentials insteadOf(Credentials refused) {
        return null;
    }

    /**
     * Runs a renewal in such a way that nobody else, in this process or another one, renews the same stored login at the
     * same time.
     *
     * @throws UserException {@code CREDENTIALS_BUSY} when somebody else does so for too long
     * @throws CancelledException when that is cancelled while it waits
     */
    default AccessToken exclusively(Cancellation cancellation, Supplier<AccessToken> renewal) {
        return renewal.get();
    }

    /**
     * What somebody else got for the same login since {@code last} was given; asked inside {@link #exclusively}.
     *
     * @param last {@code null} when there was none
     * @return {@code null} when there is nothing newer that is still good
     */
    default AccessToken storedSince(AccessToken last) {
        return null;
    }

    /** The six digits of the second factor, for an account that has one. */
    default String oneTimeCode() {
        throw new LoginException(
                "NOT_LOGGED_IN",
                "this account needs a one-time code, and nobody can be asked for it",
                "log in at a terminal, or use a login key");
    }

    /** Always the same. */
    static CredentialSource of(Credentials credentials) {
        return () -> credentials;
    }
}
