package io.impsh.sandbox;

/** Refresh tokens of the caller. Access tokens issued with a deleted one stay valid. */
final class RefreshTokenHandler {
    private static final String PATH = "/v5/accounts/{id}/refresh_tokens";

    private final Store store;
    private final Tokens tokens;

    RefreshTokenHandler(Store store, Tokens tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    void addTo(Router router) {
        router.add("GET", PATH, call -> Reply.list(call, tokens.refreshTokens(own(call))))
                .add("DELETE", PATH + "/{token}", this::delete);
    }

    private Reply delete(Call call) {
        Account account = own(call);
        RefreshToken token = tokens.refreshToken(call.parameter("token"))
                .filter(found -> found.account().equals(account.id()))
                .orElseThrow(() ->
                        ApiError.notFound("There is no such refresh token.").exception());
        tokens.delete(token);
        return Reply.noContent();
    }

    private Account own(Call call) {
        return AccountHandler.own(call, store, "Refresh tokens");
    }
}
