package io.impsh.logs;

import io.impsh.api.Cancellation;
import io.impsh.api.ImpClient;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The logs of devices of one account as they grow. However many {@link Following}s there are, they share the account's few
 * log streams and one reading of the stored logs. Contacts nothing until the first of them, and lets the streams go with
 * the last. Safe for use by many threads.
 */
public final class LiveLogs implements AutoCloseable {
    private final Supplier<ImpClient> client;
    private final Streams.Opener opener;
    private final TailCare.Pace pace;
    private final Map<LogWatch, Integer> users = new HashMap<>();
    private LiveLogsOptions options;
    private LogWatch present;
    private boolean isClosed;

    /** @param client asked for a client at each use, as the session may log in anew meanwhile */
    public LiveLogs(Supplier<ImpClient> client, LiveLogsOptions options) {
        this(client, options, Streams::real, TailCare.Pace.of(options));
    }

    LiveLogs(Supplier<ImpClient> client, LiveLogsOptions options, Streams.Opener opener, TailCare.Pace pace) {
        this.client = client;
        this.options = options;
        this.opener = opener;
        this.pace = pace;
    }

    /**
     * Begins to follow devices, and returns when those that the first stream is known to carry are live.
     *
     * @param cancellation of the beginning only
     * @throws io.impsh.UserException when the cloud refuses or cannot be reached
     */
    public Following follow(Followed what, LogFollower follower, Cancellation cancellation) {
        // Asked before it joins: without a session there is no client, and nothing to give back.
        Instant now = client.get().earliestServiceTime();
        return join().follow(what, follower, now, cancellation);
    }

    private synchronized LogWatch join() {
        if (isClosed) {
            throw new IllegalStateException("closed");
        }
        if (present == null) {
            present = new LogWatch(client, pace, this::released, listener -> opener.open(client, options, listener));
        }
        users.merge(present, 1, Integer::sum);
        return present;
    }

    /** One following less. */
    private void released(LogWatch watch) {
        synchronized (this) {
            Integer left = users.computeIfPresent(watch, (key, count) -> count - 1);
            if (left == null || left > 0) {
                return;
            }
            users.remove(watch);
            present = present == watch ? null : present;
        }
        watch.close();
    }

    /** How many streams of the account may be opened; where the service allows fewer, those. */
    public synchronized int maxStreams() {
        return present == null ? options.maxStreams() : present.streams().maxStreams();
    }

    /** Takes effect at once. */
    public void maxStreams(int most) {
        LogWatch watch;
        synchronized (this) {
            options = options.withMaxStreams(most);
            watch = present;
        }
        if (watch != null) {
            watch.streams().maxStreams(most);
        }
    }

    /** Ends everything that is followed, without an event. */
    @Override
    public void close() {
        LogWatch watch;
        synchronized (this) {
            isClosed = true;
            watch = present;
            present = null;
            users.clear();
        }
        if (watch != null) {
            watch.close();
        }
    }
}
