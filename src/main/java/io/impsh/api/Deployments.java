package io.impsh.api;

import io.impsh.model.Deployment;
import io.impsh.model.EntityRef;
import java.util.LinkedHashMap;
import java.util.Map;

/** The deployments that the account may see, with those of deleted device groups. */
public final class Deployments {
    private static final String COLLECTION = "deployments";

    private final Calls calls;

    Deployments(Calls calls) {
        this.calls = calls;
    }

    /**
     * Each comes with its code, which may be megabytes.
     *
     * @param filter knows {@code owner.id}, {@code creator.id}, {@code product.id}, {@code devicegroup.id}, {@code sha},
     *     {@code flagged} ({@code true}, {@code false} or {@code any}), {@code flagger.id} and {@code tags} (parted by
     *     commas; all must match)
     */
    public PagedIterable<Deployment> list(Filter filter) {
        return calls.list(ApiRequest.of("GET", "list deployments", COLLECTION), filter, EntityReader::deployment);
    }

    /** @throws NotFoundException when no visible deployment has that id */
    public Deployment get(String id) {
        return calls.one(read(id), EntityReader::deployment);
    }

    /**
     * Compiles the code and makes it what the group's devices get at their next restart; restarts nothing. Never sent
     * twice. Of code that does not compile the exception's errors have findings.
     */
    public CreatedDeployment create(NewDeployment deployment) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("device_code", deployment.deviceCode());
        attributes.put("agent_code", deployment.agentCode());
        attributes.put("description", deployment.description());
        attributes.put("origin", deployment.origin());
        attributes.put("tags", deployment.tags());
        attributes.put("flagged", deployment.flagged());
        Map<String, EntityRef> relationships = Map.of("devicegroup", deployment.group());
        ApiRequest request = ApiRequest.of(
                        "POST", "deploy to device group " + deployment.group().id(), COLLECTION)
                .withBody(RequestBodies.create(Deployment.TYPE, attributes, relationships))
                .harmfulTwice();
        return calls.one(request, EntityReader::createdDeployment);
    }

    /** @param attributes {@code description}, {@code flagged}, {@code tags} (the whole list) */
    public Deployment update(String id, Map<String, Object> attributes) {
        ApiRequest request = item("PATCH", "change deployment ", id)
                .withBody(RequestBodies.update(new EntityRef(Deployment.TYPE, id), attributes, Map.of()));
        return calls.changed(request, read(id), EntityReader::deployment);
    }

    /** Refused for a flagged one, and for its group's minimum supported deployment and all newer ones. */
    public void delete(String id) {
        calls.done(item("DELETE", "delete deployment ", id));
    }

    private static ApiRequest read(String id) {
        return item("GET", "read deployment ", id);
    }

    private static ApiRequest item(String method, String verb, String id) {
        return ApiRequest.of(method, verb + id, COLLECTION, Calls.id("deployment", id));
    }
}
