package io.impsh.sandbox;

import tools.jackson.core.JsonGenerator;

/**
 * One line of a device's log. Only groups that are not in production log, so that the log is always a development log.
 *
 * @param time milliseconds since 1970
 * @param type where it comes from, such as {@code server.log}
 */
record LogEntry(Device device, long time, String type, String message) {
    static final String LOG_TYPE = "development";

    /** The bare object in which logs list it. */
    void write(JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("device_id", device.id());
        out.writeStringProperty("ts", Json.time(time));
        out.writeStringProperty("log_type", LOG_TYPE);
        out.writeStringProperty("type", type);
        out.writeStringProperty("msg", message);
        out.writeEndObject();
    }
}
