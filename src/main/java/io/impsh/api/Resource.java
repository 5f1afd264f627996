package io.impsh.api;

import io.impsh.model.RawJson;
import tools.jackson.databind.JsonNode;

/**
 * One element of a document's {@code data}.
 *
 * @param raw its text exactly as sent
 */
record Resource(JsonNode tree, RawJson raw) {
    String id() {
        return tree.path("id").stringValue(null);
    }

    String type() {
        return tree.path("type").stringValue(null);
    }
}
