package io.impsh.model;

import java.time.Instant;

/**
 * A product: the roof over device groups.
 *
 * @param name 1 to 80 characters, unique among the products of its owner
 * @param description up to 255 characters, or {@code null}
 */
public record Product(
        String id,
        String name,
        String description,
        Instant createdAt,
        Instant updatedAt,
        EntityRef owner,
        EntityRef creator,
        RawJson raw)
        implements Entity {
    public static final String TYPE = "product";

    @Override
    public String type() {
        return TYPE;
    }
}
