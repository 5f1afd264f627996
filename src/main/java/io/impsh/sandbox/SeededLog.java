package io.impsh.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a device of the seed logged before the sandbox was started: made when it is read, always the same for the same
 * device. Without it a fresh sandbox would have nothing to look at; kept, it would fill the memory.
 */
final class SeededLog {
    private static final long START = Instant.parse("2024-06-01T06:00:00.000Z").toEpochMilli();
    private static final long INTERVAL = Duration.ofSeconds(30).toMillis();
    private static final int FEWEST = 22;

    private SeededLog() {}

    /** Newest first; nothing for a device that did not begin in a group that logs. */
    static List<LogEntry> of(Device device) {
        DeviceGroup group = device.firstGroup();
        if (group == null || group.type().isProduction()) {
            return List.of();
        }
        List<LogEntry> entries = new ArrayList<>();
        long time = START + device.ordinal() * 1009L % INTERVAL;
        entries.add(entry(device, time, LogLine.status("Agent restarted: reload.")));
        entries.add(entry(device, time + 41, LogLine.status("Device connected")));
        // Some begin late enough in their output to show an error.
        long first = device.ordinal() % 7 == 3 ? 90 : 0;
        int readings = FEWEST + device.ordinal() % 10;
        for (int i = 0; i < readings; i++) {
            LogLine line = Telemetry.line(device, first + i);
            // The lines of an error come with the reading before them.
            time += line.isError() ? 1 : INTERVAL;
            entries.add(entry(device, time, line));
        }
        Collections.reverse(entries);
        return entries;
    }

    private static LogEntry entry(Device device, long time, LogLine line) {
        return new LogEntry(device, time, line.type(), line.message());
    }
}
