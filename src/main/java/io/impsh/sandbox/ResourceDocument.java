package io.impsh.sandbox;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a create or update call: {@code {"data": {type, id, attributes, relationships}}}. */
final class ResourceDocument {
    private static final List<String> KEYS = List.of("type", "id", "attributes", "relationships");

    private final ObjectNode data;
    private final ObjectNode attributes;
    private final ObjectNode relationships;
    private final boolean strict;

    private ResourceDocument(ObjectNode data, boolean strict) {
        this.data = data;
        this.strict = strict;
        this.attributes = part("attributes");
        this.relationships = part("relationships");
    }

    static ResourceDocument of(Call call) {
        JsonNode body = call.request().json();
        if (!(body.path("data") instanceof ObjectNode data)) {
            throw ApiError.malformed("The body must be an object with an object \"data\".")
                    .exception();
        }
        ResourceDocument document = new ResourceDocument(data, call.strict());
        if (call.strict()) {
            refuseUnknown("", body, List.of("data"));
            refuseUnknown("/data", data, KEYS);
        }
        return document;
    }

    /** The JavaScript library sends {@code null} for an absent part. */
    private ObjectNode part(String name) {
        JsonNode value = data.path(name);
        if (value instanceof ObjectNode object) {
            return object;
        }
        if (value.isNull() || value.isMissingNode()) {
            return Json.object();
        }
        throw ApiError.invalid("The part " + name + " must be an object.")
                .at("/data/" + name)
                .exception();
    }

    /** The type as sent; {@code null} if left out. */
    String type() {
        JsonNode type = data.path("type");
        if (type.isMissingNode() && !strict) {
            return null;
        }
        if (!type.isString()) {
            throw ApiError.invalid("The type is required and must be a text.")
                    .at("/data/type")
                    .exception();
        }
        return type.stringValue();
    }

    void expectType(String expected) {
        String type = type();
        if (type != null && !type.equals(expected)) {
            throw ApiError.invalid("The type must be " + expected + ", not " + type + ".")
                    .at("/data/type")
                    .exception();
        }
    }

    /** In strict mode only: the id repeats what the path says, whichever identifier that is. */
    void expectId(String inPath) {
        if (strict && !inPath.equals(data.path("id").stringValue(null))) {
            throw ApiError.invalid("The id must be the one in the path.")
                    .at("/data/id")
                    .exception();
        }
    }

    /** @param known attributes that may be given; others are refused in strict mode and ignored otherwise */
    Attributes attributes(String... known) {
        if (strict) {
            refuseUnknown("/data/attributes", attributes, List.of(known));
        }
        return new Attributes(attributes);
    }

    /** @param known relationships that may be given; others are refused in strict mode and ignored otherwise */
    void permitRelationships(String... known) {
        if (strict) {
            refuseUnknown("/data/relationships", relationships, List.of(known));
        }
    }

    Optional<Identifier> relationship(String name) {
        JsonNode value = relationships.path(name);
        return value.isMissingNode()
                ? Optional.empty()
                : Optional.of(Identifier.read(value, "/data/relationships/" + name, strict));
    }

    Identifier requiredRelationship(String name) {
        return relationship(name).orElseThrow(() -> ApiError.invalid("The relationship " + name + " is required.")
                .at("/data/relationships/" + name)
                .exception());
    }

    static void refuseUnknown(String pointer, JsonNode object, List<String> known) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw ApiError.invalid("There is no '" + name + "' here; known are " + String.join(", ", known) + ".")
                        .at(pointer + "/" + name)
                        .exception();
            }
        }
    }
}
