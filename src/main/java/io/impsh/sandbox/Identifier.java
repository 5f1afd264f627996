package io.impsh.sandbox;

import tools.jackson.databind.JsonNode;

/**
 * A resource identifier object of a request.
 *
 * @param type {@code null} if it was left out
 */
record Identifier(String type, String id) {

    /** @param pointer where it stands in the request, for the error */
    static Identifier read(JsonNode node, String pointer, boolean strict) {
        if (!node.isObject() || !node.path("id").isString()) {
            throw refused("An identifier needs a type and an id, both text.", pointer);
        }
        JsonNode type = node.path("type");
        if (!type.isString() && (strict || !type.isMissingNode())) {
            throw refused("An identifier needs a type, which is text.", pointer);
        }
        if (strict && node.size() > 2) {
            throw refused("An identifier has nothing but a type and an id.", pointer);
        }
        return new Identifier(
                type.isString() ? type.stringValue() : null, node.path("id").stringValue());
    }

    /** The body of a call that sets one relationship: {@code {"data": {type, id}}}. */
    static Identifier ofBody(Call call) {
        JsonNode body = call.request().json();
        refuseMore(call, body);
        return read(body.path("data"), "/data", call.strict());
    }

    /** In strict mode: a body of identifiers has nothing beside them. */
    static void refuseMore(Call call, JsonNode body) {
        if (call.strict() && body.size() > 1) {
            throw refused("The body has nothing but \"data\".", "");
        }
    }

    /** Refuses the identifier of something else; a missing type says nothing wrong. */
    void expect(String expectedType, String pointer) {
        if (type != null && !type.equals(expectedType)) {
            throw refused("The type must be " + expectedType + ", not " + type + ".", pointer);
        }
    }

    private static ApiException refused(String detail, String pointer) {
        return ApiError.invalid(detail).at(pointer).exception();
    }
}
