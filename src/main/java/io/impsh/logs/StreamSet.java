package io.impsh.logs;

import io.impsh.api.Cancellation;
import io.impsh.api.ImpClient;
import io.impsh.model.LogEntry;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The account's log streams, as far as they are ours. */
final class StreamSet implements AutoCloseable {
    private final Listener listener;
    private volatile int most;

    StreamSet(Supplier<ImpClient> client, LiveLogsOptions options, Listener listener) {
        this.listener = listener;
        this.most = options.maxStreams();
    }

    void want(List<String> deviceIds) {
        deviceIds.forEach(listener::notLive);
    }

    void awaitSettled(Cancellation cancellation) {}

    int maxStreams() {
        return most;
    }

    void maxStreams(int streams) {
        most = streams;
    }

    Set<String> live() {
        return Set.of();
    }

    void renew(String deviceId) {}

    @Override
    public void close() {}

    /** Calls about one device come one after the other. */
    interface Listener {
        void line(LogEntry entry);

        void live(String deviceId);

        void notLive(String deviceId);

        void dropped(String deviceId);

        void happened(LogEvent event);

        void standing();

        void limit(int devicesPerStream);
    }
}
