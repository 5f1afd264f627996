package io.impsh.api;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Turns the events of a log stream into calls of a listener. */
final class LogEvents {
    private final LogListener listener;

    LogEvents(LogListener listener) {
        this.listener = listener;
    }

    /** Events of names that are not known say nothing to us. */
    void accept(String event, String data) {
        JsonNode read = event.equals("message") || event.equals("state_change") ? tree(data) : null;
        if (read == null) {
            return;
        }
        if (!read.isObject()) {
            listener.unreadable(data);
        } else if (event.equals("message")) {
            listener.message(LogReader.entry(read, null));
        } else {
            stateChanged(
                    read.path("state").stringValue(""), read.path("device_id").stringValue(null));
        }
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
