package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.Endpoint;
import io.impsh.api.SideDoor;
import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** What scripts can do to an embedded cloud from outside: its side door. */
final class SandboxVerbs {
    static final String TYPE = "Sandbox";
    static final String GLOBAL = "sandbox";

    private static final Argument DEVICE =
            Argument.required("device", "Device | string", "a device, or its name or id");

    private SandboxVerbs() {}

    /** The object of the session's embedded cloud; other clouds have none. */
    static HostObject<Host> of(Host host) {
        if (!Endpoint.isLoopback(host.profile().endpoint().getHost())) {
            throw new UserException(
                    "NO_SANDBOX", "this session is connected to no sandbox", "impsh --sandbox starts one");
        }
        return new HostObject<>(host.registry().<Host>type(TYPE), host, host);
    }

    static HostType<Host> type() {
        HostType<Host> type = new HostType<>(
                TYPE, "The embedded cloud itself: what happens to devices in the field, and what goes wrong.");
        addField(type);
        addWhole(type);
        return type;
    }

    private static void addField(HostType<Host> type) {
        type.method(
                        "addDevices",
                        "Device[]",
                        "Adds devices, as BlinkUp does; one imp003 on line and in no group unless told otherwise.",
                        "sandbox.addDevices({count: 3, name: 'spare', group: 'Line 1'})",
                        (self, call) -> added(call),
                        Argument.options(
                                "devices",
                                Argument.optional("count", "number", "how many, 1 by default"),
                                Argument.optional("name", "string", "of several, each gets a number after it"),
                                Argument.optional("impType", "string", "such as imp005"),
                                Argument.optional("group", "string", "name or id of their device group"),
                                Argument.optional("account", "string", "whose they are: the group's owner, or demo"),
                                Argument.optional("online", "boolean", "true by default")))
                .method(
                        "bless",
                        "Device",
                        "Blesses a device: it goes into a production group, and off line.",
                        "sandbox.bless(devices.where({group: 'Thermostat DUT'}).first())",
                        (self, call) -> {
                            String group = call.has(1)
                                    ? Identified.entity(EntityKinds.GROUP, call.value(1), call.host())
                                            .id()
                                    : null;
                            return told(call, (door, device) -> door.bless(device, group));
                        },
                        DEVICE,
                        Argument.optional(
                                "group",
                                "DeviceGroup | string",
                                "a production group; by default the target of the device's factory line"))
                .method(
                        "blinkUp",
                        "Device",
                        "A BlinkUp: the device is enrolled and on line; one in production is activated by it.",
                        "sandbox.blinkUp(devices.where({group: 'Thermostat field'}).first())",
                        (self, call) -> told(call, SideDoor::blinkUp),
                        DEVICE)
                .method(
                        "log",
                        "Device",
                        "Writes a line into a device's log, as if its code had.",
                        "sandbox.log('thermo-0001', 'hello')",
                        (self, call) -> {
                            String text = call.string(1);
                            String kind = call.stringOr(2, "server.log");
                            return told(call, (door, device) -> door.log(device, kind, text));
                        },
                        DEVICE,
                        Argument.required("text", "string", "the line"),
                        Argument.optional("type", "string", "server.log by default; such as agent.log or server.error"))
                .method(
                        "setOnline",
                        "Device",
                        "Connects a device, or disconnects it, as its power or WiFi would.",
                        "sandbox.setOnline('thermo-0001', false)",
                        (self, call) -> {
                            boolean online = online(call);
                            return told(call, (door, device) -> door.setOnline(device, online));
                        },
                        DEVICE,
                        Argument.required("online", "boolean", "whether it is on line from now on"));
    }

    private static void addWhole(HostType<Host> type) {
        type.method(
                        "faults",
                        "void",
                        "What goes wrong from now on, as --faults says it; an empty text for nothing.",
                        "sandbox.faults('')",
                        (self, call) -> {
                            String specification = call.string(0);
                            return changed(call, door -> door.setFaults(specification));
                        },
                        Argument.required("specification", "string", "such as '429:5%,reset:1%'"))
                .method(
                        "closeStreams",
                        "void",
                        "Closes the log streams of the account, as another session of it does that opens too many.",
                        "sandbox.closeStreams()",
                        (self, call) -> changed(call, SideDoor::closeStreams))
                .method(
                        "reset",
                        "void",
                        "Back to the start. The seed data has the same ids as then, counts are at zero, faults are those"
                                + " of the start.",
                        "sandbox.reset()",
                        (self, call) -> changed(call, door -> {
                            door.reset();
                            call.host().directory().index().outdate();
                        }))
                .method(
                        "state",
                        "object",
                        "Gives what it holds and has counted: numbers of devices, requests, webhooks sent and more.",
                        "sandbox.state().devices",
                        (self, call) -> call.host().client().sideDoor().state());
    }

    private interface Change {
        void make(SideDoor door);
    }

    private interface DeviceChange {
        void make(SideDoor door, String device);
    }

    private static boolean online(Call call) {
        Value online = call.value(1);
        if (online == null || !online.isBoolean()) {
            throw call.wrong(1, "true or false");
        }
        return online.asBoolean();
    }

    private static List<Object> added(Call call) {
        Host host = call.host();
        Options given = call.options(0);
        Map<String, Object> what = new LinkedHashMap<>();
        for (String key : List.of("count", "name", "impType", "group", "account", "online")) {
            if (given.has(key)) {
                what.put(key, host.values().toJava(given.value(key)));
            }
        }
        if (!mayChange(host)) {
            return List.of();
        }
        List<String> ids = host.client().sideDoor().addDevices(what);
        host.directory().forget();
        host.directory().index().outdate();
        return ids.stream().map(id -> device(id, host)).toList();
    }

    private static Object told(Call call, DeviceChange change) {
        String id = Identified.entity(EntityKinds.DEVICE, call.value(0), call.host())
                .id();
        changed(call, door -> change.make(door, id));
        return device(id, call.host());
    }

    private static Object device(String id, Host host) {
        return host.objects().entity(Handle.lazy(EntityKinds.DEVICE, new EntityRef(Device.TYPE, id)));
    }

    private static Object changed(Call call, Change change) {
        if (mayChange(call.host())) {
            change.make(call.host().client().sideDoor());
            call.host().directory().forget();
        }
        return GuestValues.UNDEFINED;
    }

    /** A dry run leaves the sandbox alone, like any cloud. */
    private static boolean mayChange(Host host) {
        host.beforeWrite();
        if (host.isDryRun()) {
            host.io().notice("dry run: the sandbox is left as it is");
        }
        return !host.isDryRun();
    }
}
