package io.impsh.script;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A cloud whose answers are those of another one, and whose clock is wrong by some time. */
final class SkewedService implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "date",
            "accept-encoding",
            "upgrade",
            "http2-settings");

    private final HttpClient client = HttpClient.newHttpClient();
    private final MockWebServer server = new MockWebServer();
    private final Duration ahead;

    SkewedService(Duration ahead) {
        this.ahead = ahead;
    }

    /** Where it is, with those answers. */
    URI before(URI other) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(other, request);
            }
        });
        try {
            server.start();
        } catch (IOException busy) {
            throw new AssertionError(busy);
        }
        return URI.create(server.url("/").toString().replaceFirst("/$", "") + other.getPath());
    }

    private MockResponse answer(URI other, RecordedRequest request) {
        byte[] body =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        HttpRequest.Builder asked = HttpRequest.newBuilder(other.resolve(request.getTarget()))
                .method(request.getMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        request.getHeaders().forEach(header -> {
            if (!OF_THE_CONNECTION.contains(header.getFirst().toLowerCase())) {
                asked.header(header.getFirst(), header.getSecond());
            }
        });
        try {
            HttpResponse<byte[]> told = client.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
            MockResponse.Builder answer = new MockResponse.Builder().code(told.statusCode());
            told.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase())) {
                    values.forEach(value -> answer.addHeader(name, value));
                }
            });
            answer.addHeader(
                    "date",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            ZonedDateTime.now(ZoneOffset.UTC).plus(ahead)));
            return answer.body(new Buffer().write(told.body())).build();
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
