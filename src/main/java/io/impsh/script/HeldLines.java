package io.impsh.script;

import java.util.ArrayDeque;

/** Lines that wait for somebody; of too many the oldest are dropped, and counted. Safe for use by several threads. */
final class HeldLines {
    static final int MOST = 10_000;

    private final ArrayDeque<LogLine> lines = new ArrayDeque<>();
    private long dropped;

    /** @return whether another one had to go for it */
    synchronized boolean add(LogLine line) {
        boolean full = lines.size() >= MOST;
        if (full) {
            lines.remove();
            dropped++;
        }
        lines.add(line);
        return full;
    }

    /** The oldest, or {@code null}. */
    synchronized LogLine poll() {
        return lines.poll();
    }

    synchronized boolean isEmpty() {
        return lines.isEmpty();
    }

    synchronized int size() {
        return lines.size();
    }

    synchronized void clear() {
        lines.clear();
    }

    synchronized long dropped() {
        return dropped;
    }
}
