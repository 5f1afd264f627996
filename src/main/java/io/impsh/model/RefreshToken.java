package io.impsh.model;

import java.time.Instant;

/**
 * A refresh token: what a login by password leaves behind. Its id is the token itself.
 *
 * @param id 64 hexadecimal digits; a secret
 * @param createdAt {@code null} where the service does not tell
 * @param lastUsedAt {@code null} where the service does not tell
 * @param raw without the id
 */
public record RefreshToken(String id, Instant createdAt, Instant lastUsedAt, RawJson raw) implements Entity {
    public static final String TYPE = "refresh_token";

    @Override
    public String type() {
        return TYPE;
    }

    /** What people may see of the id. */
    @Override
    public String name() {
        return SecretId.shortened(id);
    }

    /** Tokens do not change. */
    @Override
    public Instant updatedAt() {
        return null;
    }

    @Override
    public EntityRef owner() {
        return null;
    }

    @Override
    public RawJson raw() {
        return SecretId.without(id, raw);
    }

    /** Without the id. */
    @Override
    public String toString() {
        return "refresh token " + name();
    }
}
