package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.api.CancelledException;
import io.impsh.api.LogFeed;
import io.impsh.api.LogListener;
import io.impsh.api.Registration;
import io.impsh.model.Device;
import io.impsh.model.LogEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The log streams of a session. However many there are, they share one stream of the account, because the service allows
 * few, and a new one may take somebody else's. Begun and stopped on the script's thread, fed by the network's.
 */
final class LogStreams implements AutoCloseable {
    /** What the service is known to carry on a stream; it drops devices itself where it carries fewer. */
    static final int MOST_DEVICES = 8;

    private final SharedClient connection;
    private final LogOutput output;
    private final List<LogStream> streams = new CopyOnWriteArrayList<>();
    private final Object changed = new Object();
    private volatile LogFeed feed;
    private int numbers;
    private volatile UserException ended;
    private volatile boolean awaited;

    LogStreams(SharedClient connection, ScriptIo io) {
        this.connection = connection;
        this.output = new LogOutput(io, this::stopAll);
    }

    /** How many devices more the stream can carry. */
    int room() {
        return MOST_DEVICES - carried().size();
    }

    private List<String> carried() {
        return streams.stream()
                .flatMap(stream -> stream.devices().stream())
                .map(Device::id)
                .distinct()
                .toList();
    }

    boolean carries(Device device) {
        return carried().contains(device.id());
    }

    List<LogStream> all() {
        return List.copyOf(streams);
    }

    /** Begins a stream, and returns when the service has taken all of its devices. */
    LogStream begin(List<Device> devices, LogFilter filter, long limit, Cancellation cancellation) {
        LogFeed open = feed(cancellation);
        LogStream stream = new LogStream(++numbers, devices, filter, limit);
        streams.add(stream);
        try {
            for (Device device : devices) {
                open.add(device.id(), cancellation);
            }
            return stream;
        } catch (UserException failure) {
            stop(stream);
            throw failure;
        }
    }

    private LogFeed feed(Cancellation cancellation) {
        if (streams.isEmpty()) {
            ended = null;
            feed = connection.get().with(cancellation).openLogFeed(new Listening());
        }
        return feed;
    }

    /** Ends a stream; its devices leave the account's stream unless another one has them too. */
    void stop(LogStream stream) {
        if (stream.end(LogStream.State.STOPPED)) {
            left(stream);
        }
    }

    private void left(LogStream stream) {
        List<String> before = carried();
        streams.remove(stream);
        List<String> still = carried();
        LogFeed present = feed;
        if (streams.isEmpty()) {
            present.close();
        } else {
            new Thread(() -> drop(present, before, still), "log-unsubscribe").start();
        }
        wake();
    }

    private void wake() {
        synchronized (changed) {
            changed.notifyAll();
        }
    }

    /** Beside everything else: what comes until it is done is not shown, and a failure is of no consequence. */
    private static void drop(LogFeed feed, List<String> before, List<String> still) {
        for (String device : before) {
            if (!still.contains(device)) {
                try {
                    feed.remove(device, Cancellation.none());
                } catch (UserException ofNoConsequence) {
                    return;
                }
            }
        }
    }

    private static void addAgain(LogFeed feed, List<String> devices) {
        for (String device : devices) {
            try {
                feed.add(device, Cancellation.none());
            } catch (UserException ofNoConsequence) {
                // It shows as a device that says nothing.
            }
        }
    }

    void stopAll() {
        all().forEach(this::stop);
    }

    /**
     * Waits until all streams have ended and their lines are printed.
     *
     * @throws UserException when the service ended one
     */
    void awaitEnd(Cancellation cancellation) {
        Registration registration = cancellation.onCancel(this::wake);
        awaited = true;
        try {
            awaitNone(cancellation);
        } finally {
            awaited = false;
            registration.close();
        }
        output.flush();
        if (output.failure() != null) {
            throw output.failure();
        }
        if (ended != null) {
            throw ended;
        }
    }

    private void awaitNone(Cancellation cancellation) {
        synchronized (changed) {
            while (!streams.isEmpty()) {
                cancellation.throwIfCancelled();
                try {
                    changed.wait();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new CancelledException();
                }
            }
        }
    }

    @Override
    public void close() {
        stopAll();
        output.close();
    }

    /** What the network's thread brings. */
    private final class Listening implements LogListener {
        @Override
        public void opened() {
            List<LogStream> back = new ArrayList<>(streams);
            boolean again = back.stream().anyMatch(stream -> stream.state() == LogStream.State.RECONNECTING);
            back.forEach(LogStream::reopened);
            if (again) {
                LogFeed present = feed;
                new Thread(() -> addAgain(present, carried()), "log-subscribe").start();
                output.notice("the log stream is back; what was logged meanwhile is in the stored logs");
            }
        }

        @Override
        public void subscribed(String deviceId) {
            streams.forEach(stream -> stream.subscribed(deviceId, true));
        }

        @Override
        public void unsubscribed(String deviceId, boolean asked) {
            streams.forEach(stream -> stream.subscribed(deviceId, false));
            if (!asked) {
                output.notice(
                        name(deviceId) + " was dropped from the log stream by the service: it has left the account,"
                                + " or the stream carries no more devices");
                gone(deviceId);
            }
        }

        @Override
        public void message(LogEntry entry) {
            for (LogStream stream : streams) {
                LogLine line = stream.take(entry);
                if (line != null) {
                    output.line(line);
                }
                if (stream.isFull()) {
                    stop(stream);
                }
            }
        }

        @Override
        public void unreadable(String data) {
            output.notice("something came on the log stream that is no log line: " + start(data));
        }

        @Override
        public void lost(String reason, Duration wait) {
            streams.forEach(LogStream::lost);
            output.notice("the log stream is lost: " + reason + "; trying again in "
                    + Math.max(1, Math.round(wait.toMillis() / 1000.0)) + " s");
        }

        @Override
        public void closed(String reason) {
            String told = "the log stream is over: " + reason;
            String hint = "another session of the account may have taken it; start it again with logs.stream(...)";
            ended = new UserException("STREAM_CLOSED", told, hint);
            // Whoever waits for the end is told by the failure.
            if (!awaited) {
                output.notice(told + "; " + hint);
            }
            List<LogStream> open = all();
            open.forEach(stream -> stream.end(LogStream.State.CLOSED));
            open.forEach(LogStreams.this::left);
        }

        @Override
        public void ended(UserException why) {
            closed(why.getMessage());
        }

        /** A stream that has lost its last device is over: nothing would ever come. */
        private void gone(String deviceId) {
            for (LogStream stream : all()) {
                if (stream.lose(deviceId) && stream.end(LogStream.State.CLOSED)) {
                    ended = new UserException("STREAM_CLOSED", "the log stream has no device left", null);
                    output.notice("the log stream of " + stream.title() + " is over: it has no device left");
                    left(stream);
                }
            }
        }

        private String name(String deviceId) {
            return streams.stream()
                    .flatMap(stream -> stream.devices().stream())
                    .filter(device -> device.id().equals(deviceId))
                    .map(device -> LogLine.label(device.id(), device.name()))
                    .findFirst()
                    .orElse(deviceId);
        }

        private static String start(String data) {
            return data.length() <= 60 ? data : data.substring(0, 60) + "…";
        }
    }
}
