package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.api.Filter;
import io.impsh.api.NewDeviceGroup;
import io.impsh.bulk.Question;
import io.impsh.bulk.Removal;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be done with device groups. Whatever changes many devices makes a plan. */
final class DeviceGroupVerbs {
    private static final Argument DEVICES =
            Argument.required("devices", "DeviceQuery | Device | string | (Device | string)[]", "which devices");

    private static final String LOAD_CODE = "for (pre-)production groups only; true by default";

    private DeviceGroupVerbs() {}

    static HostType<Handle<DeviceGroup>> addTo(HostType<Handle<DeviceGroup>> type) {
        return type.method(
                        "assign",
                        "Plan",
                        "Plans to move devices into the group.",
                        "deviceGroups.get('Line 2').assign(devices.where({group: 'Line 1'}).limit(3))",
                        (group, call) -> call.host()
                                .objects()
                                .plan(
                                        Plans.planner(call.host())
                                                .assign(
                                                        Plans.devices(call.value(0), call.host()),
                                                        group.entity(call.host())),
                                        Plans.selection(call.value(0))),
                        DEVICES)
                .method(
                        "unassignAll",
                        "Plan",
                        "Plans to take every device out of the group.",
                        "deviceGroups.get('Line 2').unassignAll()",
                        (group, call) -> call.host()
                                .objects()
                                .plan(
                                        Plans.planner(call.host())
                                                .unassign(
                                                        members(group.id(), call.host()), DeviceVerbs.unbondKey(call)),
                                        devicesOf(group)),
                        DeviceVerbs.UNBOND)
                .method(
                        "reassignTo",
                        "Plan",
                        "Plans to move every device of the group into another one.",
                        "deviceGroups.get('Line 1').reassignTo('Line 2')",
                        (group, call) -> call.host()
                                .objects()
                                .plan(
                                        Plans.planner(call.host())
                                                .assign(members(group.id(), call.host()), DeviceVerbs.group(call)),
                                        devicesOf(group)),
                        DeviceVerbs.GROUP)
                .method(
                        "restart",
                        "void",
                        "Restarts all devices of the group in one request. Asks first, with their number.",
                        "deviceGroups.get('Tracker dev').restart({conditional: true})",
                        (group, call) -> restart(group, call.options(0).flag("conditional"), call.host()),
                        DeviceVerbs.CONDITIONAL)
                .method(
                        "stream",
                        "LogStream",
                        "Prints new log lines of its devices as they come, and of those that join it later.",
                        "deviceGroups.get('Tracker dev').stream({types: 'server.error'}).stop()",
                        (group, call) -> LogTypes.stream(group, call),
                        LogStreamOptions.OF_STREAM)
                .method(
                        "update",
                        "DeviceGroup",
                        "Changes the group's own facts; envVars replaces all of them.",
                        "deviceGroups.get('Line 2').update({description: 'second line'})",
                        (group, call) -> update(group, call.options(0), call.host()),
                        Argument.options(
                                "changes",
                                Argument.optional("name", "string", "1 to 80 characters"),
                                Argument.optional("description", "string", "up to 255 characters"),
                                Argument.optional("loadCodeAfterBlessing", "boolean", LOAD_CODE),
                                Argument.optional("envVars", "object", "names with strings or numbers"),
                                Argument.optional(
                                        "productionTarget", "DeviceGroup | string", "for (pre-)factory groups"),
                                Argument.optional("dutTarget", "DeviceGroup | string", "for (pre-)factory groups")))
                .method(
                        "createWebhook",
                        "Webhook",
                        "Makes a webhook: impCentral posts to its address when something happens in the group.",
                        "deviceGroups.get('Line 1').createWebhook({url: 'https://example.com/hook', event: 'deployment'})",
                        (group, call) -> WebhookVerbs.create(group.ref(), call.options(0), call.host()),
                        WebhookVerbs.newWebhook(false))
                .method(
                        "remove",
                        "Plan | void",
                        "Removes the group. With devices or flagged builds in it, force makes a plan that unassigns and"
                                + " unflags them first; builds, a plan that removes its builds too.",
                        "deviceGroups.get('Tracker dev').remove({force: true})",
                        (group, call) -> remove(group, call),
                        ProductVerbs.removal());
    }

    /** @param withProduct whether the product is one of the keys */
    static Argument newGroup(boolean withProduct) {
        List<Argument> keys = new ArrayList<>(List.of(
                Argument.required("name", "string", "1 to 80 characters, unique in the product"),
                Argument.optional(
                        "kind", "string", String.join(", ", DeviceGroupType.kinds()) + "; development by default"),
                Argument.optional("description", "string", "up to 255 characters"),
                Argument.optional("region", "string", "for (pre-)production groups only"),
                Argument.optional("loadCodeAfterBlessing", "boolean", LOAD_CODE),
                Argument.optional("envVars", "object", "names with strings or numbers"),
                Argument.optional("productionTarget", "DeviceGroup | string", "(pre-)factory groups need it"),
                Argument.optional("dutTarget", "DeviceGroup | string", "(pre-)factory groups need it")));
        if (withProduct) {
            keys.add(0, Argument.required("product", "Product | string", "the product, or its name or id"));
        }
        return Argument.options("attributes", keys.toArray(Argument[]::new));
    }

