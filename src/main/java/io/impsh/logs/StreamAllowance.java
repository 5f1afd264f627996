package io.impsh.logs;

import io.impsh.UserException;
import io.impsh.api.ApiException;
import java.time.Duration;

/**
 * How many streams there may be, and from when on. The account's limit shows in that one is closed as soon as another is
 * opened here; what is closed without that was taken by another session, and is taken back once, so that no tug of war
 * begins. The owner's lock is held.
 */
final class StreamAllowance {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final StreamPatience patience;
    private int wanted;
    private int allowed = Integer.MAX_VALUE;
    private int left = Integer.MAX_VALUE;
    private boolean taken;
    private long takenAt;
    private int failures;
    private boolean waits;
    private long notBefore;

    StreamAllowance(int wanted, StreamPatience patience) {
        this.wanted = wanted;
        this.patience = patience;
    }

    int wanted() {
        return wanted;
    }

    /** Somebody asks for another number, and may know more of the account's limit than is known here. */
    void want(int streams) {
        wanted = streams;
        allowed = Integer.MAX_VALUE;
    }

    int most() {
        return Math.min(wanted, Math.min(allowed, left));
    }

    /** Somebody begins to follow: what was left to others may be opened again, and at once. */
    void again() {
        left = Integer.MAX_VALUE;
        waits = false;
    }

    /** Nanoseconds until a stream may be opened; 0 is now. */
    long untilOpening(long now) {
        return waits ? Math.max(0, notBefore - now) : 0;
    }

    void opened() {
        failures = 0;
        waits = false;
    }

    /** A stream could not be opened, or not made again: how long to wait before the next try. */
    Duration failed(UserException failure, long now) {
        failures++;
        long millis = Math.min(FIRST_WAIT.toMillis() << Math.min(failures - 1, 10), LONGEST_WAIT.toMillis());
        Duration wait = failure.isPassing() ? Duration.ofMillis(millis) : patience.refused();
        waitUntil(now, wait);
        return wait;
    }

    /** Whether the service says in that way that there are enough streams. */
    boolean isLimit(UserException failure, int open) {
        boolean refused = failure instanceof ApiException && !failure.isPassing();
        allowed = open > 0 && refused ? open : allowed;
        return open > 0 && refused;
    }

    /**
     * The service closed a stream.
     *
     * @param open how many are left
     * @param own whether another one had just been opened here
     */
    LogEvent closed(int open, boolean own, long now) {
        if (own) {
            allowed = Math.max(1, open);
            return new LogEvent.StreamsLimited(allowed);
        }
        boolean again = taken && now - takenAt < patience.truce().toNanos();
        taken = true;
        takenAt = now;
        if (again) {
            left = open;
        } else {
            waitUntil(now, patience.reopening());
        }
        return new LogEvent.Taken(!again);
    }

    private void waitUntil(long now, Duration wait) {
        waits = true;
        notBefore = now + wait.toNanos();
    }
}
