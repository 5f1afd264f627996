package io.impsh.sandbox;

import io.impsh.sandbox.Deployment.DeploymentAttributes;
import io.impsh.sandbox.Deployment.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;

/** Deployments: list, create, read, change, delete; and the minimum deployment of a group. */
final class DeploymentHandler {
    private static final String ITEM = "/v5/deployments/{id}";
    private static final String MINIMUM = "/v5/devicegroups/{id}/relationships/min_supported_deployment";

    /** Characters of code that an answer holds in memory. */
    private static final int MOST_GATHERED = 1_000_000;

    private final Store store;

    DeploymentHandler(Store store) {
        this.store = store;
    }

    void addTo(Router router) {
        router.add("GET", "/v5/deployments", this::list)
                .add("POST", "/v5/deployments", this::create)
                .add("GET", ITEM, call -> Reply.found(call, deployment(call)))
                .add("PATCH", ITEM, this::update)
                .add("DELETE", ITEM, this::delete)
                .add("PUT", MINIMUM, this::raiseMinimum);
    }

    private Reply list(Call call) {
        List<Deployment> found = new DeploymentQuery(store, call).deployments();
        Page page = Page.of(call.request().target());
        List<Deployment> shown = page.of(found);
        long length = shown.stream()
                .mapToLong(deployment -> deployment.program().length())
                .sum();
        return length < MOST_GATHERED
                ? Reply.list(call, found)
                : Reply.largeList(
                        call, page, shown.stream().map(Deployment::copy).toList(), found.size());
    }

    private Reply create(Call call) {
        ResourceDocument document = ResourceDocument.of(call);
        document.expectType("deployment");
        document.permitRelationships("devicegroup");
        DeviceGroup group = store.group(document.requiredRelationship("devicegroup"), call.caller());
        Attributes attributes =
                document.attributes("device_code", "agent_code", "description", "origin", "flagged", "tags");
        String deviceCode = attributes.requiredText("device_code");
        String agentCode = attributes.requiredText("agent_code");
        DeploymentAttributes changeable = new DeploymentAttributes(
                attributes.description(null), attributes.flag("flagged", false), attributes.tags(List.of()));
        String originText = attributes.text("origin");
        requireCompiled(deviceCode, agentCode);
        Program program = store.deployments().shared(Program.of(group.owner(), deviceCode, agentCode));
        Origin origin = new Origin(store.newId(), group.owner(), call.caller(), originText, store.nextTime());
        Deployment deployment = new Deployment(origin, program, changeable);
        store.deploy(deployment, group);
        return Reply.created(call, deployment);
    }

    private static void requireCompiled(String deviceCode, String agentCode) {
        List<CompileFinding> findings = new ArrayList<>(SquirrelCheck.findings("device_code", deviceCode));
        findings.addAll(SquirrelCheck.findings("agent_code", agentCode));
        if (!findings.isEmpty()) {
            ArrayNode meta = Json.array();
            findings.forEach(finding -> meta.add(finding.json()));
            throw new ApiError(400, "CX005", "Compilation Error", "The code cannot be compiled.")
                    .with(meta)
                    .exception();
        }
    }

    private Reply update(Call call) {
        Deployment deployment = deployment(call);
        ResourceDocument document = ResourceDocument.of(call);
        document.expectType("deployment");
        document.expectId(call.parameter("id"));
        document.permitRelationships();
        Attributes attributes = document.attributes("description", "flagged", "tags");
        for (String fixed : List.of("device_code", "agent_code", "origin", "sha")) {
            attributes.forbid(fixed, "cannot be changed");
        }
        DeploymentAttributes before = deployment.attributes();
        DeploymentAttributes after = new DeploymentAttributes(
                attributes.description(before.description()),
                attributes.flag("flagged", before.flagged()),
                attributes.tags(before.tags()));
        if (!after.equals(before)) {
            deployment.change(after, call.caller(), store.nextTime());
        }
        return Reply.found(call, deployment);
    }

    private Reply delete(Call call) {
        Deployment deployment = deployment(call);
        if (deployment.attributes().flagged()) {
            throw new ApiError(
                            409,
                            "CX011",
                            "Resource Flagged",
                            "You cannot delete flagged deployments; set the flagged attribute to false and try again.")
                    .exception();
        }
        if (isInUse(deployment)) {
            throw new ApiError(
                            409,
                            "CX012",
                            "Deployment In Use",
                            "Cannot delete the minimum supported deployment of a devicegroup, nor a newer one.")
                    .exception();
        }
        store.deployments().remove(deployment);
        return Reply.noContent();
    }

    /** Whether it is its group's minimum, or newer. */
    private static boolean isInUse(Deployment deployment) {
        DeviceGroup group = deployment.group();
        return group != null && !deployment.isOlderThan(group.minimumDeployment());
    }

    private Reply raiseMinimum(Call call) {
        DeviceGroup group = DeviceGroupHandler.group(call, store);
        Deployment minimum = minimum(call);
        if (minimum.group() != group) {
            throw refused("The minimum supported deployment must be one of the same devicegroup.");
        }
        if (minimum.isOlderThan(group.minimumDeployment())) {
            throw refused("The minimum supported deployment cannot be older than the present one.");
        }
        if (minimum != group.minimumDeployment()) {
            group.raiseMinimum(minimum, store.nextTime());
        }
        return Reply.noContent();
    }

    private Deployment minimum(Call call) {
        Identifier identifier = Identifier.ofBody(call);
        identifier.expect("deployment", "/data/type");
        return store.deployments()
                .find(identifier.id(), call.caller())
                .orElseThrow(() -> unknown(identifier.id()).at("/data").exception());
    }

    private static ApiException refused(String detail) {
        return new ApiError(409, "CX013", "Minimum Deployment Refused", detail)
                .at("/data")
                .exception();
    }

    private Deployment deployment(Call call) {
        String id = call.parameter("id");
        Optional<Deployment> deployment = store.deployments().find(id, call.caller());
        return deployment.orElseThrow(() -> unknown(id).exception());
    }

    private static ApiError unknown(String id) {
        return ApiError.notFound("There is no deployment '" + id + "'.");
    }
}
