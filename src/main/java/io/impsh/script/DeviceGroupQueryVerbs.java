package io.impsh.script;

import io.impsh.bulk.Plan;
import io.impsh.bulk.Planner;
import io.impsh.bulk.Removal;
import io.impsh.bulk.WebhookFacts;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What can be done to many device groups: each makes a plan and touches nothing. */
final class DeviceGroupQueryVerbs {
    private DeviceGroupQueryVerbs() {}

    static HostType<Query<DeviceGroup>> addTo(HostType<Query<DeviceGroup>> type) {
        return type.method(
                        "restart",
                        "Plan",
                        "Plans to restart their devices one by one.",
                        "deviceGroups.where({product: 'Tracker'}).restart({conditional: true})",
                        (query, call) -> {
                            boolean conditional = call.options(0).flag("conditional");
                            Host host = call.host();
                            return plan(
                                    query,
                                    call,
                                    (planner, groups) -> planner.restart(devices(groups, host), conditional));
                        },
                        DeviceVerbs.CONDITIONAL)
                .method(
                        "createWebhook",
                        "Plan",
                        "Plans to give each of them a webhook. One that has the same already is left alone.",
                        "deviceGroups.where({product: 'Tracker'})"
                                + ".createWebhook({url: 'https://example.com/hook', event: 'deployment'})",
                        (query, call) -> {
                            WebhookFacts facts = WebhookVerbs.facts(call.options(0));
                            return plan(query, call, (planner, groups) -> planner.createWebhooks(groups, facts));
                        },
                        WebhookVerbs.newWebhook(false))
                .method(
                        "remove",
                        "Plan",
                        "Plans to remove them. With devices or flagged builds in them, force unassigns and unflags"
                                + " those first; builds removes their builds too.",
                        "deviceGroups.where({product: 'Tracker'}).remove({force: true})",
                        (query, call) -> {
                            Removal removal = Plans.removal(call);
                            return plan(query, call, (planner, groups) -> planner.removeGroups(groups, removal));
                        },
                        ProductVerbs.removal());
    }

    private static List<Device> devices(List<DeviceGroup> groups, Host host) {
        List<Device> devices = new ArrayList<>();
        groups.forEach(group -> devices.addAll(DeviceGroupVerbs.members(group.id(), host)));
        return devices;
    }

    private static Object plan(Query<DeviceGroup> query, Call call, BiFunction<Planner, List<DeviceGroup>, Plan> make) {
        Plans.refuseUnrestricted(query, call.name());
        Host host = call.host();
        return host.objects().plan(make.apply(Plans.planner(host), query.toList(host)));
    }
}
