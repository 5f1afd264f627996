package io.impsh.sandbox;

import io.impsh.sandbox.EventQueue.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One reader's connection to a log stream: sends what happens until the stream ends or the reader has gone. */
final class StreamConnection implements StreamedBody {
    /** Events that are spelled before they are sent. */
    private static final int BATCH = 500;

    private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(StandardCharsets.UTF_8);

    private final Store store;
    private final LogStreams streams;
    private final LogStream stream;
    private final StreamFormat format;

    StreamConnection(Store store, LogStreams streams, LogStream stream, StreamFormat format) {
        this.store = store;
        this.streams = streams;
        this.stream = stream;
        this.format = format;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        EventQueue queue = new EventQueue(out);
        try {
            attach(queue);
            send(queue, out);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (store) {
                stream.detach(queue, store.now());
            }
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
        EventText text = new EventText(format);
        List<StreamEvent> events = new ArrayList<>();
        Outcome outcome = queue.take(events, BATCH, streams.keepAlive());
        while (outcome != Outcome.END) {
            events.forEach(text::add);
            out.write(outcome == Outcome.NOTHING ? KEEP_ALIVE : text.take());
            out.flush();
            events.clear();
            outcome = queue.take(events, BATCH, streams.keepAlive());
        }
        if (queue.overflown()) {
            throw new IOException("the log stream was not read");
        }
    }
}
