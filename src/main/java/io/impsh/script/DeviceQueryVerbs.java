package io.impsh.script;

import io.impsh.UserException;
import io.impsh.bulk.Plan;
import io.impsh.bulk.Planner;
import io.impsh.bulk.Removal;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import java.util.List;
import java.util.function.BiFunction;
import org.graalvm.polyglot.Value;

/** What can be done to many devices: each makes a plan and touches nothing. */
final class DeviceQueryVerbs {
    private DeviceQueryVerbs() {}

    static HostType<Query<Device>> addTo(HostType<Query<Device>> type) {
        return type.method(
                        "assignTo",
                        "Plan",
                        "Plans to move them into a group. Those that are there already are left alone.",
                        "devices.where({group: 'Line 1'}).assignTo('Line 2')",
                        (query, call) -> {
                            DeviceGroup group = DeviceVerbs.group(call);
                            return plan(query, call, (planner, devices) -> planner.assign(devices, group));
                        },
                        DeviceVerbs.GROUP)
                .method(
                        "unassign",
                        "Plan",
                        "Plans to take them out of their groups.",
                        "devices.where({group: 'Line 1', online: false}).unassign()",
                        (query, call) -> {
                            String unbondKey = DeviceVerbs.unbondKey(call);
                            return plan(query, call, (planner, devices) -> planner.unassign(devices, unbondKey));
                        },
                        DeviceVerbs.UNBOND)
                .method(
                        "restart",
                        "Plan",
                        "Plans to restart them one by one.",
                        "devices.where({group: 'Line 1'}).limit(5).restart()",
                        (query, call) -> {
                            boolean conditional = call.options(0).flag("conditional");
                            return plan(query, call, (planner, devices) -> planner.restart(devices, conditional));
                        },
                        DeviceVerbs.CONDITIONAL)
                .method(
                        "rename",
                        "Plan",
                        "Plans to rename them to what the function gives for each; null clears a name.",
                        "devices.where({group: 'Line 1'}).rename(d => 'unit ' + d.id)",
                        (query, call) -> {
                            Value name = call.function(0);
                            return plan(
                                    query,
                                    call,
                                    (planner, devices) ->
                                            planner.rename(devices, device -> newName(name, device, call.host())));
                        },
                        Argument.required("name", "(device: Device) => string | null", "gives the new name"))
                .method(
                        "stream",
                        "LogStream",
                        "Prints new log lines of these devices as they come.",
                        "devices.where({group: 'Line 1'}).stream({match: 'temp'}).stop()",
                        (query, call) -> LogTypes.show(
                                LogStreamOptions.of(call.options(0)),
                                () -> StreamedDevices.of(query, call.host()),
                                call.host()),
                        LogStreamOptions.OF_STREAM)
                .method(
                        "remove",
                        "Plan",
                        "Plans to remove them from the account; only BlinkUp brings them back.",
                        "devices.where({group: null}).limit(2).remove()",
                        (query, call) -> {
                            Removal removal = Plans.removal(call);
                            return plan(query, call, (planner, devices) -> planner.removeDevices(devices, removal));
                        },
                        DeviceVerbs.FORCE);
    }

    private static String newName(Value function, Device device, Host host) {
        Value name = function.execute(host.objects().entity(device));
        if (!name.isString() && !name.isNull() || Call.isUndefined(name)) {
            throw new UserException(
                    "USAGE",
                    "rename: the function gave " + host.values().describe(name) + " for " + DeviceVerbs.label(device),
                    "it must give a string, or null to clear the name");
        }
        return name.isNull() ? null : name.asString();
    }

    private static Object plan(Query<Device> query, Call call, BiFunction<Planner, List<Device>, Plan> make) {
        Plans.refuseUnrestricted(query, call.name());
        Host host = call.host();
        return host.objects().plan(make.apply(Plans.planner(host), query.toList(host)), query);
    }
}
