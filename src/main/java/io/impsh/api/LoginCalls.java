package io.impsh.api;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The calls that turn credentials into an access token. */
final class LoginCalls {
    private static final String SECOND_FACTOR_NEEDED = "PX200";

    private static final String WHOSE = "is the endpoint an impCentral API?";

    private final Connector next;
    private final CredentialSource source;
    private final WaitClock clock;

    LoginCalls(Connector next, CredentialSource source, WaitClock clock) {
        this.next = next;
        this.source = source;
        this.clock = clock;
    }

    AccessToken byPassword(Credentials.Password password, RequestContext context) {
        String purpose = "log in as " + password.user();
        ApiRequest request = ApiRequest.of("POST", purpose, "auth")
                .withBody(Json.write(Json.object().put("id", password.user()).put("password", password.password())))
                .in(context);
        ApiResponse response = next.send(request);
        String loginToken = ErrorReader.meta(response).path("login_token").stringValue(null);
        boolean secondFactor = response.status() == 403 && loginToken != null && isSecondFactor(response);
        return token(request, secondFactor ? bySecondFactor(request, loginToken) : response, null);
    }

    /** @throws LoginRefusal when the service does not know the token (any more) */
    AccessToken byRefreshToken(String refreshToken, RequestContext context) {
        return byGrant("token", refreshToken, "renew the login", refreshToken, context);
    }

    AccessToken byLoginKey(String key, RequestContext context) {
        return byGrant("key", key, "log in with the login key", null, context);
    }

    private ApiResponse bySecondFactor(ApiRequest first, String loginToken) {
        ApiRequest second = ApiRequest.of("POST", first.purpose() + " with the one-time code", "auth")
                .withHeader("X-Electricimp-OTP-Token", source.oneTimeCode())
                .withBody(Json.write(Map.of("login_token", loginToken)))
                .in(first.context());
        return next.send(second);
    }

    private static boolean isSecondFactor(ApiResponse response) {
        return ErrorReader.errors(response).stream().anyMatch(error -> SECOND_FACTOR_NEEDED.equals(error.code()));
    }

    private AccessToken byGrant(
            String member, String secret, String purpose, String refreshToken, RequestContext context) {
        ApiRequest request = ApiRequest.of("POST", purpose, "auth", "token")
                .withBody(Json.write(Map.of(member, secret)))
                .in(context);
        return token(request, next.send(request), refreshToken);
    }

    private AccessToken token(ApiRequest request, ApiResponse response, String keptRefreshToken) {
        if (!response.isSuccess()) {
            throw failure(request, response);
        }
        JsonNode body = response.document().other();
        String token = body.path("access_token").stringValue(null);
        if (token == null) {
            throw new UnreachableException(
                    "cannot " + request.purpose() + ": the service answered " + response.status()
                            + " without an access token",
                    WHOSE,
                    null);
        }
        return new AccessToken(token, expiry(body), body.path("refresh_token").stringValue(keptRefreshToken));
    }

    private static RuntimeException failure(ApiRequest request, ApiResponse response) {
        ApiException said = ErrorReader.exception(request, response);
        if (!response.isServerError() && !isJson(response)) {
            return new UnreachableException(said.getMessage(), WHOSE, null);
        }
        boolean refused = response.status() == 400
                || response.status() == 401
                || response.status() == 403
                || response.status() == 404;
        return refused ? new LoginRefusal(said) : said;
    }

    /** A page of somebody else says nothing about the user and the password. */
    private static boolean isJson(ApiResponse response) {
        try {
            return response.body().isEmpty() || response.document() != null;
        } catch (MalformedAnswerException page) {
            return false;
        }
    }

    /** Counted from now where that is possible: this machine's clock may be off. */
    private Instant expiry(JsonNode body) {
        if (body.path("expires_in").isNumber()) {
            return clock.now().plusSeconds(body.path("expires_in").asLong());
        }
        return Attributes.instant(body.path("expires_at"));
    }
}
