package io.impsh.logs;

import io.impsh.api.Cancellation;
import io.impsh.api.ImpClient;
import java.util.function.Supplier;

/**
 * The logs of devices of one account as they grow. However many {@link Following}s there are, they share the account's few
 * log streams and one reading of the stored logs. Contacts nothing until the first of them, and lets the streams go with
 * the last. Safe for use by many threads.
 */
public final class LiveLogs implements AutoCloseable {
    /** @param client asked for a client at each use, as the session may log in anew meanwhile */
    public LiveLogs(Supplier<ImpClient> client, LiveLogsOptions options) {}

    /**
     * Begins to follow devices, and returns when those that the first stream is known to carry are live.
     *
     * @param cancellation of the beginning only
     * @throws io.impsh.UserException when the cloud refuses or cannot be reached
     */
    public Following follow(Followed what, LogFollower follower, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    /** How many streams of the account may be opened; where the service allows fewer, those. */
    public int maxStreams() {
        throw new UnsupportedOperationException();
    }

    /** Takes effect at once. */
    public void maxStreams(int most) {
        throw new UnsupportedOperationException();
    }

    /** Ends everything that is followed, without an event. */
    @Override
    public void close() {}
}
