package io.impsh.cli;

import io.impsh.api.AccessToken;
import io.impsh.api.Cancellation;
import io.impsh.api.Credentials;
import io.impsh.api.ImpClient;
import io.impsh.model.Account;
import io.impsh.profile.LoginOwner;
import io.impsh.profile.StoredLogin;
import java.net.URI;

/** A login that the service has taken, verified by reading the account. */
record NewLogin(URI endpoint, Account account, Credentials credentials, AccessToken token) {
    /**
     * @param temporary whether nothing shall outlive the access token: a refresh token is given back at once
     */
    static NewLogin with(
            LoginInput input, URI endpoint, boolean temporary, Cancellation cancellation, CommandContext context) {
        try (ImpClient client = Audit.of(context)
                .connect(
                        context.connectionTo(endpoint, input),
                        context.options().profile().orElse(null))) {
            ImpClient cancellable = client.with(cancellation);
            Account account = cancellable.accounts().me();
            AccessToken token = input.token();
            if (temporary && token.refreshToken() != null) {
                RefreshTokenEnd.tryTo(cancellable, token.refreshToken());
                token = new AccessToken(token.token(), token.expiresAt(), null);
            }
            return new NewLogin(endpoint, account, input.credentials(), token);
        }
    }

    /** What is kept of it: never the password. */
    StoredLogin toStore(boolean temporary) {
        String key = credentials instanceof Credentials.LoginKey given && !temporary ? given.key() : null;
        return new StoredLogin(
                endpoint, token, token.refreshToken(), key, new LoginOwner(account.id(), account.username()));
    }

    /** Such as {@code demo (demo@example.com)}. */
    String who() {
        return account.email() == null ? account.username() : account.username() + " (" + account.email() + ")";
    }
}
