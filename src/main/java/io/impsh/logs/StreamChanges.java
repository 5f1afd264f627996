package io.impsh.logs;

import io.impsh.api.Cancellation;
import io.impsh.api.CancelledException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What the thread of one stream waits for: rung with each change, and whether there is nothing left to do since the last
 * one. Nobody is called with its monitor held.
 */
final class StreamChanges {
    private long changes;
    private boolean isSettled;

    /** Whether every device that is to be on it is. */
    synchronized boolean isSettled() {
        return isSettled;
    }

    /** Unless something has changed since. */
    synchronized void settle(long seen) {
        isSettled = changes == seen;
    }

    synchronized void unsettle() {
        isSettled = false;
        ring();
    }

    synchronized void ring() {
        changes++;
        notifyAll();
    }

    /** How often it was rung. */
    synchronized long count() {
        return changes;
    }

    void await(BooleanSupplier condition, Cancellation stopping) {
        await(condition, stopping, Long.MAX_VALUE / 2);
    }

    /** Whether it became true in that time. The condition is asked without a lock, as it may wait for the listener. */
    boolean await(BooleanSupplier condition, Cancellation stopping, long nanos) {
        long end = System.nanoTime() + nanos;
        while (true) {
            long seen = count();
            if (condition.getAsBoolean()) {
                return true;
            }
            stopping.throwIfCancelled();
            if (end - System.nanoTime() <= 0) {
                return false;
            }
            awaitChange(seen, end);
        }
    }

    private synchronized void awaitChange(long seen, long end) {
        long left = end - System.nanoTime();
        if (changes == seen && left > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
    }
}
