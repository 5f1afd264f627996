package io.impsh.bulk;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes calls on several threads and hands their results over on the caller's, so that nothing but the calls themselves
 * has to be safe for threads.
 */
final class Workers implements AutoCloseable {
    private final int concurrency;
    private final Runnable onInterrupt;
    private final ExecutorService threads;
    private boolean interrupted;

    /**
     * @param onInterrupt run when the caller's thread is interrupted while it waits; it goes on waiting, and gets its
     *     interrupt back on closing: until then it would break the waits that follow
     */
    Workers(int concurrency, Runnable onInterrupt) {
        this.concurrency = concurrency;
        this.onInterrupt = onInterrupt;
        this.threads = Executors.newFixedThreadPool(concurrency, work -> {
            Thread thread = new Thread(work, "bulk");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts calls as long as {@code next} has work, and returns when all of them are done.
     *
     * @param next {@code null} when nothing more is to be started at the moment; asked again after each result
     */
    <T, R> void run(Supplier<T> next, Function<T, R> call, BiConsumer<T, R> done) {
        CompletionService<Runnable> running = new ExecutorCompletionService<>(threads);
        int inFlight = 0;
        while (true) {
            T work = inFlight < concurrency ? next.get() : null;
            if (work != null) {
                running.submit(() -> {
                    R result = call.apply(work);
                    return () -> done.accept(work, result);
                });
                inFlight++;
            } else if (inFlight > 0) {
                result(running).run();
                inFlight--;
            } else {
                return;
            }
        }
    }

    /** One call on another thread, so that an interrupt does not break it. */
    <R> R call(Supplier<R> call) {
        Queue<Supplier<R>> once = new ArrayDeque<>(List.of(call));
        AtomicReference<R> result = new AtomicReference<>();
        run(once::poll, Supplier::get, (same, value) -> result.set(value));
        return result.get();
    }

    /** Something that waits and can be interrupted. */
    interface Waiting {
        void await() throws InterruptedException;
    }

    /** Waits on the caller's thread; an interrupt ends that, and is treated like one in {@link #run}. */
    void waiting(Waiting waiting) {
        try {
            waiting.await();
        } catch (InterruptedException e) {
            interrupted = true;
            onInterrupt.run();
        }
    }

    private Runnable result(CompletionService<Runnable> running) {
        while (true) {
            try {
                return running.take().get();
            } catch (InterruptedException e) {
                interrupted = true;
                onInterrupt.run();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
