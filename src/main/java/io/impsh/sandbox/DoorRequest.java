package io.impsh.sandbox;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a call to the side door: a flat object, checked as it is read. An empty body is an empty object. */
final class DoorRequest {
    private final JsonNode body;

    private DoorRequest(JsonNode body) {
        this.body = body;
    }

    /** @param known the keys that may be given */
    static DoorRequest of(Call call, List<String> known) {
        JsonNode body = call.request().json();
        return of(body.isNull() ? Json.object() : body, known);
    }

    static DoorRequest of(JsonNode body, List<String> known) {
        if (!(body instanceof ObjectNode object)) {
            throw ApiError.malformed("The body must be an object.").exception();
        }
        for (String key : object.propertyNames()) {
            if (!known.contains(key)) {
                throw refused(
                        key, known.isEmpty() ? "is not known here" : "is not known here; known are " + known(known));
            }
        }
        return new DoorRequest(object);
    }

    private static String known(List<String> keys) {
        return String.join(", ", keys);
    }

    Optional<String> text(String key) {
        JsonNode value = body.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw refused(key, "must be a text");
        }
        return Optional.of(value.stringValue());
    }

    int number(String key, int absent, int most) {
        JsonNode value = body.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > most) {
            throw refused(key, "must be a whole number from 1 to " + most);
        }
        return value.intValue();
    }

    Optional<Boolean> flag(String key) {
        JsonNode value = body.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw refused(key, "must be true or false");
        }
        return Optional.of(value.booleanValue());
    }

    static ApiException refused(String key, String why) {
        return ApiError.invalid("The key '" + key + "' " + why + ".")
                .at("/" + key)
                .exception();
    }
}
