package io.impsh.model;

import java.time.Instant;
import java.util.List;

/**
 * A published library of code that sources may {@code #require}.
 *
 * @param supported whether the vendor keeps it
 * @param versions as they are required, {@code Name:1.2.0}; in the service's order
 */
public record Library(String id, String name, Boolean supported, List<String> versions, RawJson raw) implements Entity {
    public static final String TYPE = "library";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Instant createdAt() {
        return null;
    }

    @Override
    public Instant updatedAt() {
        return null;
    }

    @Override
    public EntityRef owner() {
        return null;
    }
}
