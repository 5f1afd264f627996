package io.impsh.script;

import io.impsh.api.ImpClient;
import io.impsh.api.WriteListener;
import java.util.List;
import java.util.function.Supplier;

/** The session's one connection, made when the cloud is needed for the first time. Safe for use by several threads. */
final class SharedClient implements AutoCloseable {
    private final Supplier<ImpClient> make;
    private final WriteListener writes;
    private volatile ImpClient client;

    /** @param writes hears of everything that is changed through it */
    SharedClient(Supplier<ImpClient> make, WriteListener writes) {
        this.make = make;
        this.writes = writes;
    }

    synchronized ImpClient get() {
        if (client == null) {
            client = make.get();
            client.onWrite(writes);
        }
        return client;
    }

    /** Nothing while there is no connection, which is not made for that. */
    CloudTraffic traffic() {
        // Without the lock, which is held while somebody is asked for a password.
        ImpClient present = client;
        return present == null ? CloudTraffic.none() : CloudTraffic.of(present.traffic());
    }

    synchronized boolean isOpen() {
        return client != null;
    }

    /** A line for each write that a dry run held back, in order. */
    synchronized List<String> recordedWrites() {
        if (client == null || !client.isDryRun()) {
            return List.of();
        }
        return client.recordedWrites().stream().map(WriteLine::of).toList();
    }

    /** The next use makes it anew. */
    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
