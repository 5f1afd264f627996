package io.impsh.profile;

import io.impsh.UserException;
import io.impsh.api.AccessToken;
import io.impsh.api.Cancellation;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A login in a file of ours or of the vendor's tool, which other shells use as well: it is read again before it is
 * renewed, renewed by one shell at a time, and written back.
 */
final class StoredLoginSource implements CredentialSource {
    private final LoginPlace place;
    private StoredLogin held;

    StoredLoginSource(StoredLogin login, LoginPlace place) {
        this.held = login;
        this.place = place;
    }

    @Override
    public Credentials credentials() {
        return current().first();
    }

    @Override
    public Credentials insteadOf(Credentials refused) {
        return current().insteadOf(refused);
    }

    @Override
    public AccessToken exclusively(Cancellation cancellation, Supplier<AccessToken> renewal) {
        return place.exclusively(cancellation, renewal);
    }

    @Override
    public AccessToken storedSince(AccessToken last) {
        AccessToken present = current().present();
        return present != null && isGood(present) && isNewer(present, last) ? present : null;
    }

    @Override
    public void renewed(AccessToken token) {
        place.renew(current(), token);
    }

    /** What the file says now, unless it has become unreadable, or somebody else's. */
    private synchronized StoredLogin current() {
        try {
            StoredLogin now = place.read();
            if (now != null && now.isSameLoginAs(held)) {
                held = now;
            }
        } catch (UserException brokenMeanwhile) {
            // What was read at first is as good as it was.
            return held;
        }
        return held;
    }

    private static boolean isGood(AccessToken token) {
        return token.expiresAt() == null || Instant.now().isBefore(token.expiresAt());
    }

    private static boolean isNewer(AccessToken token, AccessToken last) {
        if (last == null || last.expiresAt() == null || token.expiresAt() == null) {
            return last == null || !token.token().equals(last.token());
        }
        return token.expiresAt().isAfter(last.expiresAt());
    }
}
