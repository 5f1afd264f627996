package io.impsh.sandbox;

import io.impsh.sandbox.EventQueue.Outcome;
import io.impsh.sandbox.StreamEvent.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One reader's connection to a log stream: sends what happens until the stream ends, the reader has gone, or a fault
 * strikes.
 */
final class StreamConnection implements StreamedBody {
    /** Events that are spelled before they are sent. */
    private static final int BATCH = 500;

    private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(StandardCharsets.UTF_8);
    /** How often a connection that is silent on purpose looks whether its reader has gone. */
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Store store;
    private final LogStreams streams;
    private final LogStream stream;
    private final StreamFormat format;
    private final EventText text;
    private final EventText single;
    private StreamFaults faults;
    private StreamFate fate;
    private long spokenAt;

    StreamConnection(Store store, LogStreams streams, LogStream stream, StreamFormat format) {
        this.store = store;
        this.streams = streams;
        this.stream = stream;
        this.format = format;
        this.text = new EventText(format);
        this.single = new EventText(format);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        EventQueue queue = new EventQueue(out);
        faults = streams.faults();
        fate = faults.take();
        try {
            attach(queue);
            send(queue, out);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (store) {
                stream.detach(queue, store.now());
                if (fate.forgets()) {
                    streams.forget(stream);
                }
            }
            faults.leave(fate);
            queue.abandon();
        }
    }

    /** Only now, as an answer may get lost before it begins. */
    private void attach(EventQueue queue) {
        synchronized (store) {
            if (streams.find(stream.id()).isPresent()) {
                stream.attach(queue);
            } else {
                queue.end();
            }
        }
    }

    private void send(EventQueue queue, OutputStream out) throws IOException, InterruptedException {
        List<StreamEvent> events = new ArrayList<>();
        spokenAt = System.nanoTime();
        while (queue.take(events, BATCH, patience()) != Outcome.END) {
            heedNewFaults();
            Optional<StreamTrouble> trouble = fate.due(System.nanoTime());
            if (trouble.isPresent()) {
                suffer(trouble.get(), events, queue, out);
            }
            write(events, out);
            events.clear();
        }
        if (queue.overflown()) {
            throw new IOException("the log stream was not read");
        }
    }

    private Duration patience() {
        long now = System.nanoTime();
        long untilKeepAlive = streams.keepAlive().toNanos() - (now - spokenAt);
        return Duration.ofNanos(Math.max(0, Math.min(untilKeepAlive, fate.untilNext(now))));
    }

    private void heedNewFaults() {
        StreamFaults present = streams.faults();
        if (present != faults) {
            faults.leave(fate);
            faults = present;
            fate = present.take();
        }
    }

    private void suffer(StreamTrouble trouble, List<StreamEvent> events, EventQueue queue, OutputStream out)
            throws IOException, InterruptedException {
        streams.failed(trouble.word());
        switch (trouble) {
            case CUT -> cut(events, queue, out);
            case STALL -> stall(queue, out);
            case CLOSE -> {
                synchronized (store) {
                    streams.close(stream);
                }
            }
        }
    }

    /** In the middle of an event, if one comes in time. */
    private void cut(List<StreamEvent> events, EventQueue queue, OutputStream out)
            throws IOException, InterruptedException {
        if (fate.cutsInside()) {
            if (events.isEmpty()) {
                queue.take(events, 1, Duration.ofNanos(fate.untilNext(System.nanoTime()) / 2));
            }
            if (!events.isEmpty()) {
                StreamEvent last = events.remove(events.size() - 1);
                write(events, out);
                byte[] whole = spelled(last);
                out.write(whole, 0, fate.cutAt(whole.length));
                out.flush();
            }
        }
        throw new IOException("the connection was cut as a fault");
    }

    /** What has come by now is late, or lost if the stall does not end. */
    private void stall(EventQueue queue, OutputStream out) throws IOException, InterruptedException {
        Optional<Duration> time = fate.stalled();
        if (time.isEmpty()) {
            queue.mute();
        }
        long begin = System.nanoTime();
        while (time.isEmpty() || System.nanoTime() - begin < time.get().toNanos()) {
            if (queue.awaitEnd(GLANCE)) {
                throw new IOException("the connection ended in silence as a fault");
            }
            // Sends nothing, and fails when the reader has gone.
            out.flush();
        }
    }

    private void write(List<StreamEvent> events, OutputStream out) throws IOException {
        boolean silence = System.nanoTime() - spokenAt >= streams.keepAlive().toNanos();
        if (events.isEmpty() && !silence) {
            return;
        }
        for (StreamEvent event : events) {
            if (event instanceof Message && fate.spoils()) {
                streams.failed(StreamTrouble.GARBAGE);
                out.write(text.take());
                out.write(fate.spoilt(spelled(event), format));
            } else {
                text.add(event);
            }
        }
        out.write(events.isEmpty() ? KEEP_ALIVE : text.take());
        out.flush();
        spokenAt = System.nanoTime();
    }

    private byte[] spelled(StreamEvent event) {
        single.add(event);
        return single.take();
    }
}
