package io.impsh.api;

import java.util.Arrays;

/**
 * When a request reached the service, as late as it may have been. What an exchange took longer than the quickest of
 * the last ones may all have passed before the request arrived: a request that dawdled counts in a later window of the
 * service than its sending says. Not safe for use by several threads.
 */
final class ArrivalEstimate {
    private static final int REMEMBERED = 32;

    private final long[] durations = new long[REMEMBERED];
    private int next;

    ArrivalEstimate() {
        Arrays.fill(durations, Long.MAX_VALUE);
    }

    long latest(long sentAt, long answeredAt) {
        durations[next] = answeredAt - sentAt;
        next = (next + 1) % REMEMBERED;
        return answeredAt - Arrays.stream(durations).min().orElseThrow();
    }
}
