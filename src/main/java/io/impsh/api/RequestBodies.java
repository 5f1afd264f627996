package io.impsh.api;

import io.impsh.model.EntityRef;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON:API documents to send. Relationships are flat, without the standard's {@code data} around them. */
final class RequestBodies {
    private RequestBodies() {}

    /** Attributes and relationships that are {@code null} are left out. */
    static String create(String type, Map<String, ?> attributes, Map<String, EntityRef> relationships) {
        ObjectNode data = Json.object().put("type", type);
        ObjectNode given = data.putObject("attributes");
        attributes.forEach((name, value) -> {
            if (value != null) {
                given.set(name, Json.MAPPER.valueToTree(value));
            }
        });
        putRelationships(data, relationships);
        return wrapped(data);
    }

    /** An attribute that is {@code null} is sent as {@code null}, which clears it. */
    static String update(EntityRef target, Map<String, ?> attributes, Map<String, EntityRef> relationships) {
        ObjectNode data = Json.object().put("type", target.type()).put("id", target.id());
        ObjectNode given = data.putObject("attributes");
        attributes.forEach((name, value) -> given.set(name, Json.MAPPER.valueToTree(value)));
        putRelationships(data, relationships);
        return wrapped(data);
    }

    static String identifier(EntityRef target) {
        return wrapped(Json.object().put("type", target.type()).put("id", target.id()));
    }

    static String identifiers(String type, List<String> ids) {
        ObjectNode document = Json.object();
        ArrayNode data = document.putArray("data");
        ids.forEach(id -> data.addObject().put("type", type).put("id", id));
        return Json.write(document);
    }

    private static void putRelationships(ObjectNode data, Map<String, EntityRef> relationships) {
        relationships.forEach((name, target) -> {
            if (target != null) {
                data.withObject("/relationships")
                        .putObject(name)
                        .put("type", target.type())
                        .put("id", target.id());
            }
        });
    }

    private static String wrapped(ObjectNode data) {
        ObjectNode document = Json.object();
        document.set("data", data);
        return Json.write(document);
    }
}
