package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.LostAnswerException;
import io.impsh.bulk.Question;
import io.impsh.bulk.Removal;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** What can be done to one device; each acts at once. */
final class DeviceVerbs {
    static final Argument GROUP =
            Argument.required("group", "DeviceGroup | string", "a device group, or its name or id");
    static final Argument CONDITIONAL = Argument.options(
            "options",
            Argument.optional(
                    "conditional", "boolean", "let a device that runs a supported build finish what it does first"));
    static final Argument UNBOND_KEY =
            Argument.secret("unbondKey", "the account's unbond key, for production devices; 'ask' asks for it");
    static final Argument UNBOND = Argument.options("options", UNBOND_KEY);
    static final Argument FORCE = Argument.options(
            "options", Argument.optional("force", "boolean", "unassign it first if it is assigned"), UNBOND_KEY);

    private DeviceVerbs() {}

    static HostType<Handle<Device>> addTo(HostType<Handle<Device>> type) {
        return type.method(
                        "rename",
                        "Device",
                        "Gives the device another name. null clears it; two devices may have the same.",
                        "devices.get('thermo-0001').rename('Kitchen')",
                        (device, call) -> rename(device, call.value(0).isNull() ? null : call.string(0), call.host()),
                        Argument.required("name", "string | null", "the new name; null or '' for none"))
                .method(
                        "update",
                        "Device",
                        "Changes what can be changed of a device, which is its name.",
                        "devices.get('thermo-0002').update({name: 'Hall'})",
                        (device, call) -> rename(device, call.options(0).text("name"), call.host()),
                        Argument.options(
                                "changes",
                                Argument.required("name", "string | null", "the new name; null or '' for none")))
                .method(
                        "assignTo",
                        "Device",
                        "Moves the device into a group, where it restarts with that group's code. A device that is"
                                + " there already is left alone.",
                        "devices.get('thermo-0003').assignTo('Line 2')",
                        (device, call) -> assign(device, group(call), call.host()),
                        GROUP)
                .method(
                        "unassign",
                        "Device",
                        "Takes the device out of its group. Its code stops and its agent goes; one in production needs the unbond key,"
                                + " and asks first.",
                        "devices.get('thermo-0004').unassign()",
                        (device, call) -> unassign(device, unbondKey(call), call.host()),
                        UNBOND)
                .method(
                        "restart",
                        "void",
                        "Restarts device and agent, with the group's current build. It is an error while the device is unassigned.",
                        "devices.get('thermo-0005').restart()",
                        (device, call) -> {
                            call.host().beforeWrite();
                            call.host()
                                    .client()
                                    .devices()
                                    .restart(device.id(), call.options(0).flag("conditional"));
                            return GuestValues.UNDEFINED;
                        },
                        CONDITIONAL)
                .method(
                        "logs",
                        "LogEntry[]",
                        "The newest stored lines of its log, oldest first. None while it is in a (pre-)production group.",
                        "devices.get('thermo-0009').logs({limit: 5})",
                        (device, call) -> LogTypes.stored(device.entity(call.host()), call.options(0), call.host()),
                        LogQuery.OPTIONS)
                .method(
                        "stream",
                        "LogStream",
                        "Prints new lines of its log as they come.",
                        "devices.get('thermo-0009').stream({limit: 1}).stop()",
                        (device, call) -> LogTypes.stream(device, call),
                        LogStreamOptions.OF_STREAM)
                .method(
                        "history",
                        "HistoryEntry[]",
                        "What was done to it lately, oldest first: assigned, renamed, enrolled and so on.",
                        "devices.get('thermo-0009').history()",
                        (device, call) -> HistoryTypes.of(device.id(), call.options(0), call.host()),
                        HistoryTypes.OPTIONS)
                .method(
                        "remove",
                        "void",
                        "Removes the device from the account; only BlinkUp brings it back. Asks first.",
                        "devices.where({group: null}).first().remove()",
                        (device, call) -> remove(device, Plans.removal(call), call.host()),
                        FORCE);
    }

