package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The side door's calls for devices: what the service itself has no call for, as it happens in the field. */
final class DeviceDoor {
    private static final String ITEM = "/sandbox/devices/{device}";
    private static final int MOST = 100_000;

    private final Store store;
    private final DeviceMaker maker;
    private final DeviceLogs logs;
    private final Finder finder;

    DeviceDoor(Store store, DeviceMaker maker, DeviceLogs logs) {
        this.store = store;
        this.logs = logs;
        this.maker = maker;
        this.finder = new Finder(store);
    }

    void addTo(Router router) {
        router.addOpen("POST", "/sandbox/devices", this::add)
                .addOpen("POST", ITEM + "/bless", this::bless)
                .addOpen("POST", ITEM + "/blinkup", this::blinkUp)
                .addOpen("POST", ITEM + "/online", this::turn)
                .addOpen("POST", ITEM + "/log", this::log);
    }

    /** They come enrolled and on line, as devices do that a developer has just added by BlinkUp. */
    private Reply add(Call call) {
        DoorRequest request = DoorRequest.of(call, List.of("count", "name", "impType", "group", "account", "online"));
        int count = request.number("count", 1, MOST);
        String name = request.text("name").orElse(null);
        String impType = request.text("impType").orElse("imp003");
        if (!DeviceMaker.impTypes().contains(impType)) {
            throw DoorRequest.refused("impType", "must be one of " + String.join(", ", DeviceMaker.impTypes()));
        }
        DeviceGroup group = request.text("group").map(finder::group).orElse(null);
        Account owner = request.text("account")
                .map(finder::account)
                .orElseGet(() -> group == null ? finder.account(Seed.USER) : group.owner());
        boolean online = request.flag("online").orElse(true);
        refuseFirstGeneration(impType, group);
        List<Device> added = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            Device device = maker.make(owner, impType);
            device.enroll(store.now());
            device.turn(online, store.now());
            device.rename(name == null || count == 1 ? name : name + "-" + numbered(i, count));
            if (group != null) {
                store.place(device, group, store.now());
            }
            added.add(device);
        }
        return ids(added);
    }

    private static void refuseFirstGeneration(String impType, DeviceGroup group) {
        if (group != null && group.type().isFixture() && impType.equals("imp001")) {
            throw DoorRequest.refused("impType", "cannot be imp001 in a fixture group");
        }
    }

    private static String numbered(int i, int count) {
        String number = Integer.toString(i);
        return "0".repeat(Integer.toString(count).length() - number.length()) + number;
    }

    private static Reply ids(List<Device> devices) {
        return Reply.json(201, out -> {
            out.writeStartObject();
            out.writeArrayPropertyStart("ids");
            devices.forEach(device -> out.writeString(device.id()));
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private Reply bless(Call call) {
        Device device = finder.device(call);
        DoorRequest request = DoorRequest.of(call, List.of("group"));
        DeviceGroup target = request.text("group").map(finder::group).orElseGet(() -> finder.blessingTarget(device));
        if (!target.type().isProduction()) {
            throw DoorRequest.refused("group", "must name a production or pre-production group");
        }
        if (device.group() != null && device.group().type().isProduction()) {
            throw new ApiError(
                            409,
                            "CX021",
                            "Device Blessed",
                            "The device is blessed already; unassign it with the unbond key first.")
                    .exception();
        }
        store.bless(device, target);
        return Reply.noContent();
    }

    private Reply blinkUp(Call call) {
        DoorRequest.of(call, List.of());
        store.enroll(finder.device(call));
        return Reply.noContent();
    }

    private Reply turn(Call call) {
        Device device = finder.device(call);
        boolean on = DoorRequest.of(call, List.of("online"))
                .flag("online")
                .orElseThrow(() -> DoorRequest.refused("online", "is required"));
        store.turn(device, on);
        return Reply.noContent();
    }

    /** One line, or a list of lines of the same moment. All are read before the first is written. */
    private Reply log(Call call) {
        Device device = finder.device(call);
        JsonNode body = call.request().json();
        List<LogLine> lines = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(element -> lines.add(line(element)));
        } else {
            lines.add(line(body));
        }
        if (!logs.appendTogether(device, lines)) {
            throw new ApiError(
                            409,
                            "CX022",
                            "Device Not Logging",
                            "Only devices in a group that is not for production log; assign it to one first.")
                    .exception();
        }
        return Reply.noContent();
    }

    private static LogLine line(JsonNode element) {
        DoorRequest request = DoorRequest.of(element, List.of("type", "msg"));
        String type = request.text("type").orElse(LogLine.DEVICE);
        if (!LogLine.TYPES.contains(type)) {
            throw DoorRequest.refused("type", "must be one of " + String.join(", ", LogLine.TYPES));
        }
        return new LogLine(type, request.text("msg").orElseThrow(() -> DoorRequest.refused("msg", "is required")));
    }
}
