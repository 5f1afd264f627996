package io.impsh.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers the writes of a dry run, and remembers what they would have done. */
final class ImaginedWrites {
    static final int CREATED = 201;

    private final Connector next;
    private final ImaginedCloud cloud;
    private final NewResources newResources;
    /** By the id of a group what its devices point to. */
    private final Map<String, ObjectNode> places = new ConcurrentHashMap<>();

    ImaginedWrites(Connector next, ImaginedCloud cloud, NewResources newResources) {
        this.next = next;
        this.cloud = cloud;
        this.newResources = newResources;
    }

    ApiResponse answer(ApiRequest request) {
        ResourcePath path = ResourcePath.of(request);
        if (cloud.isGone(path)) {
            return LocalAnswers.notFound(path.id());
        }
        if (!path.isAllOf(request)) {
            return changePart(request, path);
        }
        return switch (request.method()) {
            case "POST" -> create(request, path);
            case "PATCH" -> change(request, path);
            case "DELETE" -> remove(path);
            default -> LocalAnswers.done();
        };
    }

    private ApiResponse create(ApiRequest request, ResourcePath collection) {
        NewResources.Made made = newResources.make(data(request), collection, request.context());
        if (made.failure() != null) {
            return made.failure();
        }
        ObjectNode resource = made.resource().put("id", cloud.newId());
        cloud.create(collection.with(resource.path("id").stringValue()), resource);
        if (made.group() != null) {
            takeOver(resource, made.group());
        }
        return LocalAnswers.resource(CREATED, resource);
    }

    /** The newest deployment is what a group's devices get, and the first is also the oldest that they may run. */
    private void takeOver(ObjectNode deployment, JsonNode group) {
        ObjectNode change = Json.object();
        ObjectNode relations = change.putObject("relationships");
        relations.set("current_deployment", NewResources.pointer(deployment));
        if (!group.path("relationships").has("min_supported_deployment")) {
            relations.set("min_supported_deployment", NewResources.pointer(deployment));
        }
        cloud.change(
                ResourcePath.of(
                        group.path("type").stringValue(), group.path("id").stringValue()),
                change);
    }

    private ApiResponse change(ApiRequest request, ResourcePath path) {
        JsonNode change = newResources.changed(data(request), request.context());
        if (ImaginedCloud.isPlaceholder(path.id())) {
            cloud.change(path, change);
            return LocalAnswers.resource(200, cloud.placeholder(path));
        }
        ApiResponse present =
                next.send(ApiRequest.of("GET", request.purpose(), request.path().toArray(String[]::new))
                        .in(request.context()));
        if (!present.isSuccess() || present.document().data().isEmpty()) {
            return present;
        }
        ObjectNode real = (ObjectNode) present.document().data().get(0).tree();
        ResourcePath place = path.with(real.path("id").asString(path.id()));
        cloud.isReally(place, real);
        cloud.change(place, change);
        ObjectNode changed = cloud.imagined(place, real);
        return changed == null ? LocalAnswers.notFound(path.id()) : LocalAnswers.resource(200, changed);
    }

    private ApiResponse remove(ResourcePath path) {
        cloud.remove(path);
        return LocalAnswers.done();
    }

    /** A restart leaves nothing to remember. */
    private ApiResponse changePart(ApiRequest request, ResourcePath path) {
        return switch (request.path().get(request.path().size() - 1)) {
            case "min_supported_deployment" -> {
                ObjectNode change = Json.object();
                change.putObject("relationships").set("min_supported_deployment", data(request));
                cloud.change(path, change);
                yield LocalAnswers.done();
            }
            case "devices" -> request.method().equals("POST") ? assign(request, path) : unassign(request);
            default -> LocalAnswers.done();
        };
    }

    private ApiResponse assign(ApiRequest request, ResourcePath group) {
        ObjectNode place = places.get(group.id());
        if (place == null) {
            ApiResponse found = newResources.read(group, request.context());
            if (!found.isSuccess()) {
                return found;
            }
            place = NewResources.placeIn(found.document().data().get(0).tree());
            places.put(group.id(), place);
        }
        return move(request, place);
    }

    private ApiResponse unassign(ApiRequest request) {
        ObjectNode nowhere = Json.object();
        nowhere.putObject("relationships").putNull("devicegroup").putNull("product");
        return move(request, nowhere);
    }

    private ApiResponse move(ApiRequest request, ObjectNode place) {
        data(request)
                .forEach(device ->
                        cloud.change(ResourcePath.of("device", device.path("id").asString("")), place));
        return LocalAnswers.done();
    }

    private static JsonNode data(ApiRequest request) {
        return request.body() == null
                ? Json.object()
                : Json.MAPPER.readTree(request.body()).path("data");
    }
}
