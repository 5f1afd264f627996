package io.impsh.api;

import io.impsh.model.RefreshToken;

/** The refresh tokens of the own account: each login by password leaves one, five at most. */
public final class RefreshTokens {
    private static final String[] COLLECTION = {"accounts", "me", "refresh_tokens"};

    private final Calls calls;

    RefreshTokens(Calls calls) {
        this.calls = calls;
    }

    public PagedIterable<RefreshToken> list() {
        return calls.list(
                ApiRequest.of("GET", "list refresh tokens", COLLECTION), Filter.none(), AccessReader::refreshToken);
    }

    /** Ends the login that it belongs to; access tokens that it gave stay good until they expire. */
    public void delete(String id) {
        calls.done(ApiRequest.of(
                "DELETE",
                "revoke a refresh token",
                COLLECTION[0],
                COLLECTION[1],
                COLLECTION[2],
                Calls.id("refresh token", id)));
    }
}
