package io.impsh.script;

import io.impsh.CountedNoun;
import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.api.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The callbacks of {@code logs.on}: they run on the script's thread, one after the other, while a script waits and between
 * two inputs; never within a statement that does something, and never within each other.
 */
final class LogCallbacks {
    /** What is done about callbacks elsewhere. */
    interface Owner {
        /** Lines have come, and maybe nobody waits just now in whose pause they could be told. */
        void arrived();

        /** One has run. */
        void ran();

        /** It cannot go on. */
        void end(LogStream stream, String reason);
    }

    private final ScriptIo io;
    private final Owner owner;
    private final List<LogCallback> callbacks = new CopyOnWriteArrayList<>();
    private final Object changed = new Object();
    private volatile LogCallback running;
    private LogCallback last;
    private int turn;

    LogCallbacks(ScriptIo io, Owner owner) {
        this.io = io;
        this.owner = owner;
    }

    void add(LogCallback callback) {
        callbacks.removeIf(old -> old.stream().isOver() && !old.isWaitedFor());
        callbacks.add(callback);
    }

    void arrived() {
        wake();
        owner.arrived();
    }

    void overflowed(LogCallback callback) {
        io.notice(name(callback.stream()) + ": its callback is slower than its lines; of more than "
                + CountedNoun.of(HeldLines.MOST, "line")
                + " that wait the oldest are dropped (stats() counts them)");
    }

    static String name(LogStream stream) {
        return "log stream " + stream.id() + " of " + stream.title();
    }

    /** Lets whoever pauses look again. */
    void wake() {
        synchronized (changed) {
            changed.notifyAll();
        }
    }

    /** Whether lines wait for a callback, or one is running. */
    boolean hasWork() {
        return running != null || callbacks.stream().anyMatch(LogCallback::isWaitedFor);
    }

    /** The one that has run last since {@link #runFor} was called, on the script's thread; or {@code null}. */
    LogCallback last() {
        return last;
    }

    /** Ends its stream; the lines that wait for it are forgotten. */
    void end(LogCallback callback, String reason) {
        callback.discard();
        owner.end(callback.stream(), reason);
    }

    /** Ends all of them: their functions belong to a context that is given up. */
    void abandon() {
        for (LogCallback callback : callbacks) {
            end(callback, "its callback was lost with the variables");
        }
        callbacks.clear();
        running = null;
    }

    /**
     * Waits on the script's thread, and runs callbacks meanwhile, except within a callback. Lines that came before it is
     * done are told before it returns, as far as the time reaches.
     *
     * @return whether it is done; not when the time was over before, or the cancellation was raised
     */
    boolean pause(Host host, Cancellation cancellation, long nanos, BooleanSupplier done) {
        long end = System.nanoTime() + nanos;
        Registration waking = cancellation.onCancel(this::wake);
        try {
            while (!done.getAsBoolean()) {
                long left = end - System.nanoTime();
                if (left <= 0 || cancellation.isCancelled()) {
                    return false;
                }
                if (!runNext(host)) {
                    await(left, () -> done.getAsBoolean() || cancellation.isCancelled() || isNext());
                }
            }
            tellThoseBefore(end, host, cancellation);
            return true;
        } catch (InterruptedException interrupted) {
            // The flag of the evaluation tells why; a script's catch must not turn this into something else.
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waking.close();
        }
    }

    /** No more than wait by now: lines that keep coming must not keep a script from going on. */
    private void tellThoseBefore(long end, Host host, Cancellation cancellation) {
        int before = callbacks.stream().mapToInt(LogCallback::waiting).sum();
        boolean more = true;
        for (int each = 0; more && each < before; each++) {
            more = System.nanoTime() < end && !cancellation.isCancelled() && runNext(host);
        }
    }

    private void await(long nanos, BooleanSupplier until) throws InterruptedException {
        synchronized (changed) {
            if (!until.getAsBoolean()) {
                TimeUnit.NANOSECONDS.timedWait(changed, Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
            }
        }
    }

    private boolean isNext() {
        return running == null && callbacks.stream().anyMatch(LogCallback::isWaitedFor);
    }

    /** Runs callbacks for so long, on the script's thread; whether there are more to run. */
    boolean runFor(long nanos, Host host) {
        long end = System.nanoTime() + nanos;
        last = null;
        boolean more = true;
        while (more && System.nanoTime() < end) {
            more = runNext(host);
        }
        return isNext();
    }

    /** Streams take turns. */
    private boolean runNext(Host host) {
        int count = callbacks.size();
        for (int each = 0; running == null && each < count; each++) {
            turn = (turn + 1) % count;
            LogCallback callback = callbacks.get(turn);
            LogLine line = callback.poll();
            if (line != null) {
                run(callback, line, host);
                return true;
            }
        }
        return false;
    }

    private void run(LogCallback callback, LogLine line, Host host) {
        running = callback;
        last = callback;
        try {
            callback.call(host.objects().logEntry(line));
        } catch (RuntimeException failure) {
            host.evaluation().check();
            if (host.evaluation().isCancelled()) {
                throw failure;
            }
            failed(callback, host.explained(failure));
        } finally {
            // A context that was given up meanwhile has nothing to say about its successor.
            running = running == callback ? null : running;
            owner.ran();
        }
        host.evaluation().check();
    }

    private void failed(LogCallback callback, RuntimeException failure) {
        LogStream stream = callback.stream();
        if (!(failure instanceof UserException told)) {
            throw failure;
        }
        if (callback.isFirstToShow()) {
            io.notice("the callback of " + name(stream) + " has failed; it is called for the next lines all the same:");
            io.tellFailure(told);
        }
        if (callback.fails()) {
            end(
                    callback,
                    "its callback has failed " + LogCallback.MOST_FAILURES + " times in a row, last with: "
                            + told.getMessage());
        }
    }
}
