package io.impsh.model;

import java.time.Instant;

/**
 * A login key: a password for programs. Its id is the key itself.
 *
 * @param id 16 characters of {@code 0-9a-z}; a secret
 * @param usages how often it was used to get an access token
 * @param revealed whether the whole id may be shown
 * @param raw as it was sent; to be shown only when {@code revealed}
 */
public record LoginKey(
        String id, String description, Long usages, Instant createdAt, Instant updatedAt, boolean revealed, RawJson raw)
        implements Entity {
    public static final String TYPE = "login_key";

    @Override
    public String type() {
        return TYPE;
    }

    /** What people may see of the id. */
    @Override
    public String name() {
        return revealed ? id : SecretId.shortened(id);
    }

    @Override
    public EntityRef owner() {
        return null;
    }

    @Override
    public RawJson raw() {
        return revealed ? raw : SecretId.without(id, raw);
    }

    public LoginKey withRevealed() {
        return new LoginKey(id, description, usages, createdAt, updatedAt, true, raw);
    }

    /** Without the id. */
    @Override
    public String toString() {
        return "login key " + SecretId.shortened(id);
    }
}
