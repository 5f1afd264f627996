package io.impsh.profile;

import io.impsh.api.AccessToken;
import io.impsh.api.Credentials;
import io.impsh.api.Endpoint;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A login kept in a file, in the form of the vendor's tool: JSON with {@code endpoint}, {@code accessToken},
 * {@code expiresAt}, {@code refreshToken} and/or {@code loginKey}.
 */
record StoredLogin(URI endpoint, AccessToken present, String refreshToken, String loginKey) {
    /** @param source for the message when something is wrong */
    static StoredLogin read(JsonNode node, String source) {
        String endpoint = text(node, "endpoint", source);
        String accessToken = text(node, "accessToken", source);
        String refreshToken = text(node, "refreshToken", source);
        String loginKey = text(node, "loginKey", source);
        if (accessToken == null && refreshToken == null && loginKey == null) {
            throw BrokenSource.of(source, "holds no accessToken, refreshToken or loginKey");
        }
        AccessToken present = accessToken == null
                ? null
                : new AccessToken(accessToken, time(text(node, "expiresAt", source), source), refreshToken);
        return new StoredLogin(endpoint(endpoint, source), present, refreshToken, loginKey);
    }

    /** What to try first: an access token that may still be good costs nothing. */
    Credentials first() {
        if (refreshToken != null) {
            return new Credentials.RefreshToken(refreshToken, present);
        }
        return present != null ? new Credentials.Token(present) : new Credentials.LoginKey(loginKey);
    }

    /** After the service refused those; {@code null} when there is nothing else. */
    Credentials insteadOf(Credentials refused) {
        boolean isKeyLeft = loginKey != null && !(refused instanceof Credentials.LoginKey);
        return isKeyLeft ? new Credentials.LoginKey(loginKey) : null;
    }

    /** Puts a renewed token in the place of the old one and leaves everything else as it is. */
    static void renew(ObjectNode node, AccessToken token) {
        node.put("accessToken", token.token());
        if (token.expiresAt() == null) {
            node.remove("expiresAt");
        } else {
            node.put("expiresAt", token.expiresAt().toString());
        }
        if (token.refreshToken() != null) {
            node.put("refreshToken", token.refreshToken());
        }
    }

    @Override
    public String toString() {
        return "StoredLogin[endpoint=" + endpoint + "]";
    }

    private static String text(JsonNode node, String name, String source) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()
                || value.isNull()
                || value.isString() && value.stringValue().isEmpty()) {
            return null;
        }
        if (!value.isString()) {
            throw BrokenSource.of(source, name + " is not a text");
        }
        return value.stringValue();
    }

    private static URI endpoint(String text, String source) {
        try {
            return text == null ? Endpoint.AWS : Endpoint.parse(text);
        } catch (io.impsh.UserException bad) {
            throw BrokenSource.of(source, bad.getMessage(), bad);
        }
    }

    private static Instant time(String text, String source) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException bad) {
            throw BrokenSource.of(source, "expiresAt is not a time: " + text, bad);
        }
    }
}
