package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A reader of a log stream, without a token. Hands out what came piece by piece: an event as its lines joined by
 * {@code |}, a comment as it is, and {@link #END} when the connection is over.
 */
final class EventStream implements AutoCloseable {
    static final String END = "(end)";

    private final Socket socket;
    private final BufferedReader in;
    private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();

    private EventStream(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param path after the version, with the query */
    static EventStream open(Scene scene, String path) {
        try {
            EventStream stream = new EventStream(
                    new Socket("127.0.0.1", scene.sandbox.baseUrl().getPort()));
            stream.ask(path);
            Thread reader = new Thread(stream::read, "event-stream");
            reader.setDaemon(true);
            reader.start();
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As an old client, which gets the bare events until the connection ends. */
    private void ask(String path) throws IOException {
        String request = "GET /v5" + path + " HTTP/1.0\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        List<String> head = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.add(line);
        }
        assertThat(head).startsWith("HTTP/1.1 200 OK").contains("content-type: text/event-stream");
    }

    private void read() {
        try {
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    pieces.add(String.join("|", lines));
                    lines.clear();
                } else {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            // The connection broke; that it is over is all that matters.
        }
        pieces.add(END);
    }

    /** The next piece. */
    String next() throws InterruptedException {
        String piece = pieces.poll(10, TimeUnit.SECONDS);
        if (piece == null) {
            throw new AssertionError("nothing came for 10 s");
        }
        return piece;
    }

    List<String> next(int count) throws InterruptedException {
        List<String> next = new ArrayList<>();
        while (next.size() < count) {
            next.add(next());
        }
        return next;
    }

    EventStream expect(String... expected) throws InterruptedException {
        assertThat(next(expected.length)).containsExactly(expected);
        return this;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
