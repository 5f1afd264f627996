package io.impsh.api;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How often and how long to try.
 *
 * @param failures how many failed tries are enough; a refusal for the rate limit is no failure
 * @param firstWait each wait is about twice the one before
 * @param deadline for all tries together, from the first on
 * @param random from 0 to 1, spreads the waits so that many clients do not come back at one moment
 */
record RetryPolicy(int failures, Duration firstWait, Duration longestWait, Duration deadline, DoubleSupplier random) {
    static RetryPolicy of(Duration deadline) {
        return new RetryPolicy(5, Duration.ofMillis(500), Duration.ofSeconds(10), deadline, Math::random);
    }

    /** The wait after the {@code failure}th failure, counted from 1: between half and all of the full one. */
    Duration wait(int failure) {
        double full = firstWait.toMillis() * Math.pow(2, failure - 1);
        double capped = Math.min(full, longestWait.toMillis());
        return Duration.ofMillis((long) (capped * (0.5 + random.getAsDouble() / 2)));
    }
}
