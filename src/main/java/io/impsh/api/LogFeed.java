package io.impsh.api;

import io.impsh.UserException;
import io.impsh.api.LogStreamReader.End;
import io.impsh.model.LogEntry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One log stream of the account, kept up: a link that breaks is made again after growing waits, to the same stream while
 * the service knows it, else to a new one. What was logged between is not sent later, and the devices are for the caller
 * to add again. When the service closes the stream, as it does when the account opens too many, it stays closed.
 *
 * <p>The service carries few devices on a stream (5 to 8) and drops the one that was put on it first when there are more.
 * Safe for use by many threads. {@link #close} ends it at once; the service frees the stream some time later.
 */
public final class LogFeed implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** So often, until it has flowed for the first time. */
    private static final int FIRST_TRIES = 4;
    /** A link that lived for less does not make the waits short again. */
    private static final Duration LASTING = Duration.ofSeconds(1);

    private final LogStreamCalls calls;
    private final LogStreamReader reader;
    private final LogListener listener;
    private final WaitClock clock;
    private final RetryPolicy waits;
    private final Cancellation stopping = new Cancellation();
    private final CompletableFuture<Void> firstOpened = new CompletableFuture<>();
    /** Those that were asked to be taken off the stream, and of which the service has not said yet that they are. */
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();

    private volatile String stream;
    private volatile Cancellation link = new Cancellation();
    private volatile boolean isOpen;
    private volatile boolean isClosed;
    private long openedAt;

    private LogFeed(Session session, LogListener listener) {
        this.calls = new LogStreamCalls(session);
        this.reader = session.logStreams();
        this.listener = listener;
        this.clock = session.clock();
        this.waits = new RetryPolicy(
                Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ZERO, Math::random);
    }

    /** Returns when the stream flows, without a device on it yet. */
    static LogFeed open(Session session, LogListener listener, Cancellation cancellation) {
        LogFeed feed = new LogFeed(session, listener);
        feed.stream = feed.calls.create(cancellation);
        Thread thread = new Thread(feed::run, "impsh-logs");
        thread.setDaemon(true);
        thread.start();
        feed.awaitOpened(cancellation);
        return feed;
    }

    private void awaitOpened(Cancellation cancellation) {
        Registration registration =
                cancellation.onCancel(() -> firstOpened.completeExceptionally(new CancelledException()));
        try {
            firstOpened.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException failure) {
            close();
            throw failure.getCause() instanceof TimeoutException
                    ? unopened("it did not begin within " + PATIENCE.toSeconds() + " s")
                    : failure.getCause() instanceof RuntimeException cause ? cause : failure;
        } finally {
            registration.close();
        }
    }

    private static UnreachableException unopened(String reason) {
        return new UnreachableException(
                "cannot open a log stream: " + reason, "check the network, the endpoint and any proxy between", null);
    }

    /**
     * Puts a device on the stream. Its lines from now on come after {@link LogListener#subscribed}. Adding one twice is
     * harmless.
     *
     * @param deviceId an id, no other name of it
     * @throws NotFoundException when no visible device has that id, or when the service has forgotten the stream
     */
    public void add(String deviceId, Cancellation cancellation) {
        leaving.remove(deviceId);
        calls.subscribe(stream, deviceId, cancellation);
    }

    /** Takes a device off the stream. */
    public void remove(String deviceId, Cancellation cancellation) {
        leaving.add(deviceId);
        calls.unsubscribe(stream, deviceId, cancellation);
    }

    /** Whether the link stands at the moment. */
    public boolean isOpen() {
        return isOpen;
    }

    /** Breaks the link, so that it is made again: for one that seems to stand and is dead. */
    public void reconnect() {
        link.cancel();
    }

    /** Ends it; nobody is told. May be called by the listener. */
    @Override
    public void close() {
        stopping.cancel();
    }

    private void run() {
        try {
            follow();
        } catch (CancelledException closed) {
            // Whoever closed it knows.
        } catch (UserException refused) {
            if (!firstOpened.completeExceptionally(refused)) {
                listener.ended(refused);
            }
        } finally {
            isOpen = false;
            stopping.cancel();
        }
    }

    private void follow() {
        LogEvents events = new LogEvents(new Following());
        int failures = 0;
        while (!isClosed) {
            End end = read(events);
            stopping.throwIfCancelled();
            if (!isClosed) {
                failures = failures(end, failures);
                isOpen = false;
                pause(end, failures);
                failures = end.isGone() ? renewed(failures) : failures;
            }
        }
    }

    /** How many in a row there were by now: a link that lasted ends the row, and that the service is busy is none. */
    private int failures(End end, int before) {
        if (lasted()) {
            return 1;
        }
        return end.busyFor() == null ? before + 1 : before;
    }

    private void pause(End end, int failures) {
        if (end.busyFor() == null) {
            pause(end.reason(), failures);
        } else {
            lost(end.reason(), end.busyFor());
        }
    }

    private End read(LogEvents events) {
        Cancellation present = new Cancellation();
        link = present;
        Registration registration = stopping.onCancel(present::cancel);
        try {
            return reader.read(stream, present, events::accept);
        } finally {
            registration.close();
        }
    }

    private boolean lasted() {
        return isOpen && clock.nanoTime() - openedAt >= LASTING.toNanos();
    }

    private void pause(String reason, int failures) {
        if (!firstOpened.isDone() && failures == FIRST_TRIES) {
            throw unopened(reason);
        }
        lost(reason, waits.wait(failures));
    }

    private void lost(String reason, Duration wait) {
        if (firstOpened.isDone()) {
            listener.lost(reason, wait);
        }
        clock.sleep(wait, stopping);
    }

    /** Makes another stream, however often it takes; the failures until then. */
    private int renewed(int failures) {
        for (int all = failures; ; all++) {
            try {
                stream = calls.create(stopping);
                leaving.clear();
                listener.renewed();
                return all;
            } catch (UserException failure) {
                if (!failure.isPassing()) {
                    throw failure;
                }
                pause(failure.getMessage(), all + 1);
            }
        }
    }

    /** What the feed itself has to do about what happens, besides telling it. */
    private final class Following implements LogListener {
        @Override
        public void opened() {
            if (!isOpen) {
                openedAt = clock.nanoTime();
                isOpen = true;
                listener.opened();
                firstOpened.complete(null);
            }
        }

        @Override
        public void subscribed(String deviceId) {
            opened();
            listener.subscribed(deviceId);
        }

        @Override
        public void unsubscribed(String deviceId, boolean unknown) {
            listener.unsubscribed(deviceId, leaving.remove(deviceId));
        }

        @Override
        public void message(LogEntry entry) {
            if (!stopping.isCancelled()) {
                opened();
                listener.message(entry);
            }
        }

        @Override
        public void unreadable(String data) {
            listener.unreadable(data);
        }

        @Override
        public void closed(String reason) {
            isClosed = true;
            isOpen = false;
            if (!firstOpened.completeExceptionally(unopened(reason))) {
                listener.closed(reason);
            }
        }
    }
}
