package io.impsh.script;

import io.impsh.CountedNoun;
import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.api.CancelledException;
import io.impsh.api.Registration;
import io.impsh.logs.Followed;
import io.impsh.logs.LogEvent;
import io.impsh.model.Device;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.graalvm.polyglot.Value;

/**
 * The log streams of a session. However many there are, they share one source, and with it the account's few streams.
 * Begun on the script's thread, stopped on any, fed by the network's.
 */
final class LogStreams implements AutoCloseable {
    private final IntFunction<LogSource> sources;
    private final ScriptIo io;
    private final LogOutput output;
    private final LogCallbacks callbacks;
    private final List<LogStream> streams = new CopyOnWriteArrayList<>();
    private final ToldEvents told = new ToldEvents();
    private final Listening listening = new Listening();
    private final Object changed = new Object();
    private LogSource source;
    private int maxStreams;
    private int numbers;
    private volatile UserException ended;
    private volatile boolean awaited;

    /**
     * @param sources makes the source for so many streams of the account, when the first stream begins
     * @param arrived what to do when lines wait for a callback
     */
    LogStreams(IntFunction<LogSource> sources, int maxStreams, ScriptIo io, Runnable arrived) {
        this.sources = sources;
        this.maxStreams = maxStreams;
        this.io = io;
        this.output = new LogOutput(io, () -> all().forEach(this::stop));
        this.callbacks = new LogCallbacks(io, new LogCallbacks.Owner() {
            @Override
            public void arrived() {
                wake();
                arrived.run();
            }

            @Override
            public void ran() {
                wake();
            }

            @Override
            public void end(LogStream stream, String reason) {
                over(stream, reason);
            }
        });
    }

    LogCallbacks callbacks() {
        return callbacks;
    }

