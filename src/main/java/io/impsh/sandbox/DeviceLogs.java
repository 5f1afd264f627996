package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The logs of all devices: at most 1000 entries each, and, since a large fleet would not fit like that, not much more than
 * a fixed number of bytes in total; beyond it a device that logs loses its own oldest entries first. What a device of
 * the seed would have logged before the sandbox was started comes after what it has logged since. The store's monitor
 * is held by whoever calls.
 */
final class DeviceLogs implements StoreListener {
    private static final long BUDGET = 64L << 20;

    private final Store store;
    private Consumer<LogEntry> subscribers;
    private final Map<Device, DeviceLog> logs = new HashMap<>();
    private long weight;

    /** @param subscribers are handed every entry as it is made */
    DeviceLogs(Store store, Consumer<LogEntry> subscribers) {
        this.store = store;
        this.subscribers = subscribers;
    }

    /** Hands every entry from now on to somebody else too; for tests. */
    void watch(Consumer<LogEntry> watcher) {
        subscribers = subscribers.andThen(watcher);
    }

    /** Whether what happens on the device is logged: it is in a group, and not in production. */
    static boolean logs(Device device) {
        return device.group() != null && !device.group().type().isProduction();
    }

    /** Logs a line now; answers false, having done nothing, if the device's lines are not logged where it is. */
    boolean append(Device device, String type, String message) {
        if (!logs(device)) {
            return false;
        }
        DeviceLog log = logs.computeIfAbsent(device, unlogged -> new DeviceLog());
        add(log, new LogEntry(device, Math.max(store.now(), log.last()), type, message));
        return true;
    }

    /** Logs lines at one and the same moment; answers false, having done nothing, as above. */
    boolean appendTogether(Device device, List<LogLine> lines) {
        if (!logs(device)) {
            return false;
        }
        DeviceLog log = logs.computeIfAbsent(device, unlogged -> new DeviceLog());
        long now = Math.max(store.now(), log.last());
        lines.forEach(line -> add(log, new LogEntry(device, now, line.type(), line.message())));
        return true;
    }

    /** Logs lines of which each is later than the one before. */
    void appendInOrder(Device device, List<LogLine> lines) {
        if (!logs(device)) {
            return;
        }
        DeviceLog log = logs.computeIfAbsent(device, unlogged -> new DeviceLog());
        for (LogLine line : lines) {
            add(log, new LogEntry(device, Math.max(store.now(), log.last() + 1), line.type(), line.message()));
        }
    }

    private void add(DeviceLog log, LogEntry entry) {
        weight -= log.weight();
        log.add(entry);
        if (weight + log.weight() > BUDGET) {
            log.shrinkTo(BUDGET / logs.size());
        }
        weight += log.weight();
        subscribers.accept(entry);
    }

    /** What can be read of a device, newest first: nothing while it is in production. */
    List<LogEntry> of(Device device) {
        if (device.group() != null && device.group().type().isProduction()) {
            return List.of();
        }
        List<LogEntry> entries = new ArrayList<>();
        DeviceLog log = logs.get(device);
        if (log != null) {
            log.copyTo(entries);
        }
        entries.addAll(SeededLog.of(device));
        return entries.subList(0, Math.min(DeviceLog.ENTRIES, entries.size()));
    }

    @Override
    public void removed(Device device) {
        DeviceLog log = logs.remove(device);
        if (log != null) {
            weight -= log.weight();
        }
    }

    @Override
    public void cleared() {
        logs.clear();
        weight = 0;
    }
}
