package io.impsh.sandbox;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Logging in and renewing access tokens. */
final class AuthenticationHandler {
    private static final String BEARER = "Bearer ";

    private final Store store;
    private final Tokens tokens;

    AuthenticationHandler(Store store, Tokens tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    void addTo(Router router) {
        router.addOpen("POST", "/v5/auth", this::login).addOpen("POST", "/v5/auth/token", this::renew);
    }

    /** Whose access token the request carries. */
    Account caller(Request request) {
        String header = request.header("Authorization");
        return Optional.ofNullable(header)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(value -> tokens.access(value.substring(BEARER.length()).strip()))
                .map(store::account)
                .orElseThrow(() -> ApiError.invalidToken().exception());
    }

    private Reply login(Call call) {
        JsonNode body = call.request().json();
        if (body.has("login_token")) {
            refuseMore(call, body, "login_token");
            return secondStep(text(body, "login_token"), call.request().header("X-Electricimp-OTP-Token"));
        }
        refuseMore(call, body, "id", "password");
        String name = text(body, "id");
        String password = text(body, "password");
        Account account = store.accounts().stream()
                .filter(candidate -> candidate.answersTo(name, password))
                .findFirst()
                .orElseThrow(() -> invalidCredentials("The username or password is not valid."));
        if (account.oneTimeCode() != null) {
            throw secondFactorNeeded(account);
        }
        return granted(account);
    }

    private Reply secondStep(String loginToken, String code) {
        Account account = tokens.login(loginToken)
                .map(store::account)
                .orElseThrow(() -> invalidCredentials("The login token is unknown or expired."));
        if (!account.oneTimeCode().equals(code)) {
            throw invalidCredentials("The one-time code is not valid.");
        }
        tokens.endLogin(loginToken);
        return granted(account);
    }

    private ApiException secondFactorNeeded(Account account) {
        Tokens.Temporary login = tokens.issueLogin(account);
        ObjectNode meta =
                Json.object().put("login_token", login.secret()).put("expires_at", Json.time(login.expiresAt()));
        return new ApiError(403, "PX200", "One-Time Code Required", "This account needs a one-time code to log in.")
                .with(meta)
                .exception();
    }

    private Reply renew(Call call) {
        JsonNode body = call.request().json();
        if (body.has("key") && !body.has("token")) {
            refuseMore(call, body, "key");
            return withKey(text(body, "key"));
        }
        refuseMore(call, body, "token");
        RefreshToken token = tokens.refreshToken(text(body, "token"))
                .orElseThrow(() ->
                        ApiError.notFound("There is no such refresh token.").exception());
        tokens.use(token);
        return access(store.account(token.account()), null);
    }

    private Reply withKey(String secret) {
        for (Account account : store.accounts()) {
            Optional<LoginKey> key = account.loginKey(secret);
            if (key.isPresent()) {
                key.get().use();
                return access(account, null);
            }
        }
        throw ApiError.notFound("There is no such login key.").exception();
    }

    private Reply granted(Account account) {
        return access(account, tokens.issueRefresh(account).id());
    }

    /** @param refreshToken {@code null} when renewing: the client keeps the one it has */
    private Reply access(Account account, String refreshToken) {
        Tokens.Temporary access = tokens.issueAccess(account);
        return Reply.json(200, out -> {
            out.writeStartObject();
            out.writeStringProperty("access_token", access.secret());
            out.writeNumberProperty("expires_in", tokens.accessLife().toSeconds());
            out.writeStringProperty("expires_at", Json.time(access.expiresAt()));
            if (refreshToken != null) {
                out.writeStringProperty("refresh_token", refreshToken);
            }
            out.writeEndObject();
        });
    }

    /** In strict mode: a body has nothing but what is known. */
    private static void refuseMore(Call call, JsonNode body, String... known) {
        if (call.strict()) {
            ResourceDocument.refuseUnknown("", body, List.of(known));
        }
    }

    private static String text(JsonNode body, String key) {
        if (!body.path(key).isString()) {
            throw ApiError.invalid("The field " + key + " is required and must be a text.")
                    .at("/" + key)
                    .exception();
        }
        return body.path(key).stringValue();
    }

    private static ApiException invalidCredentials(String detail) {
        return new ApiError(401, "PX100", "Invalid Credentials", detail).exception();
    }
}