    /** Those of {@code logs.stream} and {@code logs.on} that have not ended. */
    List<LogStream> all() {
        return streams.stream().filter(LogStream::isListed).toList();
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    synchronized int maxStreams() {
        return source == null ? maxStreams : source.maxStreams();
    }

    synchronized void maxStreams(int most) {
        maxStreams = most;
        if (source != null) {
            source.maxStreams(most);
        }
    }

    private synchronized LogSource source() {
        if (source == null) {
            source = sources.apply(maxStreams);
        }
        return source;
    }

    /** What to say about devices whose lines are on the screen already; nothing when there are none. */
    Optional<String> twice(StreamedDevices what) {
        List<String> told = new ArrayList<>();
        for (LogStream stream : all()) {
            Set<String> there = new HashSet<>();
            if (stream.isOnScreen()) {
                stream.devices().forEach(device -> there.add(device.id()));
            }
            List<Device> both = what.devices().stream()
                    .filter(device -> there.contains(device.id()))
                    .toList();
            if (!both.isEmpty()) {
                told.add(StreamedDevices.title(both) + (both.size() == 1 ? " is" : " are") + " on log stream "
                        + stream.id() + ", too");
            }
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", told) + ": lines may come twice");
    }

    /** Begins a stream to the screen, to files, or both. */
    LogStream show(StreamedDevices what, LogStreamOptions options, Cancellation cancellation) {
        LogPlaces places = new LogPlaces(options, output, io, this::stop);
        LogStream stream = new LogStream(++numbers, what, options, places, listening);
        places.of(stream);
        return begin(stream, cancellation);
    }

    /** Begins one whose lines a function of the script gets. */
    LogStream call(StreamedDevices what, LogStreamOptions options, Value function, Cancellation cancellation) {
        LogCallback callback = new LogCallback(function, callbacks);
        LogStream stream = new LogStream(++numbers, what, options, callback, listening);
        callback.of(stream);
        return begin(stream, cancellation);
    }

    /** Begins one that is not listed, for somebody who waits for a line. */
    LogStream follow(StreamedDevices what, LogStreamOptions options, LogTarget target, Cancellation cancellation) {
        return begin(new LogStream(0, what, options, target, listening), cancellation);
    }

    private LogStream begin(LogStream stream, Cancellation cancellation) {
        if (streams.isEmpty()) {
            ended = null;
            told.forget();
        }
        streams.add(stream);
        try (ScriptIo.Activity opening = io.begin("opening the log stream")) {
            opening.progress(0, -1);
            StreamedDevices what = stream.what();
            stream.follows(source().follow(
                            new Followed(what.devices(), what.joining(), stream.since()), stream, cancellation));
            return stream;
        } catch (RuntimeException failure) {
            stop(stream);
            throw failure;
        }
    }

    /** Ends a stream; nobody wants what it still holds. */
    void stop(LogStream stream) {
        if (stream.end(LogStream.State.STOPPED)) {
            stream.target().discard();
            left(stream);
        }
    }

    /** Ends some for somebody who wants no line of theirs to come after that. */
    void stopAndShow(List<LogStream> some) {
        some.forEach(this::stop);
        some.forEach(LogStream::awaitSettled);
        output.flush();
    }

    /** Ends one, or says that there is none of that number. */
    boolean stop(int id) {
        List<LogStream> found =
                all().stream().filter(stream -> stream.id() == id).toList();
        stopAndShow(found);
        return !found.isEmpty();
    }

    void stopAll() {
        stopAndShow(all());
    }

    private void left(LogStream stream) {
        try {
            stream.target().close();
        } finally {
            stream.settle();
            streams.remove(stream);
            wake();
        }
    }

    /** Lets its held lines go, and says how many of them there are no more. */
    void resume(LogStream stream) {
        long dropped = stream.resume();
        if (dropped > 0) {
            output.notice(LogCallbacks.name(stream) + ": " + CountedNoun.of(dropped, "line") + " of the pause "
                    + (dropped == 1 ? "was" : "were") + " dropped; it holds the last "
                    + String.format(Locale.ROOT, "%,d", HeldLines.MOST));
        }
        stream.goOn();
    }

    /** Says how many devices are live, of streams whose value nobody has seen. */
    void announce() {
        for (LogStream stream : all()) {
            LogEvent.Limited limited = stream.unannounced();
            if (limited != null) {
                say(stream, limited);
            }
        }
    }

    private void say(LogStream stream, LogEvent.Limited limited) {
        if (stream.isNews(limited)) {
            output.notice(LogNotices.limited(stream, limited));
        }
    }

    private void wake() {
        synchronized (changed) {
            changed.notifyAll();
        }
    }

    /**
     * Waits until all streams have ended, their lines are printed and their callbacks are done.
     *
     * @throws UserException when one could not go on
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
            while (!streams.isEmpty() || callbacks.hasWork()) {
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

    /** It cannot go on; whoever waits for its end is told by the failure. */
    private void over(LogStream stream, String reason) {
        if (!stream.end(LogStream.State.CLOSED)) {
            return;
        }
        stream.target().ended(reason);
        if (stream.isListed()) {
            String told = LogNotices.ended(stream.title(), reason);
            ended = new UserException("STREAM_CLOSED", told, null);
            if (!awaited) {
                output.notice(told);
            }
        }
        left(stream);
    }

    @Override
    public void close() {
        new ArrayList<>(streams).forEach(this::stop);
        output.close();
        synchronized (this) {
            if (source != null) {
                source.close();
            }
        }
    }

    /** What streams tell, on the network's threads. */
    private final class Listening implements LogStream.Owner {
        @Override
        public void happened(LogStream stream, LogEvent event) {
            if (event instanceof LogEvent.Ended end) {
                over(stream, end.reason());
            } else if (event instanceof LogEvent.Limited limited) {
                if (stream.isListed() && (stream.isAnnounced() || !io.isAtPrompt())) {
                    say(stream, limited);
                }
            } else if (told.isNews(stream, event)) {
                output.notice(LogNotices.of(event));
            }
        }

        @Override
        public void full(LogStream stream) {
            if (stream.end(LogStream.State.STOPPED)) {
                if (io.isAtPrompt()) {
                    output.notice(LogCallbacks.name(stream) + " has ended: it has had the "
                            + CountedNoun.of(stream.limit(), "line") + " that were wanted");
                }
                left(stream);
            }
        }
    }
}
