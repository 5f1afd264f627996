package io.impsh.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads stored logs when they are due, those first that are urgent, then those that have been due for longest. A few
 * workers do it, which begin when there is something to read; how fast they are allowed to, the request budget says.
 */
final class Sampler implements AutoCloseable {
    static final long NEVER = Long.MAX_VALUE;
    private static final int WORKERS = 8;
    /** Of so many readings one is not of an urgent one, or those that are not would never be read while streams flap. */
    private static final int TURNS = 4;

    /** What is due is counted from here, as the clock's numbers may overflow. */
    private static final long EPOCH = System.nanoTime();

    private static final long AFTER_FAILURE = TimeUnit.SECONDS.toNanos(10);

    /** One stored log. */
    interface Source {
        /** Reads it, and tells after how many nanoseconds, counted from the beginning, it is to be read again. */
        long read();
    }

    private static final class Job {
        private final Source source;
        private final long number;
        private boolean urgent;
        private long due;
        private boolean isRunning;
        private boolean again;

        private Job(Source source, long number) {
            this.source = source;
            this.number = number;
        }
    }

    private static final Comparator<Job> BY_DUE =
            Comparator.<Job>comparingLong(job -> job.due - EPOCH).thenComparing(job -> job.number);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Source, Job> jobs = new HashMap<>();
    private final TreeSet<Job> urgent = new TreeSet<>(BY_DUE);
    private final TreeSet<Job> usual = new TreeSet<>(BY_DUE);
    private final List<Thread> workers = new ArrayList<>();
    private long numbers;
    private int idle;
    private int urgentInARow;
    private boolean isClosed;

    /** To be read now; should it be under way, once more after that. */
    void now(Source source, boolean isUrgent) {
        lock.lock();
        try {
            Job job = jobs.computeIfAbsent(source, added -> new Job(added, numbers++));
            if (job.isRunning) {
                job.again = true;
                job.urgent |= isUrgent;
                return;
            }
            if (urgent.remove(job) || usual.remove(job)) {
                job.due = Math.min(job.due, System.nanoTime());
                job.urgent |= isUrgent;
            } else {
                job.due = System.nanoTime();
                job.urgent = isUrgent;
            }
            enqueue(job);
        } finally {
            lock.unlock();
        }
    }

    /** It is read no more, though a reading that is under way goes on. */
    void forget(Source source) {
        lock.lock();
        try {
            Job job = jobs.remove(source);
            if (job != null) {
                urgent.remove(job);
                usual.remove(job);
            }
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(Job job) {
        if (isClosed) {
            return;
        }
        (job.urgent ? urgent : usual).add(job);
        callWorker();
    }

    /** Wakes one, or begins one when all have something to do. */
    private void callWorker() {
        if (idle == 0 && workers.size() < WORKERS) {
            Thread worker = new Thread(this::work, "impsh-samples-" + (workers.size() + 1));
            worker.setDaemon(true);
            workers.add(worker);
            worker.start();
        }
        changed.signal();
    }

    private void work() {
        for (Job job = next(); job != null; job = next()) {
            long began = System.nanoTime();
            done(job, began, read(job.source));
        }
    }

    /** Whatever goes wrong with one of them, the others are read. */
    private static long read(Source source) {
        try {
            return source.read();
        } catch (RuntimeException failed) {
            return AFTER_FAILURE;
        }
    }

    /** Waits for it; {@code null} when it is all over. */
    private Job next() {
        lock.lock();
        try {
            idle++;
            Job job = awaitDue();
            idle--;
            if (job != null && isMoreDue()) {
                // Whoever was called for that may be this one.
                callWorker();
            }
            return job;
        } finally {
            lock.unlock();
        }
    }

    private Job awaitDue() {
        while (!isClosed) {
            long wait = untilUsual();
            boolean isTurn = urgent.isEmpty() || urgentInARow >= TURNS - 1;
            if (wait <= 0 && isTurn) {
                urgentInARow = 0;
                return begun(usual.pollFirst());
            }
            if (!urgent.isEmpty()) {
                urgentInARow++;
                return begun(urgent.pollFirst());
            }
            await(wait);
        }
        return null;
    }

    private boolean isMoreDue() {
        return !urgent.isEmpty() || untilUsual() <= 0;
    }

    private long untilUsual() {
        return usual.isEmpty() ? NEVER : usual.first().due - System.nanoTime();
    }

    private static Job begun(Job job) {
        job.isRunning = true;
        job.urgent = false;
        return job;
    }

    private void await(long nanos) {
        try {
            if (nanos == NEVER) {
                changed.await();
            } else {
                changed.await(nanos, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException nobodyDoesThat) {
            isClosed = true;
        }
    }

    private void done(Job job, long began, long wait) {
        lock.lock();
        try {
            job.isRunning = false;
            boolean isKnown = jobs.get(job.source) == job;
            if (isKnown && (job.again || wait != NEVER)) {
                job.due = job.again ? System.nanoTime() : began + wait;
                job.again = false;
                enqueue(job);
            } else if (isKnown) {
                jobs.remove(job.source);
            }
        } finally {
            lock.unlock();
        }
    }

    /** No reading begins any more. */
    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            urgent.clear();
            usual.clear();
            jobs.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
