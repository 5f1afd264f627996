package io.impsh.api;

import io.impsh.model.LogEntry;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Turns the events of a log stream into calls of a listener. JSON is asked for; a service that sends the text form all the
 * same, which is its default, is understood as well.
 */
final class LogEvents {
    /** Device, time, log type, type, text. */
    private static final int TEXT_PARTS = 5;

    private final LogListener listener;

    LogEvents(LogListener listener) {
        this.listener = listener;
    }

    /** Events of names that are not known say nothing to us. */
    void accept(String event, String data) {
        boolean isText = !data.startsWith("{");
        switch (event) {
            case "message" -> message(data, isText ? entry(data) : jsonEntry(data));
            case "state_change" -> {
                if (isText) {
                    textState(data);
                } else {
                    jsonState(data);
                }
            }
            default -> {
                // One that was not there when this was written.
            }
        }
    }

    private void message(String data, LogEntry entry) {
        if (entry == null) {
            listener.unreadable(data);
        } else {
            listener.message(entry);
        }
    }

    private static LogEntry jsonEntry(String data) {
        JsonNode read = tree(data);
        return read.isObject() ? LogReader.entry(read, null) : null;
    }

    /** The text may be missing, hold blanks and have several lines. */
    private static LogEntry entry(String data) {
        String[] parts = data.split(" ", TEXT_PARTS);
        Instant time = parts.length < TEXT_PARTS - 1 ? null : Attributes.instant(StringNode.valueOf(parts[1]));
        String text = parts.length < TEXT_PARTS ? "" : parts[TEXT_PARTS - 1];
        return time == null ? null : new LogEntry(parts[0], time, parts[2], parts[3], text);
    }

    private void jsonState(String data) {
        JsonNode read = tree(data);
        if (read.isObject()) {
            stateChanged(
                    read.path("state").stringValue(""), read.path("device_id").stringValue(null));
        } else {
            listener.unreadable(data);
        }
    }

    /** {@code opened}, or a device and what became of it. */
    private void textState(String data) {
        int blank = data.lastIndexOf(' ');
        stateChanged(data.substring(blank + 1), blank < 0 ? null : data.substring(0, blank));
    }

    private void stateChanged(String state, String deviceId) {
        switch (state) {
            case "opened" -> listener.opened();
            case "subscribed" -> listener.subscribed(deviceId);
            case "unsubscribed" -> listener.unsubscribed(deviceId, false);
            case "closed" -> listener.closed("the service closed the stream");
            default -> {
                // One that was not there when this was written.
            }
        }
    }

    private static JsonNode tree(String data) {
        try {
            return Json.MAPPER.readTree(data);
        } catch (JacksonException half) {
            return Json.MAPPER.missingNode();
        }
    }
}
