package io.impsh.logs;

import io.impsh.model.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One who follows one device: what was delivered to him, and how much. Lines come to it in the order lock of its
 * {@link DeviceTail}; what it has counted can be asked by anybody.
 */
final class TailReader {
    private static final int FEW = 100;
    /** Lines younger than that are not dropped for their age alone. */
    private static final Duration SHORTEST_AGE = Duration.ofHours(1);

    private final DeviceFollowing following;
    private final Instant from;
    private final boolean isFromNow;
    private volatile Trail trail;
    private volatile Instant settled;
    private volatile Instant lastLineAt;
    private volatile long lines;
    private volatile boolean isStopped;

    /**
     * @param from stored lines from that time on are wanted
     * @param isFromNow whether that is just the earliest that it can be now
     */
    TailReader(DeviceFollowing following, Instant from, boolean isFromNow) {
        this.following = following;
        this.from = from;
        this.isFromNow = isFromNow;
        this.settled = from;
    }

    /** Whether all that it wants is what comes from now on. */
    boolean isFromNow() {
        return isFromNow;
    }

    boolean hasBegun() {
        return trail != null;
    }

    /** @param present another one, who has been delivered all until now, or {@code null} */
    void begin(TailReader present) {
        trail = present != null && isFromNow ? present.trail.fork(from) : new Trail(from);
        settled = trail.settled();
    }

    /** How far the stored log has to be read back for it. */
    Instant settled() {
        return settled;
    }

    void live(DeviceTail tail, LogEntry entry) {
        if (trail.live(entry)) {
            deliver(tail, entry);
        }
        settled = trail.settled();
    }

    /** @return when the oldest line that was delivered was logged, or {@code null} when none was */
    Instant stored(DeviceTail tail, StoredLog.Reading reading, boolean alsoLive) {
        List<LogEntry> missing = trail.stored(reading.newestFirst(), alsoLive);
        missing.forEach(entry -> deliver(tail, entry));
        settled = trail.settled();
        following.filled(missing.size(), tail.isAway());
        return missing.isEmpty() ? null : missing.get(0).time();
    }

    /**
     * What the service keeps may begin after what was delivered last, or, when nothing was, after what is wanted.
     *
     * @param oldest when the first line was logged that is to be told now: of what was read, or came live before that
     */
    void nameGap(DeviceTail tail, StoredLog.Reading reading, Instant oldest, Instant completeUntil) {
        boolean mayMiss = oldest != null && reading.toEnd() && !trail.reaches(reading.newestFirst());
        if (mayMiss && (trail.newest() == null ? reading.isFull() : isCut(reading, oldest, completeUntil))) {
            gap(tail, oldest, "the service keeps no older lines");
        }
    }

    /** A short log of a device that has long been quiet has lost lines for their age, and none of those is missing here. */
    private boolean isCut(StoredLog.Reading reading, Instant oldest, Instant completeUntil) {
        boolean isUnseen = completeUntil == null || !oldest.isBefore(completeUntil);
        boolean isAged = reading.newestFirst().size() < FEW
                && trail.newest().plus(SHORTEST_AGE).isBefore(oldest);
        return isUnseen && !isAged;
    }

    boolean hasTold() {
        return trail.newest() != null;
    }

    void gap(DeviceTail tail, Instant to, String reason) {
        if (!isStopped) {
            following.gap(new LogEvent.Gap(tail.device(), trail.newest(), to, reason));
        }
    }

    void skipTo(Instant time) {
        trail.skipTo(time);
        settled = trail.settled();
    }

    private void deliver(DeviceTail tail, LogEntry entry) {
        if (isStopped) {
            return;
        }
        lines = lines + 1;
        if (entry.time() != null && (lastLineAt == null || entry.time().isAfter(lastLineAt))) {
            lastLineAt = entry.time();
        }
        following.line(tail.device(), entry);
    }

    Instant lastLineAt() {
        return lastLineAt;
    }

    long lines() {
        return lines;
    }

    DeviceFollowing following() {
        return following;
    }

    void stop() {
        isStopped = true;
    }
}
