package io.impsh.sandbox;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/**
 * Keeps a data file like the store: writes it a moment after a change, so that a kill loses at most a second, and once
 * more at the end. Requests wait only while the state is copied, not while it is written.
 */
final class Keeper implements StoreListener, AutoCloseable {
    /** Changes of this time go into one write. */
    private static final long GATHER_MILLISECONDS = 250;

    private final DataFile file;
    private final Supplier<SavedState> copy;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final ReentrantLock writing = new ReentrantLock();
    private final Thread atExit = new Thread(this::closeAtExit, "sandbox-keeper-exit");
    private Thread thread;
    private boolean dirty;
    private boolean closed;
    private volatile String failure;

    /** @param copy takes the store's monitor for as long as it needs */
    Keeper(DataFile file, Supplier<SavedState> copy) {
        this.file = file;
        this.copy = copy;
    }

    /** A program that is told to end writes what is left first. */
    void start() {
        thread = new Thread(this::keep, "sandbox-keeper");
        thread.setDaemon(true);
        thread.start();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    @Override
    public void changed() {
        lock.lock();
        try {
            dirty = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Why the last write failed, if it did. It is tried again and again. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private void keep() {
        try {
            while (awaitNews()) {
                save();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitNews() throws InterruptedException {
        lock.lock();
        try {
            while (!dirty && !closed) {
                news.await();
            }
            long left = TimeUnit.MILLISECONDS.toNanos(GATHER_MILLISECONDS);
            while (left > 0 && !closed) {
                left = news.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Whatever changes from now on makes it dirty again. */
    private void save() {
        writing.lock();
        try {
            takeNews();
            file.write(copy.get());
            failure = null;
        } catch (IOException | JacksonException | OutOfMemoryError failed) {
            failure = reason(failed);
            changed();
        } finally {
            writing.unlock();
        }
    }

    /** What the disk has said; some of it comes wrapped by who writes JSON. */
    private static String reason(Throwable failed) {
        Throwable said = failed instanceof JacksonException && failed.getCause() != null ? failed.getCause() : failed;
        return said.getClass() == IOException.class ? said.getMessage() : said.toString();
    }

    private void takeNews() {
        lock.lock();
        try {
            dirty = false;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody is left who could tell. */
    private void closeAtExit() {
        try {
            close();
        } catch (DataException unsaved) {
            System.err.println("impsh: " + unsaved.getMessage());
            System.err.println("  " + unsaved.hint());
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
        withdrawHook();
        if (dirty()) {
            save();
        }
        file.close();
        if (failure != null) {
            throw new DataException(
                    "the last changes are not in the data file: " + failure,
                    "is there room, and may the file be written?",
                    null);
        }
    }

    private boolean dirty() {
        // A write that is going on may be of an older state; it is waited for.
        writing.lock();
        lock.lock();
        try {
            return dirty;
        } finally {
            lock.unlock();
            writing.unlock();
        }
    }

    private void withdrawHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            return;
        }
    }
}
