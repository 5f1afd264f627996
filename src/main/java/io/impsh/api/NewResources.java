package io.impsh.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds to what a create gives what the service adds: times, owners, and what follows from where it is created. */
final class NewResources {
    private final ImaginedReads reads;
    private final Function<RequestContext, String> account;

    NewResources(ImaginedReads reads, Function<RequestContext, String> account) {
        this.reads = reads;
        this.account = account;
    }

    /**
     * What came of a create.
     *
     * @param resource still without an id
     * @param group the device group that it was deployed to, else {@code null}
     * @param failure why there is no resource, in the service's words, else {@code null}
     */
    record Made(ObjectNode resource, JsonNode group, ApiResponse failure) {}

    Made make(JsonNode given, ResourcePath collection, RequestContext context) {
        ObjectNode resource = Json.object();
        resource.set("type", given.path("type"));
        resource.put("id", "");
        ObjectNode attributes = resource.putObject("attributes");
        given.path("attributes").properties().forEach(each -> attributes.set(each.getKey(), each.getValue()));
        ObjectNode relations = resource.putObject("relationships");
        given.path("relationships").properties().forEach(each -> relations.set(each.getKey(), each.getValue()));
        String now = now();
        attributes.put("created_at", now).put("updated_at", now);
        return switch (collection.collection().get(0)) {
            case "products" -> product(resource, context);
            case "devicegroups" -> group(resource, context);
            case "deployments" -> deployment(resource, context);
            case "webhooks" -> inGroup(resource, context);
            case "accounts" -> {
                attributes.put("usages", 0);
                yield new Made(resource, null, null);
            }
            default -> new Made(resource, null, null);
        };
    }

    /** A change, with what else changes then. */
    JsonNode changed(JsonNode given, RequestContext context) {
        ObjectNode change = given.deepCopy().asObject();
        change.withObject("/attributes").put("updated_at", now());
        if (change.path("attributes").path("flagged").asBoolean(false)) {
            putAccount(change.withObject("/relationships"), "flagger", context);
        }
        return change;
    }

    private Made product(ObjectNode resource, RequestContext context) {
        ObjectNode relations = resource.withObject("/relationships");
        if (!relations.has("owner")) {
            putAccount(relations, "owner", context);
        }
        putAccount(relations, "creator", context);
        return new Made(resource, null, null);
    }

    private Made group(ObjectNode resource, RequestContext context) {
        ObjectNode attributes = resource.withObject("/attributes");
        if (!attributes.has("env_vars")) {
            attributes.putObject("env_vars");
        }
        if (resource.path("type").asString("").endsWith("production_devicegroup")) {
            attributes.put("load_code_after_blessing", true);
        }
        ObjectNode relations = resource.withObject("/relationships");
        ApiResponse product = target(relations.path("product"), context);
        if (!product.isSuccess()) {
            return new Made(null, null, product);
        }
        putOwners(relations, product.document().data().get(0).tree(), context);
        return new Made(resource, null, null);
    }

    private Made deployment(ObjectNode resource, RequestContext context) {
        ObjectNode attributes = resource.withObject("/attributes");
        String code = attributes.path("device_code").asString("") + "\0"
                + attributes.path("agent_code").asString("");
        attributes.put("sha", KeptBody.sha256(code.getBytes(StandardCharsets.UTF_8)));
        if (!attributes.has("tags")) {
            attributes.putArray("tags");
        }
        if (attributes.path("flagged").asBoolean(false)) {
            putAccount(resource.withObject("/relationships"), "flagger", context);
        } else {
            attributes.put("flagged", false);
        }
        return inGroup(resource, context);
    }

    private Made inGroup(ObjectNode resource, RequestContext context) {
        ObjectNode relations = resource.withObject("/relationships");
        ApiResponse found = target(relations.path("devicegroup"), context);
        if (!found.isSuccess()) {
            return new Made(null, null, found);
        }
        JsonNode group = found.document().data().get(0).tree();
        relations.set("product", productOf(group));
        putOwners(relations, group, context);
        boolean isDeployed = resource.path("type").asString("").equals("deployment");
        return new Made(resource, isDeployed ? group : null, null);
    }

    private ApiResponse target(JsonNode pointer, RequestContext context) {
        ResourcePath path = ResourcePath.of(
                pointer.path("type").asString(""), pointer.path("id").asString(""));
        return read(path, context);
    }

    ApiResponse read(ResourcePath path, RequestContext context) {
        String collection = path.collection().get(0);
        return reads.read(ApiRequest.of("GET", "read " + collection + " " + path.id(), collection, path.id())
                .in(context));
    }

    /** What a device of the group points to. */
    static ObjectNode placeIn(JsonNode group) {
        ObjectNode change = Json.object();
        ObjectNode relations = change.putObject("relationships");
        relations.set("devicegroup", pointer(group));
        relations.set("product", productOf(group));
        return change;
    }

    private static JsonNode productOf(JsonNode group) {
        JsonNode product = group.path("relationships").path("product");
        return product.isObject() ? product : Json.MAPPER.nullNode();
    }

    private void putOwners(ObjectNode relations, JsonNode parent, RequestContext context) {
        JsonNode owner = parent.path("relationships").path("owner");
        if (owner.isObject()) {
            relations.set("owner", owner);
        }
        putAccount(relations, "creator", context);
    }

    private void putAccount(ObjectNode relations, String name, RequestContext context) {
        String id = account.apply(context);
        if (id != null) {
            relations.putObject(name).put("type", "account").put("id", id);
        }
    }

    static ObjectNode pointer(JsonNode resource) {
        ObjectNode pointer = Json.object();
        pointer.set("type", resource.path("type"));
        pointer.set("id", resource.path("id"));
        return pointer;
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
