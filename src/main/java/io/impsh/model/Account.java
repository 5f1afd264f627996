package io.impsh.model;

import java.time.Instant;

/**
 * An account: one's own, or one that one collaborates with.
 *
 * @param tier a value that begins with {@code ent} means enterprise, anything else free
 */
public record Account(
        String id, String username, String email, String tier, Instant createdAt, Instant updatedAt, RawJson raw)
        implements Entity {
    public static final String TYPE = "account";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String name() {
        return username;
    }

    @Override
    public EntityRef owner() {
        return null;
    }
}
