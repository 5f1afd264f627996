package io.impsh.sandbox;

import io.impsh.sandbox.StreamEvent.Message;
import io.impsh.sandbox.StreamEvent.StateChange;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.io.JsonStringEncoder;

/** Spells events as a log stream sends them. Collects many before they are sent: a busy stream has thousands a second. */
final class EventText {
    /** What ends a line for the readers of event streams. */
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private final StreamFormat format;
    private final StringBuilder text = new StringBuilder(4096);
    private long time = Long.MIN_VALUE;
    private String timeText;

    EventText(StreamFormat format) {
        this.format = format;
    }

    void add(StreamEvent event) {
        if (event instanceof Message message) {
            add(message.entry());
        } else if (event instanceof StateChange change) {
            add(change);
        }
    }

    /** Everything added since the last call. */
    byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    private void add(StateChange change) {
        text.append("event: state_change\ndata: ");
        Device device = change.device();
        if (format == StreamFormat.TEXT) {
            text.append(device == null ? "" : device.id() + " ").append(change.state());
        } else {
            text.append("{\"state\":\"").append(change.state()).append('"');
            text.append(device == null ? "}" : ",\"device_id\":\"" + device.id() + "\"}");
        }
        text.append("\n\n");
    }

    private void add(LogEntry entry) {
        text.append("event: message\ndata: ");
        if (format == StreamFormat.TEXT) {
            addText(entry);
        } else {
            addJson(entry);
        }
        text.append("\n\n");
    }

    /** Line breaks of the message make further data lines. */
    private void addText(LogEntry entry) {
        text.append(entry.device().id()).append(' ').append(time(entry.time()));
        text.append(' ')
                .append(LogEntry.LOG_TYPE)
                .append(' ')
                .append(entry.type())
                .append(' ');
        String[] lines = LINE_BREAK.split(entry.message(), -1);
        text.append(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            text.append("\ndata: ").append(lines[i]);
        }
    }

    private void addJson(LogEntry entry) {
        text.append("{\"device_id\":\"").append(entry.device().id());
        text.append("\",\"ts\":\"").append(time(entry.time()));
        text.append("\",\"log_type\":\"").append(LogEntry.LOG_TYPE).append("\",\"type\":\"");
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        encoder.quoteAsString(entry.type(), text);
        text.append("\",\"msg\":\"");
        encoder.quoteAsString(entry.message(), text);
        text.append("\"}");
    }

    /** Many entries in a row are of the same millisecond. */
    private String time(long wanted) {
        if (wanted != time) {
            time = wanted;
            timeText = Json.time(wanted);
        }
        return timeText;
    }
}
