package io.impsh.logs;

import java.time.Duration;

/**
 * How {@link LiveLogs} behave.
 *
 * @param maxStreams streams of the account that may be opened at once
 * @param sampleEvery the stored log of a sampled device is read not more often than that
 * @param checkEvery how often it is looked after which devices joined, left or moved, and whether a live device that
 *     says nothing is a silent one
 */
public record LiveLogsOptions(int maxStreams, Duration sampleEvery, Duration checkEvery) {
    public static LiveLogsOptions defaults() {
        return new LiveLogsOptions(1, Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    public LiveLogsOptions withMaxStreams(int most) {
        return new LiveLogsOptions(most, sampleEvery, checkEvery);
    }

    public LiveLogsOptions withSampleEvery(Duration time) {
        return new LiveLogsOptions(maxStreams, time, checkEvery);
    }

    public LiveLogsOptions withCheckEvery(Duration time) {
        return new LiveLogsOptions(maxStreams, sampleEvery, time);
    }
}
