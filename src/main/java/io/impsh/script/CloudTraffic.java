package io.impsh.script;

import io.impsh.api.Traffic;
import java.time.Duration;

/**
 * What a session asks of the cloud at one moment, for those who show that something goes on.
 *
 * @param asks how many requests have been begun so far; one more of them is work, even when none is open just now
 * @param request the one that has been open for longest, such as {@code GET /devices}; {@code null} when none is
 * @param since how long that has been open
 * @param limited whether requests wait for the rate limit
 * @param delay until the next of those may go, as far as that is known
 * @param requestsPerSecond the limit
 */
public record CloudTraffic(
        long asks, String request, Duration since, boolean limited, Duration delay, double requestsPerSecond) {
    private static final CloudTraffic NONE = new CloudTraffic(0, null, Duration.ZERO, false, Duration.ZERO, 0);

    /** Nothing is asked, and nothing ever was. */
    public static CloudTraffic none() {
        return NONE;
    }

    static CloudTraffic of(Traffic traffic) {
        return new CloudTraffic(
                traffic.sent() + traffic.open(),
                traffic.oldest(),
                traffic.oldestFor(),
                traffic.waiting() > 0,
                traffic.delay(),
                traffic.requestsPerSecond());
    }
}
