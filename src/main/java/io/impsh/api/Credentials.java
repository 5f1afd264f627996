package io.impsh.api;

/** What proves who the caller is. No text form shows a secret. */
public sealed interface Credentials {
    /** An account's own password. Each login with it makes a refresh token, of which the service keeps only a few. */
    record Password(String user, String password) implements Credentials {
        @Override
        public String toString() {
            return "Password[user=" + user + "]";
        }
    }

    /**
     * What an earlier login left behind.
     *
     * @param present an access token that may still be good, or {@code null}
     */
    record RefreshToken(String token, AccessToken present) implements Credentials {
        @Override
        public String toString() {
            return "RefreshToken[present=" + present + "]";
        }
    }

    /** A 16-character key made for machines. */
    record LoginKey(String key) implements Credentials {
        @Override
        public String toString() {
            return "LoginKey[]";
        }
    }

    /** An access token and nothing to renew it with. */
    record Token(AccessToken token) implements Credentials {}
}
