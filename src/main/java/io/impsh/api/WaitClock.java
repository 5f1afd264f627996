package io.impsh.api;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** Time, and ways to let it pass; tests put a clock of their own here instead of sleeping. */
interface WaitClock {
    /** Only differences mean something, as with {@link System#nanoTime()}. */
    long nanoTime();

    Instant now();

    /** @throws CancelledException as soon as the cancellation is raised */
    void sleep(Duration time, Cancellation cancellation);

    /** Waits for a signal, at most {@code nanos}. The caller holds the condition's lock and checks again afterwards. */
    void await(Condition changed, long nanos);
}
