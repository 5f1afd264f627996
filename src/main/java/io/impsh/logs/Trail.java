package io.impsh.logs;

import io.impsh.model.LogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lines of one device were delivered, so that each is delivered once, whichever way it comes and however many are
 * alike. A line's mark is its time, type and text; counted is how often it came live and how often it was delivered. Only
 * the marks of the last two seconds are kept, as lines of device and agent may be that much out of order; what is older is
 * settled. Not safe for use by several threads.
 */
final class Trail {
    private static final long WINDOW = 2000;
    private static final int MOST = 4096;
    private static final int FEW = 32;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Map<Mark, Mark> marks = new HashMap<>();
    /** Stored lines before that time are not looked at any more. */
    private long settled;
    /** Marks before that time are forgotten. Older than settled while lines that were read there may still come live. */
    private long kept;

    private long newest = Long.MIN_VALUE;
    private int pruneAt = FEW;
    private int readings;

    private static final class Mark {
        private final long time;
        private final long hash;
        private int live;
        private int delivered;
        private int stored;
        private int reading;

        private Mark(LogEntry entry) {
            this.time = entry.time().toEpochMilli();
            this.hash = hash(hash(FNV_BASIS, entry.type()) * FNV_PRIME, entry.message());
        }

        private Mark(Mark other) {
            this.time = other.time;
            this.hash = other.hash;
            this.live = other.live;
            this.delivered = other.delivered;
        }

        private static long hash(long begun, String text) {
            long hash = begun;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Mark mark && mark.time == time && mark.hash == hash;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(time * 31 + hash);
        }
    }

    /** @param from stored lines from that time on are to be delivered */
    Trail(Instant from) {
        this.settled = from.toEpochMilli();
        this.kept = settled;
    }

    /** For somebody who begins now: what was delivered here is old to him. */
    Trail fork(Instant from) {
        Trail fork = new Trail(from);
        fork.settled = Math.max(fork.settled, settled);
        fork.kept = Math.min(fork.settled, kept);
        fork.newest = newest;
        for (Mark mark : marks.values()) {
            Mark copy = new Mark(mark);
            fork.marks.put(copy, copy);
        }
        return fork;
    }

    /** Whether a line that came live is to be delivered. */
    boolean live(LogEntry entry) {
        if (entry.time() == null) {
            return true;
        }
        long time = entry.time().toEpochMilli();
        newest = Math.max(newest, time);
        settled = Math.max(settled, newest - WINDOW);
        kept = Math.max(kept, Math.min(settled, time - WINDOW));
        if (time < kept) {
            return true;
        }
        Mark mark = mark(entry);
        mark.live++;
        boolean isNew = mark.live > mark.delivered;
        mark.delivered = Math.max(mark.delivered, mark.live);
        prune();
        return isNew;
    }

    /** Whether what was read goes back to what was delivered, or what is settled, so that nothing is missing between. */
    boolean reaches(List<LogEntry> read) {
        for (LogEntry entry : read) {
            if (entry.time() != null && (entry.time().toEpochMilli() < settled || marks.containsKey(new Mark(entry)))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What of a reading of the stored log is to be delivered, oldest first.
     *
     * @param newestFirst from the newest line back to an older one than {@link #settled()}, or to the log's end
     * @param alsoLive whether some of these may come live later, or have come and wait
     */
    List<LogEntry> stored(List<LogEntry> newestFirst, boolean alsoLive) {
        readings++;
        List<LogEntry> missing = new ArrayList<>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            LogEntry entry = newestFirst.get(i);
            if (entry.time() != null && entry.time().toEpochMilli() >= settled && isMissing(entry)) {
                missing.add(entry);
                newest = Math.max(newest, entry.time().toEpochMilli());
            }
        }
        if (newest != Long.MIN_VALUE) {
            settled = Math.max(settled, newest - WINDOW);
        }
        if (!alsoLive) {
            kept = settled;
            pruneAt = 0;
            prune();
        }
        return missing;
    }

    private boolean isMissing(LogEntry entry) {
        Mark mark = mark(entry);
        if (mark.reading != readings) {
            mark.reading = readings;
            mark.stored = 0;
        }
        mark.stored++;
        boolean missing = mark.stored > mark.delivered;
        mark.delivered = Math.max(mark.delivered, mark.stored);
        return missing;
    }

    /** Gives up what was not delivered before that time. */
    void skipTo(Instant time) {
        settled = Math.max(settled, time.toEpochMilli());
    }

    Instant settled() {
        return Instant.ofEpochMilli(settled);
    }

    /** When the newest line that was delivered was logged, or {@code null}. */
    Instant newest() {
        return newest == Long.MIN_VALUE ? null : Instant.ofEpochMilli(newest);
    }

    private Mark mark(LogEntry entry) {
        Mark mark = new Mark(entry);
        Mark known = marks.putIfAbsent(mark, mark);
        return known == null ? mark : known;
    }

    private void prune() {
        if (marks.size() <= pruneAt) {
            return;
        }
        int before = marks.size();
        marks.keySet().removeIf(mark -> mark.time < kept);
        if (marks.size() > MOST) {
            dropOldest();
        }
        if (marks.size() < before / 4) {
            // The table of a map that was large once stays so.
            marks = new HashMap<>(marks);
        }
        pruneAt = Math.max(FEW, 2 * marks.size());
    }

    private void dropOldest() {
        long[] times =
                marks.keySet().stream().mapToLong(mark -> mark.time).sorted().toArray();
        kept = Math.max(kept, times[times.length - MOST / 2]);
        settled = Math.max(settled, kept);
        marks.keySet().removeIf(mark -> mark.time < kept);
    }
}
