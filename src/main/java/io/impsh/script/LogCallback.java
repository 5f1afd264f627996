package io.impsh.script;

import java.util.concurrent.atomic.AtomicBoolean;
import org.graalvm.polyglot.Value;

/** The function of a {@code logs.on}, and the lines that wait for it. */
final class LogCallback implements LogTarget {
    /** After so many failures, none between them going well, something is wrong for good. */
    static final int MOST_FAILURES = 10;

    private final Value function;
    private final LogCallbacks callbacks;
    private final HeldLines waiting = new HeldLines();
    private final AtomicBoolean overflowSaid = new AtomicBoolean();
    private LogStream stream;
    private int failures;
    private boolean failureShown;

    LogCallback(Value function, LogCallbacks callbacks) {
        this.function = function;
        this.callbacks = callbacks;
    }

    /** Whose lines it gets; told before the first of them. */
    void of(LogStream own) {
        stream = own;
        callbacks.add(this);
    }

    LogStream stream() {
        return stream;
    }

    @Override
    public void line(LogLine line) {
        boolean dropped = waiting.add(line);
        callbacks.arrived();
        if (dropped && overflowSaid.compareAndSet(false, true)) {
            callbacks.overflowed(this);
        }
    }

    boolean isWaitedFor() {
        return !waiting.isEmpty();
    }

    int waiting() {
        return waiting.size();
    }

    LogLine poll() {
        return waiting.poll();
    }

    @Override
    public void discard() {
        waiting.clear();
    }

    @Override
    public long dropped() {
        return waiting.dropped();
    }

    void call(HostObject<LogLine> entry) {
        function.execute(entry);
        failures = 0;
    }

    /** Whether it has failed too often in a row. */
    boolean fails() {
        return ++failures >= MOST_FAILURES;
    }

    /** Whether this failure has to be shown in full. */
    boolean isFirstToShow() {
        boolean first = !failureShown;
        failureShown = true;
        return first;
    }
}
