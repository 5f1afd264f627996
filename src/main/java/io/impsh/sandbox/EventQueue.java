package io.impsh.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What is still to be sent on one connection of a log stream. Bounded, so that a reader that does not read costs
 * neither memory nor anybody's time: when it is full, the connection is given up, and no line is silently left out.
 * Safe for any number of threads.
 */
final class EventQueue {
    /** Some seconds of a busy stream. */
    static final int CAPACITY = 50_000;

    private final ArrayDeque<StreamEvent> events = new ArrayDeque<>();
    private final Closeable connection;
    private boolean ended;
    private boolean overflown;
    private boolean muted;
    private boolean woken;

    /** @param connection is closed when nobody takes what is added; closing must not wait */
    EventQueue(Closeable connection) {
        this.connection = connection;
    }

    /** How a wait came out. */
    enum Outcome {
        EVENTS,
        NOTHING,
        END
    }

    /** Adds an event, unless the connection is over. Never waits. */
    synchronized void offer(StreamEvent event) {
        if (ended || muted) {
            return;
        }
        if (events.size() == CAPACITY) {
            overflow();
            return;
        }
        events.add(event);
        if (events.size() == 1) {
            notifyAll();
        }
    }

    /** Whoever should send them is likely to be stuck in it. */
    private void overflow() {
        overflown = true;
        abandon();
        try {
            connection.close();
        } catch (IOException e) {
            // It is of no use any more, closed or not.
        }
    }

    /** No more events; those that are here are still sent. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Those that are here are not sent either. */
    synchronized void abandon() {
        ended = true;
        events.clear();
        notifyAll();
    }

    /** What is here and what comes is lost, as on a link that is dead and does not show it. */
    synchronized void mute() {
        muted = true;
        events.clear();
    }

    /** Lets whoever waits for events look around. */
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** Waits until the connection is to end, but not longer than that; answers whether it is. */
    synchronized boolean awaitEnd(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); !ended && left > 0; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return ended;
    }

    /** Whether it was given up because nobody took the events. */
    synchronized boolean overflown() {
        return overflown;
    }

    /** Moves what is there into the list, up to a number; waits if there is nothing, until it is woken. */
    synchronized Outcome take(List<StreamEvent> into, int most, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (events.isEmpty()) {
            long left = deadline - System.nanoTime();
            if (ended) {
                return Outcome.END;
            }
            if (left <= 0 || woken) {
                woken = false;
                return Outcome.NOTHING;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        while (into.size() < most && !events.isEmpty()) {
            into.add(events.poll());
        }
        return Outcome.EVENTS;
    }
}
