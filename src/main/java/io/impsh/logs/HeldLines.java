package io.impsh.logs;

import io.impsh.model.LogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that came live, until the stored log has been read that comes before them; in the order in which they came. Not
 * safe for use by several threads.
 */
final class HeldLines {
    private static final int MOST = 10_000;

    private List<LogEntry> lines = new ArrayList<>();

    void add(LogEntry entry) {
        lines.add(entry);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    boolean isFull() {
        return lines.size() >= MOST;
    }

    /** When the first was logged, or {@code null}. */
    Instant begin() {
        return lines.isEmpty() ? null : lines.get(0).time();
    }

    List<LogEntry> take() {
        List<LogEntry> taken = lines;
        clear();
        return taken;
    }

    /** Those that were logged before that time, as far as they come first. */
    List<LogEntry> takeBefore(Instant time) {
        int older = 0;
        while (older < lines.size() && isBefore(lines.get(older).time(), time)) {
            older++;
        }
        List<LogEntry> first = lines.subList(0, older);
        List<LogEntry> taken = List.copyOf(first);
        first.clear();
        return taken;
    }

    private static boolean isBefore(Instant logged, Instant time) {
        return logged != null && logged.isBefore(time);
    }

    /** A list that was large once stays so: there is a new one. */
    void clear() {
        lines = new ArrayList<>();
    }
}
