package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Gathers log lines and notices for a moment and prints them in one go, in {@link LogOrder}, on a thread of its own. When
 * they come faster than they can be printed, whoever brings them waits, and in the end the service does: none is dropped.
 */
final class LogGatherer implements AutoCloseable {
    /**
     * A notice about a stream, to be read between its lines, or a line.
     *
     * @param cameAt by {@link System#nanoTime}
     */
    record Item(LogLine line, String notice, long cameAt) {}

    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final int MOST = 10_000;

    private final Consumer<List<Item>> output;
    private final LogOrder order = new LogOrder();
    private final ReentrantLock lock = new ReentrantLock();
    /** That there is something at all, that no more is waited for, that there is room again, that all is printed. */
    private final Condition come = lock.newCondition();

    private final Condition enough = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Condition done = lock.newCondition();
    private List<Item> waiting = new ArrayList<>();
    private int hurrying;
    /** How often something was taken to be printed with nothing held back, and how often that was printed. */
    private long taken;

    private long printed;
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
        add(new Item(line, null, System.nanoTime()));
    }

    void notice(String text) {
        add(new Item(null, text, System.nanoTime()));
    }

    private void add(Item item) {
        lock.lock();
        try {
            while (waiting.size() >= MOST && !closed) {
                room.awaitUninterruptibly();
            }
            if (!closed) {
                waiting.add(item);
                wake();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Not at each line: whoever gathers them would do nothing but wake. */
    private void wake() {
        if (waiting.size() == 1) {
            come.signal();
        }
        if (waiting.size() >= MOST) {
            enough.signal();
        }
    }

    private void work() {
        try {
            for (List<Item> items = next(); items != null; items = next()) {
                output.accept(items);
            }
        } catch (RuntimeException unprintable) {
            end(unprintable);
        } catch (Error unexpected) {
            end(new IllegalStateException(unexpected));
        }
    }

    /** What is to be printed of that which has come within a moment; {@code null} once closed and empty. */
    private List<Item> next() {
        lock.lock();
        try {
            isPrinted();
            if (!awaitSomething()) {
                done.signalAll();
                return null;
            }
            gather();
            boolean isAll = closed || hurrying > 0;
            List<Item> items = order.ready(waiting, isAll, System.nanoTime());
            taken += isAll ? 1 : 0;
            printing = true;
            waiting = new ArrayList<>();
            room.signalAll();
            return items;
        } finally {
            lock.unlock();
        }
    }

    private void isPrinted() {
        printing = false;
        if (printed < taken) {
            printed = taken;
            done.signalAll();
        }
    }

    /** Whether something has come, or has waited long enough. */
    private boolean awaitSomething() {
        while (waiting.isEmpty()) {
            boolean isHeld = order.held() > 0;
            long left = isHeld ? order.nanosLeft(System.nanoTime()) : 0;
            if (isHeld && (left <= 0 || closed || hurrying > 0)) {
                return true;
            } else if (!isHeld && closed) {
                return false;
            } else if (isHeld) {
                awaitNanos(come, left);
            } else {
                done.signalAll();
                come.awaitUninterruptibly();
            }
        }
        return true;
    }

    private void gather() {
        long until = System.nanoTime() + MOMENT_NANOS;
        for (long left = MOMENT_NANOS; left > 0; left = until - System.nanoTime()) {
            if (waiting.isEmpty() || waiting.size() >= MOST || closed || hurrying > 0) {
                return;
            }
            awaitNanos(enough, left);
        }
    }

    private static void awaitNanos(Condition condition, long nanos) {
        try {
            condition.awaitNanos(nanos);
        } catch (InterruptedException ofNoConsequence) {
            // Nobody interrupts this thread; it ends when it is closed.
            return;
        }
    }

    private void end(RuntimeException unprintable) {
        lock.lock();
        try {
            failure = unprintable;
            closed = true;
            printing = false;
            waiting.clear();
            signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void signalAll() {
        come.signalAll();
        enough.signalAll();
        room.signalAll();
        done.signalAll();
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
            signalAll();
        } finally {
            lock.unlock();
        }
        flush();
    }

    /** Returns when all that has come until now is printed, or cannot be. */
    void flush() {
        lock.lock();
        hurrying++;
        try {
            come.signalAll();
            enough.signalAll();
            // What comes from now on is not waited for.
            long last = taken + 1;
            while (failure == null && printed < last && (!waiting.isEmpty() || printing || order.held() > 0)) {
                done.awaitUninterruptibly();
            }
        } finally {
            hurrying--;
            lock.unlock();
        }
    }
}
