package io.impsh.api;

/** Puts the access token into requests and, once per request, gets another when the service refuses it. */
final class AuthorizedConnector implements Connector {
    private static final int UNAUTHORIZED = 401;

    private final Connector next;
    private final TokenKeeper tokens;

    AuthorizedConnector(Connector next, TokenKeeper tokens) {
        this.next = next;
        this.tokens = tokens;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        AccessToken token = tokens.token(request.context());
        ApiResponse response = next.send(authorized(request, token));
        if (response.status() != UNAUTHORIZED) {
            return response;
        }
        ApiResponse second = next.send(authorized(request, tokens.insteadOf(token, request.context())));
        if (second.status() == UNAUTHORIZED) {
            throw new LoginException(
                    "LOGIN_REFUSED",
                    "cannot " + request.purpose() + ": the service refuses the access token that it has just given: "
                            + ErrorReader.text(second),
                    null);
        }
        return second;
    }

    private static ApiRequest authorized(ApiRequest request, AccessToken token) {
        return request.withHeader("Authorization", "Bearer " + token.token());
    }
}
