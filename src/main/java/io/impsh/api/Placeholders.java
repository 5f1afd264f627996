package io.impsh.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The resources that a dry run would have created. Safe for use by many threads. */
final class Placeholders {
    /** Formed as the service's own ids, so that they are taken for ids wherever a name may stand too. */
    private static final String PREFIX = "00000000-0000-0000-0000-";

    private static final String FORM = PREFIX + "%012d";

    private record Made(List<String> collection, ObjectNode resource) {}

    private final Map<String, Made> made = new LinkedHashMap<>();
    private int count;

    /** Keeps what a create's body gives, under an id made up. */
    synchronized ObjectNode create(List<String> collection, ObjectNode given) {
        String id = String.format(FORM, ++count);
        ObjectNode resource = Json.object();
        resource.set("type", given.path("type"));
        resource.put("id", id);
        resource.set("attributes", orEmpty(given, "attributes"));
        resource.set("relationships", orEmpty(given, "relationships"));
        made.put(id, new Made(collection, resource));
        return resource;
    }

    boolean isPlaceholder(ApiRequest request) {
        return request.path().stream().anyMatch(segment -> segment.startsWith(PREFIX))
                || request.query().stream().anyMatch(pair -> pair.getValue().startsWith(PREFIX));
    }

    /** The resource that the request's path names, or {@code null}. */
    synchronized ObjectNode get(ApiRequest request) {
        List<String> path = request.path();
        Made found = made.get(path.get(path.size() - 1));
        return found != null && found.collection().equals(path.subList(0, path.size() - 1)) ? found.resource() : null;
    }

    synchronized void put(ApiRequest request, ObjectNode resource) {
        List<String> path = request.path();
        made.put(path.get(path.size() - 1), new Made(path.subList(0, path.size() - 1), resource));
    }

    synchronized void remove(ApiRequest request) {
        made.remove(request.path().get(request.path().size() - 1));
    }

    /** Those of the listed collection that belong to the placeholder which a filter names. */
    synchronized List<ObjectNode> list(ApiRequest request) {
        List<ObjectNode> matching = new ArrayList<>();
        for (Made each : made.values()) {
            if (each.collection().equals(request.path()) && matches(each.resource(), request)) {
                matching.add(each.resource());
            }
        }
        return matching;
    }

    private static boolean matches(ObjectNode resource, ApiRequest request) {
        return request.query().stream()
                .filter(pair -> pair.getValue().startsWith(PREFIX))
                .allMatch(pair -> resource.path("relationships")
                        .path(pair.getKey().replaceAll("^filter\\[|\\.id]$", ""))
                        .path("id")
                        .stringValue("")
                        .equals(pair.getValue()));
    }

    private static ObjectNode orEmpty(ObjectNode given, String name) {
        return given.path(name) instanceof ObjectNode object ? object : Json.object();
    }
}
