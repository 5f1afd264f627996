package io.impsh.api;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** The machine's own clock. An interrupted wait ends as a cancelled one and leaves the thread's flag set. */
final class SystemClock implements WaitClock {
    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration time, Cancellation cancellation) {
        CountDownLatch woken = new CountDownLatch(1);
        Registration registration = cancellation.onCancel(woken::countDown);
        try {
            if (woken.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new CancelledException();
            }
        } catch (InterruptedException interrupted) {
            throw interruption();
        } finally {
            registration.close();
        }
    }

    @Override
    public void await(Condition changed, long nanos) {
        try {
            changed.awaitNanos(nanos);
        } catch (InterruptedException interrupted) {
            throw interruption();
        }
    }

    private static CancelledException interruption() {
        Thread.currentThread().interrupt();
        return new CancelledException();
    }
}
