package io.impsh.sandbox;

import java.util.function.Consumer;

/** Devices: list, read, rename, remove, restart. They are named by device id, MAC address or agent id. */
final class DeviceHandler {
    private static final String ITEM = "/v5/devices/{device}";

    private final Store store;

    DeviceHandler(Store store) {
        this.store = store;
    }

    void addTo(Router router) {
        router.add("GET", "/v5/devices", call -> Reply.list(call, new DeviceQuery(store, call).devices()))
                .add("GET", ITEM, call -> Reply.found(call, device(call, store)))
                .add("PATCH", ITEM, this::update)
                .add("DELETE", ITEM, this::delete)
                .add("POST", ITEM + "/restart", call -> restart(call, store::restart))
                .add("POST", ITEM + "/conditional_restart", call -> restart(call, store::restartBelowMinimum));
    }

    private Reply update(Call call) {
        Device device = device(call, store);
        ResourceDocument document = ResourceDocument.of(call);
        document.expectType("device");
        document.expectId(call.parameter("device"));
        document.permitRelationships();
        Attributes attributes = document.attributes("name");
        attributes.permitOnly("name");
        if (attributes.has("name")) {
            device.rename(attributes.text("name"));
        }
        return Reply.found(call, device);
    }

    private Reply delete(Call call) {
        Device device = device(call, store);
        if (device.owner() != call.caller()) {
            throw ApiError.forbidden("Only its owner may remove a device.").exception();
        }
        if (device.group() != null) {
            throw new ApiError(409, "CX006", "Device Assigned", "Cannot remove an assigned device; unassign it first.")
                    .exception();
        }
        store.remove(device);
        return Reply.noContent();
    }

    private Reply restart(Call call, Consumer<Device> way) {
        Device device = device(call, store);
        if (device.group() == null) {
            throw new ApiError(409, "CX007", "Device Unassigned", "Cannot restart a device that is in no devicegroup.")
                    .exception();
        }
        way.accept(device);
        return Reply.noContent();
    }

    /** The device that the path names. */
    static Device device(Call call, Store store) {
        String identifier = call.parameter("device");
        return store.device(identifier, call.caller())
                .orElseThrow(() -> ApiError.notFound("There is no device '" + identifier + "'.")
                        .exception());
    }
}
