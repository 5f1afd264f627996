package io.impsh.sandbox;

import tools.jackson.core.JsonGenerator;

/**
 * Something that happened to a device.
 *
 * @param time milliseconds since 1970
 * @param event what, in the service's word
 * @param group which group it has to do with, or {@code null}
 */
record HistoryEntry(Device device, long time, String event, DeviceGroup group) {
    static final String ENROLLED = "device_enrolled";
    static final String ASSIGNED = "device_assigned_to_devicegroup";
    static final String UNASSIGNED = "device_unassigned_from_devicegroup";
    static final String BLESSED = "device_blessed";
    static final String CONNECTED = "device_connected";
    static final String DISCONNECTED = "device_disconnected";

    /** The bare object in which histories list it. */
    void write(JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("timestamp", Json.time(time));
        out.writeStringProperty("event", event);
        out.writeStringProperty("owner_id", device.owner().id());
        out.writeStringProperty("actor_id", device.owner().id());
        out.writeStringProperty("device_id", device.id());
        if (group != null) {
            out.writeStringProperty("devicegroup_id", group.id());
        }
        out.writeEndObject();
    }
}
