package io.impsh.script;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one thread that may touch a JavaScript context, and its queue. */
final class JsThread {
    private static final long STACK_BYTES = 4L << 20;

    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private volatile CompletableFuture<?> present;
    /** Why nothing is run any more, or {@code null}. */
    private volatile RuntimeException abandoned;

    private volatile boolean ended;

    JsThread() {
        // Deeply nested data would otherwise end in a stack overflow long before JavaScript's own limit.
        Thread thread = new Thread(null, this::work, "javascript", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        while (!ended) {
            try {
                queue.take().run();
                Thread.interrupted();
            } catch (InterruptedException late) {
                // It was meant for the task that is over; only end() ends the thread.
                continue;
            }
        }
    }

    /** Queues a task whose failure comes out of every later call. */
    void begin(Runnable task) {
        queue.add(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error failure) {
                failedStart = failure;
            }
        });
    }

    private volatile Throwable failedStart;

    /** Runs a task and waits for it; what it throws is thrown here. */
    <T> T call(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        // Before the task can begin: once it hangs, somebody may abandon it.
        present = result;
        submit(task, result);
        if (abandoned != null) {
            result.completeExceptionally(abandoned);
        }
        try {
            return result.join();
        } catch (CompletionException failure) {
            throw unchecked(failure.getCause());
        } finally {
            present = null;
        }
    }

    /** Queues a task that nobody waits for and that keeps its failures to itself. */
    void post(Runnable task) {
        queue.add(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error keptToItself) {
                // The thread has to go on with what comes next.
                Thread.interrupted();
            }
        });
    }

    /** Runs a task unless it takes longer than that; a task that failed gives the other answer too. */
    <T> T callWithin(Callable<T> task, long time, TimeUnit unit, T otherwise) {
        try {
            return submit(task, new CompletableFuture<T>()).get(time, unit);
        } catch (ExecutionException | TimeoutException busy) {
            return otherwise;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
    }

    private <T> CompletableFuture<T> submit(Callable<T> task, CompletableFuture<T> result) {
        queue.add(() -> {
            try {
                if (failedStart != null) {
                    throw new IllegalStateException("the JavaScript engine could not be started", failedStart);
                }
                result.complete(task.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    /** Lets whoever waits go, and ends the thread as soon as its task lets it. */
    void abandon(RuntimeException reason) {
        abandoned = reason;
        CompletableFuture<?> waiting = present;
        end();
        if (waiting != null) {
            waiting.completeExceptionally(reason);
        }
    }

    void end() {
        ended = true;
        queue.add(() -> {});
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
