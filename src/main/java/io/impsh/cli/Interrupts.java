package io.impsh.cli;

import io.impsh.api.CancelledException;
import io.impsh.api.ClientOptions;
import io.impsh.script.Interruption;
import io.impsh.script.ResultSink;
import io.impsh.script.ScriptSession;
import io.impsh.script.Shown;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Requests to stop, from signals and from {@code --timeout}. The first cancels what runs as Ctrl-C does at the prompt,
 * each further one goes a step further, and the one after the last step ends the process.
 */
final class Interrupts {
    private static final int ANY_FURTHER_ENDS = 4;
    private static final Duration TIMEOUT_STEP = Duration.ofSeconds(10);
    /** What a bulk change has in flight may be repeated so long, and what is cancelled ends as unknown. */
    private static final Duration FINISHING_STEP = ClientOptions.DEFAULT_DEADLINE;

    private final IntConsumer end;
    private ScriptSession session;
    private int requests;
    /** Requested when the session had nothing to interrupt yet. */
    private boolean kept;

    private int code;
    private Interruption did = Interruption.IDLE;
    private Future<?> question = CompletableFuture.completedFuture("none");

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

    /**
     * What somebody answers. Nothing can cut the reading short, so that a request leaves it behind on a thread of its own;
     * without a session it ends the process.
     *
     * @throws CancelledException when it was left behind
     */
    <T> T answer(Supplier<T> reading) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        synchronized (this) {
            if (session == null) {
                return reading.get();
            }
            question = answer;
        }
        Thread reader = new Thread(() -> completeWith(reading, answer), "answer");
        reader.setDaemon(true);
        reader.start();
        try {
            return answer.get();
        } catch (InterruptedException | CancellationException leftBehind) {
            throw new CancelledException();
        } catch (ExecutionException failed) {
            throw (RuntimeException) failed.getCause();
        }
    }

    private static <T> void completeWith(Supplier<T> reading, CompletableFuture<T> answer) {
        try {
            answer.complete(reading.get());
        } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
        }
    }

    /** Returns at once, unless it ends the process. */
    void request(int exitCode) {
        if (!stops(exitCode)) {
            end.accept(code);
        }
    }

    /** Whether what runs will stop by itself, as far as is known. */
    private synchronized boolean stops(int exitCode) {
        code = requests++ == 0 ? exitCode : code;
        if (session == null || requests >= ANY_FURTHER_ENDS) {
            return false;
        }
        did = session.interrupt();
        question.cancel(false);
        kept = did == Interruption.IDLE;
        return !kept || requests == 1;
    }

    /** To be told as soon as there is something to interrupt. */
    synchronized void begun() {
        if (kept && session != null) {
            kept = false;
            did = session.interrupt();
        }
    }

    /** The same sink for an evaluation that ends when the end was requested just before it began. */
    ResultSink interrupting(ResultSink sink) {
        return new ResultSink() {
            @Override
            public void begun() {
                Interrupts.this.begun();
            }

            @Override
            public void accept(Shown shown) {
                sink.accept(shown);
            }
        };
    }

    /** Requests the end after this time, and again, step by step, if that does not help. */
    void requestAfter(Duration timeout) {
        Thread thread = new Thread(() -> waitAndRequest(timeout), "timeout");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized Duration step() {
        return did == Interruption.FINISHING ? FINISHING_STEP : TIMEOUT_STEP;
    }

    private void waitAndRequest(Duration timeout) {
        try {
            Thread.sleep(timeout.toMillis());
            while (true) {
                request(ExitCode.TIMEOUT);
                Thread.sleep(step().toMillis());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