    static Object create(String productId, Options options, Host host) {
        String kind = options.has("kind") ? options.text("kind") : DeviceGroupType.DEVELOPMENT.kind();
        DeviceGroupType type = DeviceGroupType.ofKind(kind)
                .orElseThrow(() -> new UserException(
                        "USAGE",
                        "no kind of group is called '" + kind + "'" + Nearest.question(kind, DeviceGroupType.kinds()),
                        "kinds: " + String.join(", ", DeviceGroupType.kinds())));
        EntityRef product = new EntityRef(Product.TYPE, productId);
        GroupSettings settings = new GroupSettings(type, product, options, host).requireTargets();
        NewDeviceGroup wanted = new NewDeviceGroup(
                type,
                productId,
                settings.name(),
                settings.description(),
                settings.region(),
                settings.envVars(),
                settings.productionTarget(),
                settings.dutTarget());
        Boolean loadCode = settings.loadCodeAfterBlessing();
        host.beforeWrite();
        DeviceGroup made = host.client().deviceGroups().create(wanted);
        if (loadCode != null && !loadCode.equals(made.loadCodeAfterBlessing())) {
            made = loadingCode(made, loadCode, host);
        }
        return ProductVerbs.made(EntityKinds.GROUP, made, host);
    }

    /** It cannot be said at creation. */
    private static DeviceGroup loadingCode(DeviceGroup made, boolean loadCode, Host host) {
        try {
            return host.client()
                    .deviceGroups()
                    .update(made.ref(), Map.of("load_code_after_blessing", loadCode), Map.of());
        } catch (UserException failure) {
            host.directory().changed(EntityKinds.GROUP);
            host.io().notice("the group " + made.name() + " was made, without loadCodeAfterBlessing: " + loadCode);
            throw failure;
        }
    }

    private static Object update(Handle<DeviceGroup> group, Options changes, Host host) {
        changes.requireOne();
        EntityRef product = group.entity(host).product();
        GroupSettings settings =
                new GroupSettings(DeviceGroupType.of(group.ref().type()), product, changes, host);
        Map<String, Object> attributes = ProductVerbs.nameAndDescription(changes);
        putGiven(attributes, "load_code_after_blessing", settings.loadCodeAfterBlessing());
        putGiven(attributes, "env_vars", settings.envVars());
        Map<String, EntityRef> relationships = new LinkedHashMap<>();
        putGiven(relationships, "production_target", settings.productionTarget());
        putGiven(relationships, "dut_target", settings.dutTarget());
        host.beforeWrite();
        DeviceGroup changed = host.client().deviceGroups().update(group.ref(), attributes, relationships);
        return ProductVerbs.changed(group, changed, host);
    }

    private static <T> void putGiven(Map<String, T> map, String name, T value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    private static Query<Device> devicesOf(Handle<DeviceGroup> group) {
        return EntityTypes.pointingTo(EntityKinds.DEVICE, "group", group.ref());
    }

    static List<Device> members(String groupId, Host host) {
        return host.client()
                .devices()
                .list(Filter.none().and("devicegroup.id", groupId))
                .toList();
    }

    private static Object restart(Handle<DeviceGroup> group, boolean conditional, Host host) {
        DeviceGroup facts = group.entity(host);
        List<Device> devices = host.isDryRun() ? List.of() : members(group.id(), host);
        host.confirmOrStop(new Question(
                devices.size() + (devices.size() == 1 ? " device" : " devices") + " of " + facts.name()
                        + (conditional ? " restart, those on a supported build when they are ready" : " restart")
                        + ". Go on?",
                devices.stream().map(DeviceVerbs::label).toList(),
                devices.size(),
                facts.groupType().isProduction() && host.profile().asksForNumbers()));
        host.beforeWrite();
        host.client().deviceGroups().restart(group.id(), conditional);
        return GuestValues.UNDEFINED;
    }

    private static Object remove(Handle<DeviceGroup> group, Call call) {
        Host host = call.host();
        Removal removal = Plans.removal(call);
        if (removal.force() || removal.builds()) {
            return host.objects().plan(Plans.planner(host).removeGroup(group.reload(host), removal));
        }
        host.confirmOrStop(new Question(
                "The group " + group.entity(host).name() + " is removed. Go on?",
                List.of(group.entity(host).name()),
                1,
                false));
        host.beforeWrite();
        host.client().deviceGroups().delete(group.id());
        host.directory().changed(EntityKinds.GROUP);
        return GuestValues.UNDEFINED;
    }
}
