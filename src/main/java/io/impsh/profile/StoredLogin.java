package io.impsh.profile;

import io.impsh.UserException;
import io.impsh.api.AccessToken;
import io.impsh.api.Credentials;
import io.impsh.api.Endpoint;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A login kept in a file, in the form of the vendor's tool: JSON with {@code endpoint}, {@code accessToken},
 * {@code expiresAt}, {@code refreshToken} and/or {@code loginKey}; in our own file also {@code account} and
 * {@code accountId}. Its text form shows no secret.
 *
 * @param present an access token that may still be good, or {@code null}
 * @param refreshToken {@code null} when there is none
 * @param loginKey {@code null} when there is none
 * @param owner {@code null} when the file does not say
 */
public record StoredLogin(URI endpoint, AccessToken present, String refreshToken, String loginKey, LoginOwner owner) {
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
        return new StoredLogin(endpoint(endpoint, source), present, refreshToken, loginKey, owner(node, source));
    }

    private static LoginOwner owner(JsonNode node, String source) {
        String id = text(node, "accountId", source);
        return id == null ? null : new LoginOwner(id, text(node, "account", source));
    }

    /** As the vendor's tool keeps it. */
    StoredLogin withoutOwner() {
        return new StoredLogin(endpoint, present, refreshToken, loginKey, null);
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
        boolean isNewer = refused instanceof Credentials.RefreshToken old
                && refreshToken != null
                && !refreshToken.equals(old.token());
        if (isNewer) {
            return first();
        }
        boolean isKeyLeft = loginKey != null && !(refused instanceof Credentials.LoginKey);
        return isKeyLeft ? new Credentials.LoginKey(loginKey) : null;
    }

    /**
     * Whether that is this login at another time, and not one that took its place: a session must not become somebody
     * else's in the middle.
     */
    boolean isSameLoginAs(StoredLogin other) {
        if (!endpoint.equals(other.endpoint)) {
            return false;
        }
        if (owner != null && other.owner != null) {
            return owner.id().equals(other.owner.id());
        }
        return refreshToken == null && loginKey == null
                ? Objects.equals(present, other.present)
                : Objects.equals(refreshToken, other.refreshToken) && Objects.equals(loginKey, other.loginKey);
    }

    /** What it was made with, for people. */
    public String kind() {
        if (refreshToken != null) {
            return "password";
        }
        return loginKey != null ? "login key" : "access token";
    }

    /** Puts this login into the place of another one; keys of others stay. */
    void writeInto(ObjectNode node) {
        node.put("endpoint", endpoint.toString());
        putOrRemove(node, "accessToken", present == null ? null : present.token());
        putOrRemove(node, "expiresAt", present == null ? null : expiry(present));
        putOrRemove(node, "refreshToken", refreshToken);
        putOrRemove(node, "loginKey", loginKey);
        putOrRemove(node, "account", owner == null ? null : owner.name());
        putOrRemove(node, "accountId", owner == null ? null : owner.id());
    }

    /** Puts a renewed token in the place of the old one and leaves everything else as it is. */
    static void renew(ObjectNode node, AccessToken token) {
        node.put("accessToken", token.token());
        putOrRemove(node, "expiresAt", expiry(token));
        if (token.refreshToken() != null) {
            node.put("refreshToken", token.refreshToken());
        }
    }

    private static String expiry(AccessToken token) {
        return token.expiresAt() == null
                ? null
                : token.expiresAt().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static void putOrRemove(ObjectNode node, String name, String value) {
        if (value == null) {
            node.remove(name);
        } else {
            node.put(name, value);
        }
    }

    @Override
    public String toString() {
        return "StoredLogin[endpoint=" + endpoint + ", owner=" + owner + "]";
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
        } catch (UserException bad) {
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
