package io.impsh.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;

/** Time that passes only when somebody waits. */
final class ManualClock implements WaitClock {
    static final Instant START = Instant.parse("2024-03-05T09:20:30.456Z");

    final List<Duration> sleeps = new ArrayList<>();
    private long nanos;

    void advance(Duration time) {
        nanos += time.toNanos();
    }

    Duration elapsed() {
        return Duration.ofNanos(nanos);
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public void sleep(Duration time, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        sleeps.add(time);
        advance(time);
    }

    @Override
    public void await(Condition changed, long wait) {
        if (wait == RequestBudget.NEVER) {
            throw new IllegalStateException("would wait for ever");
        }
        nanos += wait;
    }
}
