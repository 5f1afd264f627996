package io.impsh.api;

import io.impsh.model.EntityRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads one resource's facts. What is missing, or of another kind than expected, is {@code null}, never a failure. */
final class Attributes {
    private final JsonNode attributes;
    private final JsonNode relationships;

    Attributes(Resource resource) {
        this.attributes = resource.tree().path("attributes");
        this.relationships = resource.tree().path("relationships");
    }

    String text(String name) {
        return attributes.path(name).stringValue(null);
    }

    Instant time(String name) {
        return instant(attributes.path(name));
    }

    Long number(String name) {
        JsonNode node = attributes.path(name);
        return node.isIntegralNumber() && node.canConvertToLong() ? (Long) node.longValue() : null;
    }

    Boolean flag(String name) {
        JsonNode node = attributes.path(name);
        return node.isBoolean() ? (Boolean) node.booleanValue() : null;
    }

    /** The strings of a list; empty when there is none. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : attributes.path(name)) {
            if (each.isString()) {
                texts.add(each.stringValue());
            }
        }
        return List.copyOf(texts);
    }

    JsonNode node(String name) {
        return attributes.path(name);
    }

    EntityRef ref(String name) {
        JsonNode target = relationships.path(name);
        String id = target.path("id").stringValue(null);
        return id == null ? null : new EntityRef(target.path("type").stringValue(null), id);
    }

    static Instant instant(JsonNode node) {
        return node.isString() ? TimeStamps.read(node.stringValue()) : null;
    }
}
