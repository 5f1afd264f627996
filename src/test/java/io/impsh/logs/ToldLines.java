package io.impsh.logs;

import io.impsh.model.Device;
import io.impsh.model.LogEntry;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it is told. */
final class ToldLines implements LogFollower {
    private final List<LogEntry> entries = new ArrayList<>();
    private final List<LogEvent> events = new ArrayList<>();

    @Override
    public synchronized void line(Device device, LogEntry entry) {
        entries.add(entry);
        notifyAll();
    }

    @Override
    public synchronized void happened(LogEvent event) {
        events.add(event);
        notifyAll();
    }

    synchronized List<LogEntry> entries() {
        return List.copyOf(entries);
    }

    List<String> texts() {
        return entries().stream().map(LogEntry::message).toList();
    }

    List<String> texts(String deviceId) {
        return entries().stream()
                .filter(entry -> entry.deviceId().equals(deviceId))
                .map(LogEntry::message)
                .toList();
    }

    synchronized List<LogEvent> events() {
        return List.copyOf(events);
    }
}
