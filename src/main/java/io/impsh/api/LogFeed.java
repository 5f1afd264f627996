package io.impsh.api;

import io.impsh.UserException;
import io.impsh.api.LogStreamReader.End;
import io.impsh.model.LogEntry;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One log stream of the account, kept up: a link that breaks is made again after growing waits, to the same stream while
 * the service knows it, else to a new one, and the devices are put on it again. What was logged between is not sent
 * later. When the service closes the stream, as it does when the account opens too many, it stays closed.
 *
 * <p>The service carries few devices on a stream (5 to 8) and drops the one that was put on it first when there are more.
 * Safe for use by many threads. {@link #close} ends it at once; the service frees the stream some time later.
 */
public final class LogFeed implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LogStreamCalls calls;
    private final LogStreamReader reader;
    private final LogListener listener;
    private final WaitClock clock;
    private final RetryPolicy waits;
    private final Executor helpers;
    private final Cancellation stopping = new Cancellation();
    private final CompletableFuture<Void> firstOpened = new CompletableFuture<>();
    /** In the order in which they were put on the stream. */
    private final Set<String> devices = new LinkedHashSet<>();

    private volatile String stream;
    private volatile boolean isOpen;
    private volatile boolean isClosed;

    private LogFeed(Session session, LogListener listener) {
        this.calls = new LogStreamCalls(session);
        this.reader = session.logStreams();
        this.listener = listener;
        this.clock = session.clock();
        this.waits = new RetryPolicy(
                Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ZERO, Math::random);
        this.helpers = session.pagePool();
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
     * @throws NotFoundException when no visible device has that id
     */
    public void add(String deviceId, Cancellation cancellation) {
        String present = stream;
        synchronized (devices) {
            devices.add(deviceId);
        }
        try {
            calls.subscribe(present, deviceId, cancellation);
        } catch (NotFoundException missing) {
            if (present.equals(stream)) {
                forget(deviceId);
                throw missing;
            }
            // The stream was made anew meanwhile, with this device on it.
        } catch (UserException failure) {
            forget(deviceId);
            throw failure;
        }
    }

    /** Takes a device off the stream. */
    public void remove(String deviceId, Cancellation cancellation) {
        forget(deviceId);
        calls.unsubscribe(stream, deviceId, cancellation);
    }

    /** Those that are wanted on the stream and were not dropped by the service, in the order they were put on it. */
    public List<String> devices() {
        synchronized (devices) {
            return List.copyOf(devices);
        }
    }

    private boolean forget(String deviceId) {
        synchronized (devices) {
            return devices.remove(deviceId);
        }
    }

    /** Whether the link stands at the moment. */
    public boolean isOpen() {
        return isOpen;
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
            over(refused.getMessage());
        } finally {
            isOpen = false;
            stopping.cancel();
        }
    }

    private void follow() {
        LogEvents events = new LogEvents(new Following());
        int failures = 0;
        while (!isClosed) {
            End end = reader.read(stream, stopping, events::accept);
            stopping.throwIfCancelled();
            if (!isClosed) {
                failures = isOpen ? 1 : failures + 1;
                isOpen = false;
                pause(end.reason(), failures);
                failures += end.isGone() && !renewed() ? 1 : 0;
            }
        }
    }

    private void pause(String reason, int failures) {
        if (!firstOpened.isDone()) {
            over(reason);
            throw new CancelledException();
        }
        Duration wait = waits.wait(failures);
        tell(to -> to.lost(reason, wait));
        clock.sleep(wait, stopping);
    }

    private boolean renewed() {
        try {
            stream = calls.create(stopping);
            return true;
        } catch (UnreachableException noNetwork) {
            return false;
        }
    }

    private void over(String reason) {
        if (!firstOpened.completeExceptionally(unopened(reason))) {
            tell(to -> to.closed(reason));
        }
    }

    /** One call after the other, from whichever thread. */
    private void tell(Consumer<LogListener> call) {
        synchronized (listener) {
            call.accept(listener);
        }
    }

    /** Not on the thread that reads, or the answers would wait behind the events. */
    private void subscribeAgain() {
        String present = stream;
        for (String device : devices()) {
            if (stopping.isCancelled() || !present.equals(stream)) {
                return;
            }
            subscribeAgain(present, device);
        }
    }

    private void subscribeAgain(String present, String device) {
        try {
            calls.subscribe(present, device, stopping);
        } catch (CancelledException closed) {
            return;
        } catch (UserException failure) {
            if (present.equals(stream) && forget(device)) {
                tell(to -> to.refused(device, failure.getMessage()));
            }
        }
    }

    /** What the feed itself has to do about what happens, besides telling it. */
    private final class Following implements LogListener {
        @Override
        public void opened() {
            isOpen = true;
            tell(LogListener::opened);
            if (!firstOpened.complete(null)) {
                begin(LogFeed.this::subscribeAgain);
            }
        }

        private void begin(Runnable task) {
            try {
                helpers.execute(task);
            } catch (RejectedExecutionException clientIsClosed) {
                close();
            }
        }

        @Override
        public void subscribed(String deviceId) {
            tell(to -> to.subscribed(deviceId));
        }

        @Override
        public void unsubscribed(String deviceId, boolean unknown) {
            boolean asked = !forget(deviceId);
            tell(to -> to.unsubscribed(deviceId, asked));
        }

        @Override
        public void message(LogEntry entry) {
            if (!stopping.isCancelled()) {
                tell(to -> to.message(entry));
            }
        }

        @Override
        public void unreadable(String data) {
            tell(to -> to.unreadable(data));
        }

        @Override
        public void closed(String reason) {
            isClosed = true;
            isOpen = false;
            over(reason);
        }
    }
}
