package io.impsh.api;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets reads through and keeps every write back: it is recorded and answered here. What would have been created gets an
 * id made up, under which it can be read, changed and filtered by for as long as the client lives. A change of a real
 * resource is answered with that resource as it is, the change laid over it.
 */
final class DryRunConnector implements Connector {
    private final Connector next;
    private final Placeholders placeholders = new Placeholders();
    private final List<RecordedWrite> writes = new ArrayList<>();

    DryRunConnector(Connector next) {
        this.next = next;
    }

    List<RecordedWrite> recordedWrites() {
        synchronized (writes) {
            return List.copyOf(writes);
        }
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        if (!request.isRead() && !request.isWrite()) {
            return next.send(request);
        }
        if (request.isWrite()) {
            request.cancellation().throwIfCancelled();
            record(request);
        }
        return switch (request.method()) {
            case "GET" -> placeholders.isPlaceholder(request) ? readPlaceholder(request) : next.send(request);
            case "POST" -> create(request);
            case "PATCH" -> change(request);
            case "DELETE" -> delete(request);
            default -> noContent();
        };
    }

    private void record(ApiRequest request) {
        String body = request.body() == null ? null : Secrets.json(request.body());
        synchronized (writes) {
            writes.add(new RecordedWrite(request.method(), Secrets.path(request.path()), body));
        }
    }

    private ApiResponse readPlaceholder(ApiRequest request) {
        if (!request.query().isEmpty()) {
            ObjectNode list = Json.object();
            list.putArray("data").addAll(placeholders.list(request));
            list.putObject("links");
            return ApiResponse.local(200, Json.write(list));
        }
        ObjectNode resource = placeholders.get(request);
        return resource == null ? notFound() : answer(200, resource);
    }

    /** An assignment or a restart is a POST, too, but has no resource of its own. */
    private ApiResponse create(ApiRequest request) {
        JsonNode data = request.body() == null
                ? Json.object()
                : Json.MAPPER.readTree(request.body()).path("data");
        return data instanceof ObjectNode given && given.has("attributes")
                ? answer(201, placeholders.create(request.path(), given))
                : noContent();
    }

    private ApiResponse change(ApiRequest request) {
        JsonNode change = Json.MAPPER.readTree(request.body()).path("data");
        if (placeholders.isPlaceholder(request)) {
            ObjectNode resource = placeholders.get(request);
            if (resource == null) {
                return notFound();
            }
            ObjectNode changed = overlaid(resource, change);
            placeholders.put(request, changed);
            return answer(200, changed);
        }
        ApiResponse present =
                next.send(ApiRequest.of("GET", request.purpose(), request.path().toArray(String[]::new))
                        .in(request.context()));
        boolean isThere = present.isSuccess() && !present.document().data().isEmpty();
        return isThere
                ? answer(
                        200,
                        overlaid((ObjectNode) present.document().data().get(0).tree(), change))
                : present;
    }

    private ApiResponse delete(ApiRequest request) {
        placeholders.remove(request);
        return noContent();
    }

    private static ObjectNode overlaid(ObjectNode resource, JsonNode change) {
        ObjectNode copy = resource.deepCopy();
        for (String part : List.of("attributes", "relationships")) {
            change.path(part).properties().forEach(each -> copy.withObject("/" + part)
                    .set(each.getKey(), each.getValue()));
        }
        return copy;
    }

    private static ApiResponse answer(int status, ObjectNode resource) {
        ObjectNode document = Json.object();
        document.set("data", resource);
        return ApiResponse.local(status, Json.write(document));
    }

    private static ApiResponse noContent() {
        return ApiResponse.local(204, "");
    }

    private static ApiResponse notFound() {
        return ApiResponse.local(
                404,
                "{\"errors\":[{\"status\":\"404\",\"code\":\"NF000\",\"title\":\"Not Found\",\"detail\":\"nothing of that id was created in this dry run\"}]}");
    }
}
