package io.impsh.sandbox;

import io.impsh.sandbox.EventQueue.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One reader's connection to a log stream: sends what is in its queue until that ends or the reader has gone. */
final class StreamConnection implements StreamedBody {
    /** Events that are spelled before they are sent. */
    private static final int BATCH = 500;

    private final Store store;
    private final LogStreams streams;
    private final LogStream stream;
    private final StreamFormat format;
    private final EventQueue queue = new EventQueue();

    StreamConnection(Store store, LogStreams streams, LogStream stream, StreamFormat format) {
        this.store = store;
        this.streams = streams;
        this.stream = stream;
        this.format = format;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        queue.enter();
        try {
            attach();
            send(out);
        } catch (InterruptedException e) {
            // The sandbox is being closed, or the reader did not read; in both cases the connection just ends.
            throw new IOException("the log stream was given up", e);
        } finally {
            synchronized (store) {
                stream.detach(queue, store.now());
            }
            queue.leave();
        }
    }

    /** Only now, as an answer may get lost before it begins. */
    private void attach() {
        synchronized (store) {
            if (streams.find(stream.id()).isPresent()) {
                stream.attach(queue);
            } else {
                queue.end();
            }
        }
    }

    private void send(OutputStream out) throws IOException, InterruptedException {
        EventText text = new EventText(format);
        List<StreamEvent> events = new ArrayList<>();
        Outcome outcome = queue.take(events, BATCH, streams.keepAlive());
        while (outcome != Outcome.END) {
            if (outcome == Outcome.NOTHING) {
                keepAlive(out);
            }
            events.forEach(text::add);
            out.write(text.take());
            out.flush();
            events.clear();
            outcome = queue.take(events, BATCH, streams.keepAlive());
        }
        if (queue.overflown()) {
            throw new IOException("the log stream was not read");
        }
    }

    /** In two pieces: the first one sent to a reader that has gone only brings the news, the second fails. */
    private static void keepAlive(OutputStream out) throws IOException {
        out.write(": keep-alive\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        out.write('\n');
        out.flush();
    }
}
