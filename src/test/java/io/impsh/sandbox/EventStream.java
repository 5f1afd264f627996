package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
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

    private final HttpURLConnection connection;
    private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();

    private EventStream(HttpURLConnection connection) {
        this.connection = connection;
        Thread reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param path after the version, with the query */
    static EventStream open(Scene scene, String path) {
        try {
            URI address = URI.create(scene.sandbox.baseUrl() + path);
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setRequestProperty("Accept", "text/event-stream");
            assertThat(connection.getResponseCode()).isEqualTo(200);
            assertThat(connection.getContentType()).isEqualTo("text/event-stream");
            return new EventStream(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
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
        connection.disconnect();
    }
}
