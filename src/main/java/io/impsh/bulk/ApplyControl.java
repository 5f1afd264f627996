package io.impsh.bulk;

import io.impsh.api.Cancellation;
import io.impsh.api.Registration;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stops the applying of a plan in two stages, from any thread. The first lets everything in flight finish and reads it
 * back; the second gives up on that too, so that what was in flight ends as unknown.
 */
public final class ApplyControl {
    private final Cancellation inFlight = new Cancellation();
    private final AtomicInteger sent = new AtomicInteger();
    private final CountDownLatch stop = new CountDownLatch(1);

    /** First stage: nothing new is started. */
    public void stopStarting() {
        stop.countDown();
    }

    /** Second stage: the requests in flight are cancelled as well. */
    public void cancelInFlight() {
        stopStarting();
        inFlight.cancel();
    }

    public boolean isStopping() {
        return stop.getCount() == 0 || inFlight.isCancelled();
    }

    /**
     * Waits so long, or until the first stage.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    void await(Duration time) throws InterruptedException {
        stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Waits so long, or until the second stage.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    void awaitThrough(Duration time) throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        Registration wake = inFlight.onCancel(cancelled::countDown);
        try {
            cancelled.await(time.toMillis() + 1, TimeUnit.MILLISECONDS);
        } finally {
            wake.close();
        }
    }

    void sent() {
        sent.incrementAndGet();
    }

    void answered() {
        sent.decrementAndGet();
    }

    /** How many changes are sent and not yet answered. */
    public int requestsInFlight() {
        return sent.get();
    }

    /** What the requests of the run are bound to. */
    public Cancellation inFlight() {
        return inFlight;
    }
}
