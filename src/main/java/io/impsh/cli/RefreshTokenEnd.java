package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.api.ImpClient;
import java.util.Optional;

/** Gives a refresh token back to the service, so that nobody who finds it can use it. */
final class RefreshTokenEnd {
    private RefreshTokenEnd() {}

    /** Why it did not work; empty when it did, or when the service does not know the token any more. */
    static Optional<String> tryTo(ImpClient client, String refreshToken) {
        try {
            client.refreshTokens().delete(refreshToken);
            return Optional.empty();
        } catch (UserException failure) {
            boolean isGone =
                    failure.code().equals("NOT_FOUND") || failure.code().equals("NOT_LOGGED_IN");
            return isGone ? Optional.empty() : Optional.of(failure.getMessage());
        }
    }
}
