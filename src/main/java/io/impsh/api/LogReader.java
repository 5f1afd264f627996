package io.impsh.api;

import io.impsh.model.HistoryEntry;
import io.impsh.model.LogEntry;
import tools.jackson.databind.JsonNode;

/** Reads log lines and history entries, which are bare objects, no resources. */
final class LogReader {
    private LogReader() {}

    /** @param asked the device that was asked for, when the entry does not say whose it is */
    static LogEntry entry(JsonNode entry, String asked) {
        return new LogEntry(
                text(entry, "device_id", asked),
                Attributes.instant(entry.path("ts")),
                text(entry, "log_type", null),
                text(entry, "type", ""),
                message(entry.path("msg")));
    }

    static HistoryEntry history(Resource entry, String asked) {
        JsonNode read = entry.tree();
        return new HistoryEntry(
                Attributes.instant(read.path("timestamp")),
                text(read, "event", null),
                text(read, "device_id", asked),
                text(read, "devicegroup_id", null),
                text(read, "owner_id", null),
                text(read, "actor_id", null),
                entry.raw());
    }

    /** A text, whatever it holds; should it be something else after all, that is written as JSON. */
    private static String message(JsonNode message) {
        return message.isString() ? message.stringValue() : message.isMissingNode() ? "" : message.toString();
    }

    private static String text(JsonNode entry, String name, String absent) {
        return entry.path(name).stringValue(absent);
    }
}
