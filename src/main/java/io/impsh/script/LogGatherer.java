package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Gathers log lines and notices for a moment and prints them in one go, in their order, on a thread of its own. When they
 * come faster than they can be printed, whoever brings them waits, and in the end the service does: none is dropped.
 */
final class LogGatherer implements AutoCloseable {
    /** A notice about a stream, to be read between its lines, or a line. */
    record Item(LogLine line, String notice) {}

    private static final long MOMENT_MILLIS = 40;
    private static final int MOST = 10_000;

    private final Consumer<List<Item>> output;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private List<Item> waiting = new ArrayList<>();
    private boolean printing;
    private boolean closed;
    private RuntimeException failure;

    /** @param output prints; what it throws ends everything, and is told by {@link #failure()} */
    LogGatherer(Consumer<List<Item>> output) {
        this.output = output;
        Thread thread = new Thread(this::work, "log-lines");
        thread.setDaemon(true);
        thread.start();
    }

    void line(LogLine line) {
        add(new Item(line, null));
    }

    void notice(String text) {
        add(new Item(null, text));
    }

    private void add(Item item) {
        lock.lock();
        try {
            while (waiting.size() >= MOST && !closed) {
                changed.awaitUninterruptibly();
            }
            if (!closed) {
                waiting.add(item);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            for (List<Item> items = next(); items != null; items = next()) {
                output.accept(items);
            }
        } catch (RuntimeException unprintable) {
            end(unprintable);
        }
    }

    /** What has come within a moment; {@code null} once closed and empty. */
    private List<Item> next() {
        lock.lock();
        try {
            printing = false;
            changed.signalAll();
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            if (waiting.isEmpty()) {
                return null;
            }
            gather();
            printing = true;
            List<Item> items = waiting;
            waiting = new ArrayList<>();
            changed.signalAll();
            return items;
        } finally {
            lock.unlock();
        }
    }

    private void gather() {
        long left = TimeUnit.MILLISECONDS.toNanos(MOMENT_MILLIS);
        try {
            while (left > 0 && waiting.size() < MOST && !closed) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(RuntimeException unprintable) {
        lock.lock();
        try {
            failure = unprintable;
            closed = true;
            printing = false;
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Why nothing can be printed any more, or {@code null}. */
    RuntimeException failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is taken any more; what is there is still printed. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        flush();
    }

    /** Returns when all that has come until now is printed, or cannot be. */
    void flush() {
        lock.lock();
        try {
            while (failure == null && (!waiting.isEmpty() || printing)) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
