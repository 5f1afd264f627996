package io.impsh.sandbox;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/** What one device has logged, as far as it is kept. */
final class DeviceLog {
    static final int ENTRIES = 1000;

    /** What an entry takes beside its text, in bytes and roughly. */
    private static final int OVERHEAD = 100;

    private final ArrayDeque<LogEntry> entries = new ArrayDeque<>(4);
    private long weight;

    /** Bytes that it takes, roughly. */
    long weight() {
        return weight;
    }

    /** Time of the newest entry; 0 if there is none. */
    long last() {
        return entries.isEmpty() ? 0 : entries.getLast().time();
    }

    void add(LogEntry entry) {
        entries.add(entry);
        weight += weight(entry);
        if (entries.size() > ENTRIES) {
            dropOldest();
        }
    }

    /** The newest entry stays, however long it is. */
    void shrinkTo(long bytes) {
        while (weight > bytes && entries.size() > 1) {
            dropOldest();
        }
    }

    private void dropOldest() {
        weight -= weight(entries.removeFirst());
    }

    /** Newest first. */
    void copyTo(List<LogEntry> list) {
        Iterator<LogEntry> newest = entries.descendingIterator();
        newest.forEachRemaining(list::add);
    }

    private static int weight(LogEntry entry) {
        return OVERHEAD + entry.message().length();
    }
}
