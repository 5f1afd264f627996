package io.impsh.api;

import java.time.Duration;

/** The tries of one request so far. */
final class Tries {
    private final RetryPolicy policy;
    private final WaitClock clock;
    private int attempts;
    private int failures;
    private boolean maybeDone;
    private long startedAt;

    Tries(RetryPolicy policy, WaitClock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    void begin() {
        if (attempts++ == 0) {
            startedAt = clock.nanoTime();
        }
    }

    void failed(boolean maybeSent) {
        failures++;
        maybeDone |= maybeSent;
    }

    /** An earlier try may have done what was asked, its answer being lost. */
    boolean maybeDone() {
        return maybeDone;
    }

    /** Waits as long as the policy says; false when it says to stop. */
    boolean waitForNext(Cancellation cancellation) {
        return waitForNext(policy.wait(Math.max(1, failures)), cancellation);
    }

    boolean waitForNext(Duration wait, Cancellation cancellation) {
        if (failures >= policy.failures() || !isTimeFor(wait)) {
            return false;
        }
        clock.sleep(wait, cancellation);
        return true;
    }

    boolean isTimeFor(Duration wait) {
        return took().plus(wait).compareTo(policy.deadline()) < 0;
    }

    int attempts() {
        return attempts;
    }

    Duration took() {
        return Duration.ofNanos(clock.nanoTime() - startedAt);
    }
}
