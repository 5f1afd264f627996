package io.impsh.script;

import io.impsh.api.Cancellation;
import io.impsh.api.Priority;
import io.impsh.logs.Followed;
import io.impsh.logs.Following;
import io.impsh.logs.LiveLogs;
import io.impsh.logs.LiveLogsOptions;
import io.impsh.logs.LogFollower;

/** Where the lines of log streams come from: see {@link LiveLogs} for what each method promises. */
interface LogSource extends AutoCloseable {
    Following follow(Followed what, LogFollower follower, Cancellation cancellation);

    int maxStreams();

    void maxStreams(int most);

    @Override
    void close();

    /** The logs of the session's account. */
    static LogSource of(SharedClient connection, int maxStreams) {
        LiveLogs logs = new LiveLogs(
                () -> connection.get().with(Priority.LOGS),
                LiveLogsOptions.defaults().withMaxStreams(maxStreams));
        return new LogSource() {
            @Override
            public Following follow(Followed what, LogFollower follower, Cancellation cancellation) {
                return logs.follow(what, follower, cancellation);
            }

            @Override
            public int maxStreams() {
                return logs.maxStreams();
            }

            @Override
            public void maxStreams(int most) {
                logs.maxStreams(most);
            }

            @Override
            public void close() {
                logs.close();
            }
        };
    }
}
