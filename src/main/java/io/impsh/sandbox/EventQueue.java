package io.impsh.sandbox;

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
    private Thread reader;
    private boolean ended;
    private boolean overflown;

    /** How a wait came out. */
    enum Outcome {
        EVENTS,
        NOTHING,
        END
    }

    /** Adds an event, unless the connection is over. Never waits. */
    synchronized void offer(StreamEvent event) {
        if (ended) {
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

    /** The one who should send them is likely to be stuck in sending. */
    private void overflow() {
        ended = true;
        overflown = true;
        events.clear();
        notifyAll();
        if (reader != null) {
            reader.interrupt();
        }
    }

    /** No more events; those that are here are still sent. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The calling thread takes the events from now on. */
    synchronized void enter() {
        reader = Thread.currentThread();
    }

    /** The calling thread does not any more; nothing that was meant to wake it reaches what it does next. */
    synchronized void leave() {
        ended = true;
        events.clear();
        reader = null;
        Thread.interrupted();
    }

    /** Whether it was given up because nobody took the events. */
    synchronized boolean overflown() {
        return overflown;
    }

    /** Moves what is there into the list, up to a number; waits if there is nothing. */
    synchronized Outcome take(List<StreamEvent> into, int most, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (events.isEmpty()) {
            long left = deadline - System.nanoTime();
            if (ended) {
                return Outcome.END;
            }
            if (left <= 0) {
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
