package io.impsh.cli;

import io.impsh.api.AccessToken;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;

/** A login that is kept in memory only, until the session ends. */
record SessionLogin(Credentials given, AccessToken token) implements CredentialSource {
    @Override
    public Credentials credentials() {
        return token.refreshToken() == null ? given : new Credentials.RefreshToken(token.refreshToken(), token);
    }

    @Override
    public Credentials insteadOf(Credentials refused) {
        return refused.equals(given) ? null : given;
    }

    @Override
    public String toString() {
        return "SessionLogin[" + given + "]";
    }
}
