package io.impsh.script;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets callbacks of {@code logs.on} run between two inputs: at the prompt while the next one is being typed, in a program
 * while it waits for the end of its streams. They get the context's thread for a moment at a time, so that an input never
 * waits for long, and at the prompt none of them may take longer than some seconds.
 */
final class BetweenInputs {
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(20);

    /** What a session knows about the moment. */
    interface Session {
        JsThread thread();

        Host host();

        JsEngine engine();

        /** A callback wants to end the program. */
        void exit(ExitRequested exit);
    }

    private final Session session;
    private final ScriptIo io;
    private final LogCallbacks callbacks;
    private final Duration longest;
    private final AtomicBoolean posted = new AtomicBoolean();
    private volatile Turn present;

    private static final class Turn {
        final Evaluation evaluation = new Evaluation();
        volatile boolean tookTooLong;
    }

    /** @param longest how long a callback may take at the prompt */
    BetweenInputs(Session session, ScriptIo io, LogCallbacks callbacks, Duration longest) {
        this.session = session;
        this.io = io;
        this.callbacks = callbacks;
        this.longest = longest;
    }

    /** Has callbacks run as soon as the context's thread is free. */
    void post() {
        if (posted.compareAndSet(false, true)) {
            session.thread().post(this::run);
        }
    }

    /** The context's thread is another one from now on; what was posted to the old one never runs. */
    void abandon() {
        synchronized (this) {
            present = null;
        }
        posted.set(false);
        callbacks.abandon();
    }

    boolean isRunning() {
        return present != null;
    }

    /** Ctrl-C; whether there was something to interrupt. */
    synchronized boolean interrupt() {
        Turn turn = present;
        if (turn != null) {
            turn.evaluation.cancel();
            session.engine().interrupt();
        }
        return turn != null;
    }

    private void run() {
        posted.set(false);
        Host host = session.host();
        Turn turn = new Turn();
        begin(turn, host);
        boolean more = true;
        try {
            more = session.engine().run(() -> callbacks.runFor(MOMENT, host));
        } catch (RuntimeException brokenOff) {
            ended(turn);
        } finally {
            over(turn, host);
        }
        if (more) {
            post();
        }
    }

    private void begin(Turn turn, Host host) {
        host.begin(turn.evaluation, io.isAtPrompt());
        present = turn;
        if (io.isAtPrompt()) {
            CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> breakOff(turn));
        }
    }

    private synchronized void breakOff(Turn turn) {
        if (present == turn) {
            turn.tookTooLong = true;
            interrupt();
        }
    }

    /** An interrupt that comes later hits nothing. */
    private synchronized void over(Turn turn, Host host) {
        present = present == turn ? null : present;
        host.begin(Evaluation.idle());
    }

    private void ended(Turn turn) {
        ExitRequested exit = turn.evaluation.exitRequested();
        LogCallback callback = callbacks.last();
        if (exit != null && !io.isAtPrompt()) {
            session.exit(exit);
        } else if (callback != null) {
            callbacks.end(callback, reason(turn, exit != null));
        }
    }

    private String reason(Turn turn, boolean exit) {
        if (exit) {
            return "its callback has called exit(), which leaves no shell; Ctrl-D does";
        }
        return turn.tookTooLong
                ? "its callback took longer than " + LogNotices.time(longest)
                        + "; at the prompt none may, in a program it has the time"
                : "its callback was interrupted";
    }
}