    static DeviceGroup group(Call call) {
        return Identified.entity(EntityKinds.GROUP, call.value(0), call.host());
    }

    /** The key as given, or asked for when it is {@code 'ask'}; a dry run sends none, and asks for none. */
    static String unbondKey(Call call) {
        String key = call.options(0).text("unbondKey");
        boolean isAsked = "ask".equals(key) && !call.host().isDryRun();
        return isAsked ? call.host().io().askSecret("Unbond key") : key;
    }

    private static Object rename(Handle<Device> device, String name, Host host) {
        host.beforeWrite();
        device.replace(host.client().devices().rename(device.id(), name));
        return changed(device, host);
    }

    private static Object assign(Handle<Device> handle, DeviceGroup group, Host host) {
        Device device = handle.reload(host);
        if (device.group() != null && device.group().id().equals(group.id())) {
            host.io().notice("already in " + group.name() + "; left alone (restart() restarts it)");
            return host.objects().entity(handle);
        }
        if (device.group() != null && isProduction(device) && !group.groupType().isProduction()) {
            throw new UserException(
                    "REFUSED",
                    "a production device cannot be assigned to " + group.name(),
                    "unassign({unbondKey}) makes it a development device first");
        }
        host.beforeWrite();
        settled(
                handle,
                host,
                () -> host.client().deviceGroups().assign(group.id(), List.of(handle.id())),
                now -> now.group() != null && now.group().id().equals(group.id()));
        return changed(handle, host);
    }

    private static boolean isProduction(Device device) {
        return DeviceGroupType.ofJson(device.group().type())
                .filter(DeviceGroupType::isProduction)
                .isPresent();
    }

    private static Object unassign(Handle<Device> handle, String unbondKey, Host host) {
        Device device = handle.reload(host);
        if (device.group() == null) {
            host.io().notice("already unassigned; left alone");
            return host.objects().entity(handle);
        }
        if (isProduction(device)) {
            if (unbondKey == null && device.group().type().equals(DeviceGroupType.PRODUCTION.json())) {
                throw new UserException(
                        "REFUSED",
                        "a production device is unassigned with the account's unbond key only",
                        "unassign({unbondKey: 'ask'}) asks for it");
            }
            host.confirmOrStop(new Question(
                    "The device leaves the production group " + host.directory().nameOf(device.group())
                            + " and is no longer blessed. Go on?",
                    List.of(label(device)),
                    1,
                    host.profile().asksForNumbers()));
        }
        host.beforeWrite();
        settled(
                handle,
                host,
                () -> host.client().deviceGroups().unassign(device.group().id(), List.of(handle.id()), unbondKey),
                now -> now.group() == null);
        return changed(handle, host);
    }

    private static Object remove(Handle<Device> handle, Removal removal, Host host) {
        Device device = handle.entity(host);
        host.confirmOrStop(new Question(
                "The device is removed from the account; only BlinkUp brings it back. Go on?",
                List.of(label(device)),
                1,
                false));
        if (removal.force() && handle.reload(host).group() != null) {
            unassign(handle, removal.unbondKey(), host);
        }
        host.beforeWrite();
        host.client().devices().delete(handle.id());
        host.directory().changed(EntityKinds.DEVICE);
        return GuestValues.UNDEFINED;
    }

    /** Sends once. When the answer is lost the state says whether it happened; it is never simply sent again. */
    private static void settled(Handle<Device> handle, Host host, Runnable send, Predicate<Device> happened) {
        try {
            send.run();
            handle.reload(host);
        } catch (LostAnswerException lost) {
            if (!happened.test(handle.reload(host))) {
                throw lost;
            }
        }
    }

    private static Object changed(Handle<Device> handle, Host host) {
        host.directory().changed(EntityKinds.DEVICE);
        return host.objects().entity(handle);
    }

    static String label(Device device) {
        return Objects.requireNonNullElse(device.name(), "") + (device.name() == null ? "" : "  ") + device.id();
    }
}
