package io.impsh.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * How many requests may be sent, as a log of those sent of late: at most the service's limit in any window, and no more
 * than the user wants. Any window, because nobody tells where the service's own windows begin. Not safe for use by several threads; knows no clock.
 */
final class RequestBudget {
    static final int ASSUMED_LIMIT = 40;
    static final long NEVER = Long.MAX_VALUE;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    /** Two requests sent a window apart may arrive a little closer together. */
    private static final long FIRST_MARGIN = Duration.ofMillis(15).toNanos();

    private static final long LARGEST_MARGIN = Duration.ofMillis(60).toNanos();
    /** How long a send is remembered beyond its window, to compare with answers that come late. */
    private static final long MEMORY = Duration.ofSeconds(5).toNanos();

    /** One request, our own or one that the service counted for somebody else. */
    static final class Send {
        private final Priority priority;
        private long at;
        private boolean inFlight;

        private Send(Priority priority, long at, boolean inFlight) {
            this.priority = priority;
            this.at = at;
            this.inFlight = inFlight;
        }
    }

    private final List<Send> sends = new ArrayList<>();
    private final int mostPerSecond;
    private int limit = ASSUMED_LIMIT;
    private boolean limited = true;
    private boolean heard;
    private long window = SECOND;
    private long margin = FIRST_MARGIN;
    private boolean paused;
    private long pausedUntil;

    RequestBudget(int mostPerSecond) {
        this.mostPerSecond = mostPerSecond;
    }

    /** Nanoseconds until a request of this priority may go: 0 is now, {@link #NEVER} is not before an answer comes. */
    long waitFor(Priority priority, long now) {
        if (paused && pausedUntil - now > 0) {
            return pausedUntil - now;
        }
        if (!isLimited()) {
            return 0;
        }
        int most = most();
        int share = share(priority, most);
        long wait = waitFor(most, null, now);
        return share < most ? Math.max(wait, waitFor(share, priority, now)) : wait;
    }

    Send take(Priority priority, long now) {
        Send send = new Send(priority, now, true);
        if (isLimited()) {
            forget(now);
            sends.add(send);
        }
        return send;
    }

    /** The request is over and counts from the time it arrived; when that is not known, from now. */
    void landed(Send send, long at) {
        send.inFlight = false;
        send.at = at;
    }

    /** An answer had no word about a limit. One page of a proxy between does not lift a limit once heard of. */
    void learnNoLimit() {
        limited = heard;
    }

    /** What an answer says, to a request that arrived at that time. */
    void learn(RateHeaders headers, long arrivedAt) {
        heard = true;
        limited = true;
        limit = headers.limit();
        window = Math.max(window, headers.reset().toNanos());
        if (headers.remaining() != null) {
            countOthers(limit - headers.remaining(), arrivedAt);
        }
    }

    /** The service refused a request that arrived at that time: nobody sends for that long. */
    void refused(Duration pause, long arrivedAt) {
        long until = arrivedAt + pause.toNanos();
        pausedUntil = paused && pausedUntil - until > 0 ? pausedUntil : until;
        paused = true;
        margin = Math.min(LARGEST_MARGIN, margin * 2);
    }

    double requestsPerSecond() {
        return (double) (isLimited() ? most() : limit) * SECOND / window;
    }

    private boolean isLimited() {
        return limited || mostPerSecond != ClientOptions.AS_ALLOWED;
    }

    /** How many in a window. */
    private int most() {
        long wanted = mostPerSecond * window / SECOND;
        return (int) (limited ? Math.min(limit, wanted) : wanted);
    }

    /** How many of these requests may be of that priority, at least one. */
    static int share(Priority priority, int whole) {
        return switch (priority) {
            case PROMPT, BULK -> whole;
            case LOGS -> Math.max(1, whole * 3 / 4);
            case INDEX -> Math.max(1, whole / 4);
        };
    }

    /** Whoever else uses the account shows in the service's count and not in ours. */
    private void countOthers(int used, long arrivedAt) {
        int known = 0;
        for (Send send : sends) {
            if (send.inFlight || arrivedAt - send.at < window + margin) {
                known++;
            }
        }
        for (int missing = used - known; missing > 0; missing--) {
            sends.add(new Send(Priority.PROMPT, arrivedAt, false));
        }
    }

    /** When fewer than {@code most} sends (of one priority, or {@code null} of all) will be left in the window. */
    private long waitFor(int most, Priority only, long now) {
        List<Long> ends = new ArrayList<>();
        for (Send send : sends) {
            long end = send.at + window + margin;
            boolean counts = send.inFlight || end - now > 0;
            if (counts && (only == null || send.priority == only)) {
                ends.add(send.inFlight ? NEVER : end - now);
            }
        }
        if (ends.size() < most) {
            return 0;
        }
        ends.sort(null);
        return ends.get(ends.size() - most);
    }

    private void forget(long now) {
        for (Iterator<Send> each = sends.iterator(); each.hasNext(); ) {
            Send send = each.next();
            if (!send.inFlight && now - send.at > window + margin + MEMORY) {
                each.remove();
            }
        }
    }
}
