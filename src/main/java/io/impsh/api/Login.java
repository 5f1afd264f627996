package io.impsh.api;

import java.util.function.Supplier;

/** Gets access tokens for a {@link CredentialSource}, by the cheapest way that the service still accepts. */
final class Login {
    private static final String LOG_IN = "log in again with impsh login, or set IMPSH_USER and IMPSH_PASSWORD";

    private final CredentialSource source;
    private final LoginCalls calls;

    Login(CredentialSource source, LoginCalls calls) {
        this.source = source;
        this.calls = calls;
    }

    /**
     * @param last the token to replace, or {@code null} at first
     * @throws LoginException when the service takes none of what the source knows
     */
    AccessToken renew(AccessToken last, RequestContext context) {
        if (last != null && last.refreshToken() != null) {
            try {
                return renewed(last, context, () -> calls.byRefreshToken(last.refreshToken(), context));
            } catch (LoginRefusal gone) {
                return afterRefusal(new Credentials.RefreshToken(last.refreshToken(), last), last, gone, context);
            }
        }
        return login(source.credentials(), last, context);
    }

    private AccessToken login(Credentials credentials, AccessToken bad, RequestContext context) {
        try {
            return attempt(credentials, bad, context);
        } catch (LoginRefusal refusal) {
            return afterRefusal(credentials, bad, refusal, context);
        }
    }

    private AccessToken attempt(Credentials credentials, AccessToken bad, RequestContext context) {
        if (credentials instanceof Credentials.Password password) {
            return told(calls.byPassword(password, context));
        }
        if (credentials instanceof Credentials.LoginKey key) {
            return renewed(bad, context, () -> calls.byLoginKey(key.key(), context));
        }
        if (credentials instanceof Credentials.RefreshToken stored) {
            return isFresh(stored.present(), bad)
                    ? withRefreshToken(stored)
                    : renewed(bad, context, () -> calls.byRefreshToken(stored.token(), context));
        }
        AccessToken only = ((Credentials.Token) credentials).token();
        if (isFresh(only, bad)) {
            return only;
        }
        throw new LoginRefusal("the access token has expired, and nothing renews it");
    }

    /** A password known beside a refused refresh token still helps; a second refusal is the last word. */
    private AccessToken afterRefusal(
            Credentials refused, AccessToken bad, LoginRefusal refusal, RequestContext context) {
        Credentials other = source.insteadOf(refused);
        if (other == null && refused instanceof Credentials.RefreshToken) {
            other = passwordOf(source);
        }
        if (other == null) {
            throw lastWord(refused, refusal);
        }
        try {
            return attempt(other, bad, context);
        } catch (LoginRefusal again) {
            throw lastWord(other, again);
        }
    }

    private static Credentials passwordOf(CredentialSource source) {
        Credentials known = source.credentials();
        return known instanceof Credentials.Password || known instanceof Credentials.LoginKey ? known : null;
    }

    private static LoginException lastWord(Credentials refused, LoginRefusal refusal) {
        if (refused instanceof Credentials.RefreshToken) {
            return new LoginException("NOT_LOGGED_IN", "the stored login is no longer valid", LOG_IN);
        }
        if (refused instanceof Credentials.Token) {
            return new LoginException("NOT_LOGGED_IN", refusal.getMessage(), LOG_IN);
        }
        return new LoginException("LOGIN_REFUSED", refusal.getMessage(), advice(refused, refusal));
    }

    private static String advice(Credentials refused, LoginRefusal refusal) {
        boolean isElsewhere = refused instanceof Credentials.Password
                && refusal.getCause() instanceof ApiException said
                && said.status() == 404;
        return isElsewhere
                ? "check the endpoint: nobody logs in at this address"
                : "check the user, the password or the key";
    }

    private static boolean isFresh(AccessToken token, AccessToken bad) {
        return token != null && (bad == null || !token.token().equals(bad.token()));
    }

    private static AccessToken withRefreshToken(Credentials.RefreshToken stored) {
        AccessToken present = stored.present();
        return new AccessToken(present.token(), present.expiresAt(), stored.token());
    }

    /** One shell gets the new token; another one that waits meanwhile takes that instead of buying its own. */
    private AccessToken renewed(AccessToken last, RequestContext context, Supplier<AccessToken> renewal) {
        return source.exclusively(context.cancellation(), () -> {
            AccessToken others = source.storedSince(last);
            return others != null ? others : told(renewal.get());
        });
    }

    private AccessToken told(AccessToken token) {
        source.renewed(token);
        return token;
    }
}
