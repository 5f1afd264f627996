package io.impsh.sandbox;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Writes resource objects straight into the answer, since pages of a large fleet would otherwise be built twice.
 * Relationships are flat identifiers without a {@code data} wrapper, and absent when unset, as the clients need them.
 */
final class ResourceWriter {
    private final JsonGenerator out;
    private final String base;

    ResourceWriter(JsonGenerator out, String base) {
        this.out = out;
        this.base = base;
    }

    /** Opens the object and its attributes; {@code path} is that of the collection, such as {@code /products}. */
    ResourceWriter begin(String type, String id, String path) {
        out.writeStartObject();
        out.writeStringProperty("type", type);
        out.writeStringProperty("id", id);
        out.writeObjectPropertyStart("links");
        out.writeStringProperty("self", link(path, id));
        out.writeEndObject();
        out.writeObjectPropertyStart("attributes");
        return this;
    }

    /** Absolute URL of a resource. */
    String link(String path, String id) {
        return base + path + "/" + id;
    }

    ResourceWriter text(String name, String value) {
        out.writeStringProperty(name, value);
        return this;
    }

    ResourceWriter texts(String name, List<String> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(out::writeString);
        out.writeEndArray();
        return this;
    }

    /** Milliseconds since 1970. */
    ResourceWriter time(String name, long milliseconds) {
        out.writeStringProperty(name, Json.time(milliseconds));
        return this;
    }

    ResourceWriter nothing(String name) {
        out.writeNullProperty(name);
        return this;
    }

    ResourceWriter flag(String name, boolean value) {
        out.writeBooleanProperty(name, value);
        return this;
    }

    ResourceWriter number(String name, long value) {
        out.writeNumberProperty(name, value);
        return this;
    }

    ResourceWriter tree(String name, JsonNode value) {
        out.writeName(name);
        out.writeTree(value);
        return this;
    }

    /** Ends the attributes. */
    ResourceWriter relationships() {
        out.writeEndObject();
        out.writeObjectPropertyStart("relationships");
        return this;
    }

    ResourceWriter account(String name, Account account) {
        return relation(name, "account", account.id());
    }

    ResourceWriter relation(String name, String type, String id) {
        out.writeObjectPropertyStart(name);
        out.writeStringProperty("type", type);
        out.writeStringProperty("id", id);
        out.writeEndObject();
        return this;
    }

    /** One that points to many. */
    ResourceWriter relations(String name, String type, List<String> related) {
        out.writeArrayPropertyStart(name);
        for (String id : related) {
            out.writeStartObject();
            out.writeStringProperty("type", type);
            out.writeStringProperty("id", id);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }

    void end() {
        out.writeEndObject();
        out.writeEndObject();
    }
}
