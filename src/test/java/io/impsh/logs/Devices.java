package io.impsh.logs;

import io.impsh.model.Device;
import io.impsh.model.EntityRef;

/** Devices of which only the id matters, and where they are. */
final class Devices {
    private Devices() {}

    static Device device(String id) {
        return device(id, new EntityRef("development_devicegroup", "g"));
    }

    static Device device(String id, EntityRef group) {
        return new Device(
                id,
                "Device " + id,
                true,
                null,
                null,
                null,
                false,
                null,
                null,
                "imp003",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                group,
                null,
                null);
    }
}
