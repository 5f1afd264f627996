package io.impsh.api;

import java.time.Duration;

/**
 * What a client asks of the service at one moment, apart from the reading of the name index and of logs that are followed, and what the rate limit does
 * to it.
 *
 * @param open how many requests have begun and not ended, those that wait for their turn included
 * @param sent how many have ended since the connection was made
 * @param oldest the request that has been open for longest, such as {@code GET /devices}; {@code null} when none is open
 * @param oldestFor how long that has been open
 * @param waiting how many wait for the rate limit
 * @param delay until the next of them may go; zero when none waits, or when it waits for an answer to come first
 * @param requestsPerSecond the limit
 */
public record Traffic(
        int open,
        long sent,
        String oldest,
        Duration oldestFor,
        int waiting,
        Duration delay,
        double requestsPerSecond) {}
