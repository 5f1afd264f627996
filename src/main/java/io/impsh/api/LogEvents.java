package io.impsh.api;

import io.impsh.model.LogEntry;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Turns the events of a log stream into calls of a listener. JSON is asked for; a service that sends the text form all the
 * same, which is its default, is understood as well. JSON is read member by member, as trees would take most of the time
 * that a line needs.
 */
final class LogEvents {
    /** Device, time, log type, type, text. */
    private static final int TEXT_PARTS = 5;

    private final LogListener listener;

    LogEvents(LogListener listener) {
        this.listener = listener;
    }

    /** What an event may say, whichever it is; not set is {@code null}. */
    private static final class Said {
        private String device;
        private String time;
        private String logType;
        private String type;
        private String message;
        private String state;

        void set(String member, String value) {
            switch (member) {
                case "device_id" -> device = value;
                case "ts" -> time = value;
                case "log_type" -> logType = value;
                case "type" -> type = value;
                case "msg" -> message = value;
                case "state" -> state = value;
                default -> {
                    // One that was not there when this was written.
                }
            }
        }

        /** {@code null} when it does not say of which device. */
        LogEntry entry() {
            Instant at = time == null ? null : TimeStamps.read(time);
            return device == null
                    ? null
                    : new LogEntry(device, at, logType, type == null ? "" : type, message == null ? "" : message);
        }
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
        Said said = read(data);
        return said == null ? null : said.entry();
    }

    /** The text may be missing, hold blanks and have several lines. */
    private static LogEntry entry(String data) {
        String[] parts = data.split(" ", TEXT_PARTS);
        Instant time = parts.length < TEXT_PARTS - 1 ? null : TimeStamps.read(parts[1]);
        String text = parts.length < TEXT_PARTS ? "" : parts[TEXT_PARTS - 1];
        return time == null ? null : new LogEntry(parts[0], time, parts[2], parts[3], text);
    }

    private void jsonState(String data) {
        Said said = read(data);
        if (said == null || said.state == null) {
            listener.unreadable(data);
        } else {
            stateChanged(said.state, said.device);
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
            case "closed" -> listener.closed("the service closed the stream");
            case "subscribed", "unsubscribed" -> subscription(state.equals("subscribed"), deviceId);
            default -> {
                // One that was not there when this was written.
            }
        }
    }

    private void subscription(boolean begins, String deviceId) {
        if (deviceId == null) {
            listener.unreadable("a device without an id");
        } else if (begins) {
            listener.subscribed(deviceId);
        } else {
            listener.unsubscribed(deviceId, false);
        }
    }

    /** {@code null} for what is no whole object. */
    private static Said read(String data) {
        Said said = new Said();
        try (JsonParser json = Json.MAPPER.createParser(data)) {
            json.nextToken();
            for (String member = json.nextName(); member != null; member = json.nextName()) {
                said.set(member, value(json, json.nextToken(), member));
            }
            return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null ? said : null;
        } catch (JacksonException half) {
            return null;
        }
    }

    /** A text, whatever it holds. A message that is something else after all is written as JSON. */
    private static String value(JsonParser json, JsonToken token, String member) {
        if (token == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        if (member.equals("msg")) {
            return json.readValueAsTree().toString();
        }
        json.skipChildren();
        return null;
    }
}
