package io.impsh.script;

import io.impsh.model.Device;
import io.impsh.model.LogEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A line of a log together with what its device is called.
 *
 * @param deviceName {@code null} when the device has none
 * @param look as the stream wants it that brought the line
 */
public record LogLine(LogEntry entry, String deviceName, LogLook look) implements Shown.Item {
    static final List<String> COLUMNS = List.of("time", "device", "deviceId", "type", "message");

    /** Squirrel's errors are several entries: what happened, and then where, which begins with more blanks. */
    private static final String ERROR = "ERROR:";

    private static final String STACK = ERROR + "  ";

    public LogLine(LogEntry entry, String deviceName) {
        this(entry, deviceName, LogLook.USUAL);
    }

    /** The name, or the id of a device without one. */
    public String label() {
        return label(entry.deviceId(), deviceName);
    }

    static String label(String id, String name) {
        return name == null || name.isEmpty() ? String.valueOf(id) : name;
    }

    /** Whether it is a line of the stack of the error that the line before it tells of, or goes on with. */
    public boolean continues(LogLine before) {
        return before != null
                && stackStart() > 0
                && entry.type().equals(before.entry.type())
                && before.isError()
                && before.entry.message().startsWith(ERROR)
                && Objects.equals(entry.deviceId(), before.entry.deviceId())
                && look.equals(before.look);
    }

    /** Where the words of a stack line begin in its message; 0 when it is none. */
    public int stackStart() {
        String message = entry.message();
        if (!isError() || !message.startsWith(STACK)) {
            return 0;
        }
        int start = STACK.length();
        while (start < message.length() && message.charAt(start) == ' ') {
            start++;
        }
        return start;
    }

    boolean isError() {
        return entry.type().endsWith(".error");
    }

    @Override
    public Object cell(String column) {
        return switch (column) {
            case "time" -> entry.time();
            case "device" -> label();
            case "deviceId" -> entry.deviceId();
            case "type" -> entry.type();
            case "message" -> entry.message();
            default -> null;
        };
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> device = new LinkedHashMap<>();
        device.put("id", entry.deviceId());
        device.put("type", Device.TYPE);
        if (deviceName != null) {
            device.put("name", deviceName);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("time", entry.time());
        json.put("device", device);
        json.put("type", entry.type());
        json.put("logType", entry.logType());
        json.put("message", entry.message());
        return json;
    }
}
