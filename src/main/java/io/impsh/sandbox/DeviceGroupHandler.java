package io.impsh.sandbox;

import io.impsh.sandbox.DeviceGroup.GroupAttributes;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Device groups: list, create, read, change, delete, restart. */
final class DeviceGroupHandler {
    private static final String ITEM = "/v5/devicegroups/{id}";

    private final Store store;
    private final TargetRules targets;

    DeviceGroupHandler(Store store) {
        this.store = store;
        this.targets = new TargetRules(store);
    }

    void addTo(Router router) {
        router.add("GET", "/v5/devicegroups", this::list)
                .add("POST", "/v5/devicegroups", this::create)
                .add("GET", ITEM, call -> Reply.found(call, group(call, store)))
                .add("PATCH", ITEM, this::update)
                .add("DELETE", ITEM, this::delete)
                .add("POST", ITEM + "/restart", call -> restart(call, store::restart))
                .add("POST", ITEM + "/conditional_restart", call -> restart(call, store::restartBelowMinimum));
    }

    /** The group of the path. */
    static DeviceGroup group(Call call, Store store) {
        String id = call.parameter("id");
        return store.group(id, call.caller())
                .orElseThrow(() -> ApiError.notFound("There is no device group '" + id + "'.")
                        .exception());
    }

    private Reply list(Call call) {
        return Reply.list(
                call,
                store.groups(call.caller()).stream()
                        .filter(group -> call.accepts("owner.id", group.owner().id()))
                        .filter(group ->
                                call.accepts("product.id", group.product().id()))
                        .filter(group -> call.accepts("type", group.type().resourceType()))
                        .toList());
    }

    private Reply create(Call call) {
        ResourceDocument document = ResourceDocument.of(call);
        GroupType type = type(document);
        document.permitRelationships("product", "production_target", "dut_target");
        Product product = product(document.requiredRelationship("product"), call.caller());
        Attributes attributes = document.attributes("name", "description", "region", "env_vars");
        String name = attributes.name();
        requireFree(name, product, null);
        if (!type.isProduction()) {
            attributes.forbid("region", "is for (pre-)production groups only");
            attributes.forbid("load_code_after_blessing", "is for (pre-)production groups only");
        }
        DeviceGroup group = new DeviceGroup(
                store.newId(),
                type,
                product,
                call.caller(),
                new GroupAttributes(
                        name, attributes.description(null), true, variables(attributes, Json.object(), call, product)),
                store.nextTime());
        group.place(attributes.text("region"));
        targets.aimNew(group, document, call.caller());
        store.add(group);
        return Reply.created(call, group);
    }

    private static GroupType type(ResourceDocument document) {
        String name = document.type();
        return GroupType.named(name == null ? "" : name)
                .orElseThrow(() -> ApiError.invalid("The type must be one of the device group types, not " + name + ".")
                        .at("/data/type")
                        .exception());
    }

    private Product product(Identifier identifier, Account caller) {
        identifier.expect("product", "/data/relationships/product");
        return store.product(identifier.id(), caller)
                .orElseThrow(() -> ApiError.notFound("There is no product '" + identifier.id() + "'.")
                        .at("/data/relationships/product")
                        .exception());
    }

    private Reply update(Call call) {
        DeviceGroup group = group(call, store);
        ResourceDocument document = ResourceDocument.of(call);
        document.expectType(group.type().resourceType());
        document.expectId(call.parameter("id"));
        document.permitRelationships("production_target", "dut_target");
        Attributes attributes = document.attributes("name", "description", "load_code_after_blessing", "env_vars");
        attributes.forbid("region", "can be set at creation only");
        if (!group.type().isProduction()) {
            attributes.forbid("load_code_after_blessing", "is for (pre-)production groups only");
        }
        GroupAttributes before = group.attributes();
        GroupAttributes after = new GroupAttributes(
                attributes.name(before.name()),
                attributes.description(before.description()),
                attributes.flag("load_code_after_blessing", before.loadCodeAfterBlessing()),
                variables(attributes, before.envVars(), call, group.product()));
        requireFree(after.name(), group.product(), group);
        boolean aimed = targets.aimAgain(group, document, call.caller());
        if (aimed || !after.equals(before)) {
            group.change(after);
            group.touch(store.nextTime());
        }
        return Reply.found(call, group);
    }

    private static ObjectNode variables(Attributes attributes, ObjectNode absent, Call call, Product product) {
        if (attributes.has("env_vars") && product.owner() != call.caller()) {
            throw ApiError.forbidden("Only the owner may set the variables of a device group.")
                    .exception();
        }
        return attributes.has("env_vars")
                ? VariableNumbers.asWritten(attributes.variables(absent), call.request())
                : absent;
    }

    private Reply delete(Call call) {
        DeviceGroup group = group(call, store);
        if (!group.devices().isEmpty()) {
            throw new ApiError(
                            409,
                            "CX003",
                            "Devices Assigned",
                            "Cannot delete a devicegroup with assigned devices; unassign those first.")
                    .exception();
        }
        if (store.deployments().anyFlaggedIn(group)) {
            throw new ApiError(
                            409,
                            "CX010",
                            "Flagged Deployments Exist",
                            "Cannot delete a devicegroup with flagged deployments; delete those first.")
                    .exception();
        }
        if (store.groups().stream().anyMatch(other -> other.aimsAt(group))) {
            throw new ApiError(
                            409,
                            "CX004",
                            "Devicegroup Is Target",
                            "Cannot delete a devicegroup that is the target of another; change that one first.")
                    .exception();
        }
        store.remove(group);
        return Reply.noContent();
    }

    private Reply restart(Call call, Consumer<Device> way) {
        group(call, store).devices().inOrder().forEach(way);
        return Reply.noContent();
    }

    private void requireFree(String name, Product product, DeviceGroup self) {
        boolean taken = store.groupsOf(product).stream()
                .anyMatch(group -> group != self && group.name().equals(name));
        if (taken) {
            throw ApiError.duplicate("Devicegroups must have unique names.").exception();
        }
    }
}
