package io.impsh.api;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers that a dry run gives itself, in the service's form. */
final class LocalAnswers {
    private LocalAnswers() {}

    static ApiResponse resource(int status, ObjectNode resource) {
        ObjectNode document = Json.object();
        document.set("data", resource);
        return ApiResponse.local(status, Json.write(document));
    }

    /** @param other the members of the page beside its rows */
    static ApiResponse list(List<ObjectNode> rows, JsonNode other) {
        ObjectNode document = Json.object();
        document.putArray("data").addAll(rows);
        other.properties().forEach(each -> document.set(each.getKey(), each.getValue()));
        return ApiResponse.local(200, Json.write(document));
    }

    static ApiResponse done() {
        return ApiResponse.local(204, "");
    }

    static ApiResponse notFound(String id) {
        ObjectNode document = Json.object();
        document.putArray("errors")
                .addObject()
                .put("status", "404")
                .put("code", "NF000")
                .put("title", "Not Found")
                .put(
                        "detail",
                        ImaginedCloud.isPlaceholder(id)
                                ? "nothing of that id was created in this dry run, or it was removed again"
                                : "it was removed in this dry run");
        return ApiResponse.local(404, Json.write(document));
    }
}
