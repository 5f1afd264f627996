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

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Source, Job> jobs = new HashMap<>();
    private final TreeSet<Job> queue = new TreeSet<>(Comparator.comparing((Job job) -> !job.urgent)
            .thenComparing((one, other) -> Long.signum(one.due - other.due))
            .thenComparing(job -> job.number));
    private final List<Thread> workers = new ArrayList<>();
    private long numbers;
    private int idle;
    private boolean isClosed;

    /** To be read now; should it be under way, once more after that. */
    void now(Source source, boolean urgent) {
        lock.lock();
        try {
            Job job = jobs.computeIfAbsent(source, added -> new Job(added, numbers++));
            if (job.isRunning) {
                job.again = true;
                job.urgent |= urgent;
                return;
            }
            if (queue.remove(job)) {
                job.due = Math.min(job.due, System.nanoTime());
                job.urgent |= urgent;
            } else {
                job.due = System.nanoTime();
                job.urgent = urgent;
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
                queue.remove(job);
            }
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(Job job) {
        queue.add(job);
        if (isClosed) {
            return;
        }
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
            long wait = NEVER;
            try {
                wait = job.source.read();
            } finally {
                done(job, began, wait);
            }
        }
    }

    private Job next() {
        lock.lock();
        try {
            idle++;
            while (!isClosed) {
                long wait = queue.isEmpty() ? NEVER : untilDue(queue.first());
                if (wait <= 0) {
                    Job job = queue.pollFirst();
                    job.isRunning = true;
                    job.urgent = false;
                    return job;
                }
                await(wait);
            }
            return null;
        } finally {
            idle--;
            lock.unlock();
        }
    }

    private static long untilDue(Job job) {
        return job.urgent ? 0 : job.due - System.nanoTime();
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
            queue.clear();
            jobs.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
