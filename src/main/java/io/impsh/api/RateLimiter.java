package io.impsh.api;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets requests go when the {@link RequestBudget} and the cap on requests in flight allow it, the more urgent
 * {@link Priority} first, and within one priority the first come first. Safe for use by many threads.
 */
final class RateLimiter {
    private static final double JITTER = 0.1;

    /** Leave to send one request; to be given back exactly once. */
    interface Permit {
        /** Gives it back with what the answer tells. */
        void answered(ApiResponse response);

        /** Gives it back after no answer came. */
        void failed();
    }

    /** Who waits, the name index apart, and how long until the first of them may go as far as that is known. */
    record Queue(int waiting, Duration delay) {}

    private record Ticket(Priority priority, long number) {}

    private final WaitClock clock;
    private final int concurrency;
    private final RequestBudget budget;
    private final ArrivalEstimate arrivals = new ArrivalEstimate();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeSet<Ticket> waiting =
            new TreeSet<>(Comparator.comparing(Ticket::priority).thenComparing(Ticket::number));
    private long tickets;
    private int inFlight;
    private final Map<Priority, Integer> inFlightOf = new EnumMap<>(Priority.class);

    /** As many requests as the service allows. */
    RateLimiter(WaitClock clock, int concurrency) {
        this(clock, concurrency, ClientOptions.AS_ALLOWED);
    }

    RateLimiter(WaitClock clock, int concurrency, int mostPerSecond) {
        this.clock = clock;
        this.concurrency = concurrency;
        this.budget = new RequestBudget(mostPerSecond);
    }

    int concurrency() {
        return concurrency;
    }

    double requestsPerSecond() {
        lock.lock();
        try {
            return budget.requestsPerSecond();
        } finally {
            lock.unlock();
        }
    }

    Queue queue() {
        lock.lock();
        try {
            int waits = (int) waiting.stream()
                    .filter(ticket -> !ticket.priority().isBackground())
                    .count();
            long wait = waits == 0 ? 0 : waitFor(waiting.first());
            return new Queue(waits, Duration.ofNanos(wait == RequestBudget.NEVER ? 0 : wait));
        } finally {
            lock.unlock();
        }
    }

    /** Waits for its turn; there is no time-out. */
    Permit acquire(RequestContext context) {
        Registration wake = context.cancellation().onCancel(this::wakeAll);
        try {
            return acquireInTurn(context);
        } finally {
            wake.close();
        }
    }

    private Permit acquireInTurn(RequestContext context) {
        lock.lock();
        Ticket ticket = new Ticket(context.priority(), tickets++);
        waiting.add(ticket);
        try {
            while (true) {
                context.cancellation().throwIfCancelled();
                long wait = waitFor(ticket);
                if (wait == 0) {
                    return grant(ticket.priority());
                }
                clock.await(changed, wait);
            }
        } finally {
            waiting.remove(ticket);
            changed.signalAll();
            lock.unlock();
        }
    }

    private long waitFor(Ticket ticket) {
        long now = clock.nanoTime();
        for (Ticket earlier : waiting) {
            if (earlier == ticket) {
                return waitFor(ticket.priority(), now);
            }
            // One that waits for its own share alone holds up nobody of another priority.
            if (earlier.priority() == ticket.priority() || waitFor(earlier.priority(), now) == 0) {
                return RequestBudget.NEVER;
            }
        }
        return RequestBudget.NEVER;
    }

    private long waitFor(Priority priority, long now) {
        boolean full = inFlight >= concurrency
                || inFlightOf.getOrDefault(priority, 0) >= RequestBudget.share(priority, concurrency);
        return full ? RequestBudget.NEVER : budget.waitFor(priority, now);
    }

    private Permit grant(Priority priority) {
        inFlight++;
        inFlightOf.merge(priority, 1, Integer::sum);
        RequestBudget.Send send = budget.take(priority, clock.nanoTime());
        return new Permit() {
            @Override
            public void answered(ApiResponse response) {
                giveBack(priority, () -> learn(send, response));
            }

            @Override
            public void failed() {
                giveBack(priority, () -> budget.landed(send, clock.nanoTime()));
            }
        };
    }

    private void giveBack(Priority priority, Runnable note) {
        lock.lock();
        try {
            inFlight--;
            inFlightOf.merge(priority, -1, Integer::sum);
            note.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void learn(RequestBudget.Send send, ApiResponse response) {
        RateHeaders headers = RateHeaders.of(response);
        long arrivedAt = arrivals.latest(response.sentAt(), response.answeredAt());
        budget.landed(send, arrivedAt);
        if (headers != null) {
            budget.learn(headers, arrivedAt);
        } else if (response.isSuccess()) {
            budget.learnNoLimit();
        }
        if (response.status() == 429 && !isOtherLimit(headers)) {
            budget.refused(pause(headers), arrivedAt);
        }
    }

    /** The service limits some calls separately; then it has requests left, and only that one call has to wait. */
    private static boolean isOtherLimit(RateHeaders headers) {
        return headers != null && headers.remaining() != null && headers.remaining() > 0;
    }

    private static Duration pause(RateHeaders headers) {
        long millis = (headers == null ? Duration.ofSeconds(1) : headers.reset()).toMillis();
        return Duration.ofMillis(
                millis + (long) (millis * JITTER * ThreadLocalRandom.current().nextDouble()));
    }

    private void wakeAll() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
