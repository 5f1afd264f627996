package io.impsh.logs;

import io.impsh.api.Cancellation;
import io.impsh.api.ImpClient;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What {@link LiveLogs} need of the account's log streams. */
interface Streams extends AutoCloseable {
    /** Opens none before something is wanted. */
    interface Opener {
        Streams open(Supplier<ImpClient> client, LiveLogsOptions options, StreamSet.Listener listener);
    }

    void want(List<String> deviceIds);

    void awaitSettled(Cancellation cancellation);

    int maxStreams();

    void maxStreams(int most);

    Set<String> live();

    void renew(String deviceId);

    @Override
    void close();

    /** Those of the service. */
    static Streams real(Supplier<ImpClient> client, LiveLogsOptions options, StreamSet.Listener listener) {
        StreamSet set = new StreamSet(client, options, listener);
        return new Streams() {
            @Override
            public void want(List<String> deviceIds) {
                set.want(deviceIds);
            }

            @Override
            public void awaitSettled(Cancellation cancellation) {
                set.awaitSettled(cancellation);
            }

            @Override
            public int maxStreams() {
                return set.maxStreams();
            }

            @Override
            public void maxStreams(int most) {
                set.maxStreams(most);
            }

            @Override
            public Set<String> live() {
                return set.live();
            }

            @Override
            public void renew(String deviceId) {
                set.renew(deviceId);
            }

            @Override
            public void close() {
                set.close();
            }
        };
    }
}
