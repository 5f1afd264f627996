package io.impsh.cli;

import io.impsh.script.Interruption;
import io.impsh.script.ScriptSession;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Requests to stop, from signals and from {@code --timeout}. The first cancels what runs as Ctrl-C does at the prompt,
 * each further one goes a step further, and the one after the last step ends the process.
 */
final class Interrupts {
    private static final int ANY_FURTHER_ENDS = 4;
    private static final Duration TIMEOUT_STEP = Duration.ofSeconds(10);

    private final IntConsumer end;
    private ScriptSession session;
    private int requests;
    private int code;

    /** @param end ends the process with that exit code, at once */
    Interrupts(IntConsumer end) {
        this.end = end;
    }

    /** From now on a request cancels what the session runs; without a session it ends the process. */
    synchronized void watch(ScriptSession running) {
        session = running;
    }

    /** The exit code that goes with the first request; empty while there was none. */
    synchronized OptionalInt requested() {
        return requests == 0 ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /** While this waits for an answer, which nothing can cut short, a request ends the process. */
    <T> T endingAtOnce(Supplier<T> question) {
        ScriptSession asked;
        synchronized (this) {
            asked = session;
            session = null;
        }
        try {
            return question.get();
        } finally {
            watch(asked);
        }
    }

    /** Returns at once, unless it ends the process. */
    void request(int exitCode) {
        int present;
        ScriptSession running;
        synchronized (this) {
            code = requests++ == 0 ? exitCode : code;
            present = requests;
            running = session;
        }
        if (running == null || present >= ANY_FURTHER_ENDS) {
            end.accept(code);
            return;
        }
        boolean gaveUp = running.interrupt() == Interruption.IDLE && present > 1;
        if (gaveUp) {
            end.accept(code);
        }
    }

    /** Requests the end after this time, and again, step by step, if that does not help. */
    void requestAfter(Duration timeout) {
        Thread thread = new Thread(() -> waitAndRequest(timeout), "timeout");
        thread.setDaemon(true);
        thread.start();
    }

    private void waitAndRequest(Duration timeout) {
        try {
            Thread.sleep(timeout.toMillis());
            while (true) {
                request(ExitCode.TIMEOUT);
                Thread.sleep(TIMEOUT_STEP.toMillis());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
