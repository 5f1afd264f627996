package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.LogEntry;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LogFeedTest {
    private static final String OPENED = "event: state_change\ndata: {\"state\":\"opened\"}\n\n";
    private static final String CLOSED = "event: state_change\ndata: {\"state\":\"closed\"}\n\n";

    private final MockWebServer server = new MockWebServer();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private ImpClient client;

    @BeforeEach
    void start() throws Exception {
        server.start();
        client = ImpClient.connect(
                ClientOptions.of(
                        URI.create(server.url("/v5").toString()),
                        CredentialSource.of(new Credentials.Token(new AccessToken("T", null, null)))),
                new ManualClock(),
                null);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void eventsComeInOrderUntilTheServiceCloses() throws Exception {
        created("s1");
        events(OPENED + message("one") + message("two") + CLOSED);

        client.openLogFeed(new Telling());

        expect("opened", "one", "two", "closed: the service closed the stream");
        server.takeRequest();
        var opening = server.takeRequest();
        assertThat(opening.getRequestLine()).isEqualTo("GET /v5/logstream/s1?format=json HTTP/1.1");
        assertThat(opening.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void aLinkThatBreaksIsMadeAgainAndToANewStreamWhenTheOldOneIsForgotten() throws Exception {
        created("s1");
        events(OPENED + message("one") + "event: message\ndata: {\"ha");
        server.enqueue(new MockResponse.Builder().code(404).body("{}").build());
        created("s2");
        events(OPENED + message("two") + CLOSED);

        client.openLogFeed(new Telling());

        expect(
                "opened",
                "one",
                "lost: the service ended the answer in the middle of an event",
                "lost: the service no longer knows the stream (404)",
                "opened",
                "two",
                "closed: the service closed the stream");
    }

    @Test
    void whatIsNoEventStreamAndHalfAJsonAreSaid() throws Exception {
        created("s1");
        events(OPENED + "event: message\ndata: {\"ha\n\n");
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "text/html")
                .body("<html>")
                .build());
        events(OPENED + CLOSED);

        client.openLogFeed(new Telling());

        expect(
                "opened",
                "unreadable: {\"ha",
                "lost: the service ended the answer",
                "lost: the service answered with something that is no event stream");
        expect("opened", "closed: the service closed the stream");
    }

    private void created(String id) {
        server.enqueue(new MockResponse.Builder()
                .body("{\"data\":{\"type\":\"logstream\",\"id\":\"" + id + "\",\"attributes\":{}}}")
                .build());
    }

    private void events(String body) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "text/event-stream")
                .body(body)
                .build());
    }

    private static String message(String text) {
        return "event: message\ndata: {\"device_id\":\"d\",\"ts\":\"2024-03-05T09:30:01.250Z\",\"type\":\"server.log\",\"msg\":\""
                + text + "\"}\n\n";
    }

    private void expect(String... lines) throws InterruptedException {
        for (String line : lines) {
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(line);
        }
    }

    private final class Telling implements LogListener {
        @Override
        public void opened() {
            told.add("opened");
        }

        @Override
        public void message(LogEntry entry) {
            told.add(entry.message());
        }

        @Override
        public void unreadable(String data) {
            told.add("unreadable: " + data);
        }

        @Override
        public void lost(String reason, Duration wait) {
            told.add("lost: " + reason);
        }

        @Override
        public void closed(String reason) {
            told.add("closed: " + reason);
        }
    }
}
