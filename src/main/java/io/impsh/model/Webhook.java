package io.impsh.model;

import java.time.Instant;
import java.util.List;

/**
 * A webhook: an address that impCentral posts to when something happens in a device group.
 *
 * @param url absolute, {@code http} or {@code https}
 * @param event one of {@link #EVENTS}
 * @param contentType {@link #JSON} or {@link #FORM}
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

    public static final List<String> EVENTS = List.of("blessing", "blinkup", "deployment");
    public static final String JSON = "application/json";
    public static final String FORM = "application/x-www-form-urlencoded";

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
