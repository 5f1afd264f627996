package io.impsh.script;

import io.impsh.model.Device;
import io.impsh.model.LogEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One {@code logs.stream(...)}: which devices, which of their lines, and what has come of it. Several share the account's
 * stream. Written by the network's thread, read by the script's.
 */
final class LogStream {
    /** How it is with a stream. */
    enum State {
        OPEN,
        RECONNECTING,
        STOPPED,
        /** Ended by the service. */
        CLOSED
    }

    private final int id;
    private final Map<String, Device> devices = new LinkedHashMap<>();
    private final Set<String> lost = new TreeSet<>();
    private final LogFilter filter;
    private final long limit;
    private final Instant startedAt = Instant.now();
    private final Set<String> live = new TreeSet<>();
    private State state = State.OPEN;
    private long lines;
    private long filtered;
    private long reconnects;

    /** @param limit ends itself after so many lines */
    LogStream(int id, List<Device> devices, LogFilter filter, long limit) {
        this.id = id;
        devices.forEach(device -> this.devices.put(device.id(), device));
        this.filter = filter;
        this.limit = limit;
    }

    int id() {
        return id;
    }

    /** Those that the service has not dropped. */
    synchronized List<Device> devices() {
        return devices.values().stream()
                .filter(device -> !lost.contains(device.id()))
                .toList();
    }

    boolean has(String deviceId) {
        return devices.containsKey(deviceId);
    }

    /** The service carries that device no longer for it; whether it has none left. */
    synchronized boolean lose(String deviceId) {
        if (has(deviceId)) {
            lost.add(deviceId);
        }
        return lost.size() == devices.size();
    }

    /** The line to print for an entry, or {@code null}; takes its count. */
    synchronized LogLine take(LogEntry entry) {
        Device device = devices.get(entry.deviceId());
        if (device == null || lost.contains(device.id()) || isOver() || lines >= limit) {
            return null;
        }
        if (!filter.accepts(entry)) {
            filtered++;
            return null;
        }
        lines++;
        return new LogLine(entry, device.name());
    }

    synchronized boolean isFull() {
        return lines >= limit;
    }

    synchronized boolean isOver() {
        return state == State.STOPPED || state == State.CLOSED;
    }

    synchronized State state() {
        return state;
    }

    /** Whether it was not over before. */
    synchronized boolean end(State how) {
        boolean first = !isOver();
        state = first ? how : state;
        live.clear();
        return first;
    }

    synchronized void lost() {
        state = isOver() ? state : State.RECONNECTING;
        live.clear();
    }

    synchronized void reopened() {
        reconnects += state == State.RECONNECTING ? 1 : 0;
        state = isOver() ? state : State.OPEN;
    }

    synchronized void subscribed(String deviceId, boolean on) {
        if (on && has(deviceId) && !isOver()) {
            live.add(deviceId);
        } else {
            live.remove(deviceId);
        }
    }

    synchronized Map<String, Object> stats() {
        Map<String, Object> stats = new LinkedHashMap<>();
        stats.put("state", state.name().toLowerCase(Locale.ROOT));
        stats.put("devices", (long) devices.size());
        stats.put("live", (long) live.size());
        stats.put("lines", lines);
        stats.put("filtered", filtered);
        stats.put("reconnects", reconnects);
        stats.put("startedAt", startedAt);
        return stats;
    }

    /** Such as {@code thermo-0001} or {@code 8 devices}. */
    String title() {
        if (devices.size() == 1) {
            Device only = devices.values().iterator().next();
            return LogLine.label(only.id(), only.name());
        }
        return devices.size() + " devices";
    }
}
