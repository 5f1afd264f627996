package io.impsh.model;

import java.time.Instant;

/**
 * A webhook: an address that impCentral posts to when something happens in a device group.
 *
 * @param url absolute, {@code http} or {@code https}
 * @param event {@code blessing}, {@code blinkup} or {@code deployment}
 * @param contentType {@code application/json} or {@code application/x-www-form-urlencoded}
 * @param product may be {@code null}: the service is not known to send it
 * @param group its type is the group's concrete type
 */
public record Webhook(
        String id,
        String url,
        String event,
        String contentType,
        Instant createdAt,
        Instant updatedAt,
        EntityRef owner,
        EntityRef creator,
        EntityRef product,
        EntityRef group,
        RawJson raw)
        implements Entity {
    public static final String TYPE = "webhook";

    @Override
    public String type() {
        return TYPE;
    }

    /** Webhooks have no names. */
    @Override
    public String name() {
        return null;
    }
}
