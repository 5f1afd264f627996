package io.impsh.logs;

import io.impsh.model.Device;
import java.util.List;

/** Some devices that are followed, until {@link #stop} or {@link LogEvent.Ended}. Safe for use by many threads. */
public interface Following {
    /** Those that were wanted and those that joined, without those that left. */
    List<Device> devices();

    FollowStats stats();

    /** One for each device, those that were wanted first. */
    List<Freshness> freshness();

    /** Returns at once; nothing is told any more when it has returned, a call that is under way apart. */
    void stop();
}
