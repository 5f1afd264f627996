package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.UserException;
import io.impsh.model.LogEntry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LogFeedTest {
    private static final String OPENED = "event: state_change\ndata: {\"state\":\"opened\"}\n\n";
    private static final String CLOSED = "event: state_change\ndata: {\"state\":\"closed\"}\n\n";

    private final MockWebServer server = new MockWebServer();
    private final EventsTold told = new EventsTold();
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

        client.openLogFeed(told);

        told.expect("opened", line("one"), line("two"), "closed: the service closed the stream");
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

        client.openLogFeed(told);

        told.expect(
                "opened",
                line("one"),
                "lost: the service ended the answer in the middle of an event",
                "lost: the service no longer knows the stream (404)",
                "renewed",
                "opened",
                line("two"),
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

        client.openLogFeed(told);

        told.expect(
                "opened",
                "unreadable: {\"ha",
                "lost: the service ended the answer",
                "lost: the service answered with something that is no event stream");
        told.expect("opened", "closed: the service closed the stream");
    }

    @Test
    void textThatIsNoUtf8AndLongLinesComeThrough() throws Exception {
        String half = message("half \u00e9");
        byte[] bytes = half.getBytes(StandardCharsets.ISO_8859_1);
        String large = "x".repeat(1_000_000);
        created("s1");
        events(new Buffer()
                .writeUtf8(OPENED)
                .write(bytes)
                .writeUtf8(message(large))
                .writeUtf8(CLOSED));

        client.openLogFeed(told);

        told.expect("opened", line("half \ufffd"), line(large), "closed: the service closed the stream");
    }

    @Test
    void whatIsNoLineIsUnreadable() throws Exception {
        created("s1");
        String subscription = "event: state_change\ndata: {\"state\":\"subscribed\"}\n\n";
        events(OPENED
                + "event: message\ndata: {\"msg\":\"whose?\"}\n\n"
                + "event: message\ndata: {\"device_id\":\"d\"} {\n\n"
                + "event: message\ndata: {\"device_id\":\"d\",\"ts\":7,\"msg\":{\"a\":[1]},\"more\":[{}]}\n\n"
                + subscription
                + CLOSED);

        client.openLogFeed(told);

        told.expect(
                "opened",
                "unreadable: {\"msg\":\"whose?\"}",
                "unreadable: {\"device_id\":\"d\"} {",
                new LogEntry("d", null, null, "", "{\"a\":[1]}").toString(),
                "unreadable: a device without an id",
                "closed: the service closed the stream");
    }

    @Test
    void aServiceThatIsBusyKeepsTheStream() throws Exception {
        created("s1");
        events(OPENED);
        answer(429);
        answer(503);
        events(OPENED + CLOSED);

        client.openLogFeed(told);

        told.expect(
                "opened",
                "lost: the service ended the answer",
                "lost: the service answered 429",
                "lost: the service answered 503",
                "opened",
                "closed: the service closed the stream");
        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void anotherStreamIsAskedForUntilThereIsOne() throws Exception {
        created("s1");
        events(OPENED);
        answer(404);
        for (int tries = 0; tries < 5; tries++) {
            answer(503);
        }
        created("s2");
        events(OPENED + CLOSED);

        client.openLogFeed(told);

        told.expect(
                "opened", "lost: the service ended the answer", "lost: the service no longer knows the stream (404)");
        told.expect(
                "lost: cannot open a log stream: the service answered 503 and did not say why; gave up after 5 tries");
        told.expect("renewed", "opened", "closed: the service closed the stream");
    }

    @Test
    void aStreamThatMayNotBeMadeAnewEnds() throws Exception {
        created("s1");
        events(OPENED);
        answer(404);
        answer(403);

        client.openLogFeed(told);

        told.expect(
                "opened",
                "lost: the service ended the answer",
                "lost: the service no longer knows the stream (404)",
                "ended: cannot open a log stream: the service answered 403 and did not say why");
    }

    @Test
    void aServiceThatIsBusyFromTheBeginningIsWaitedFor() throws Exception {
        created("s1");
        for (int tries = 0; tries < 6; tries++) {
            answer(429);
        }
        events(OPENED + CLOSED);

        client.openLogFeed(told);

        told.expect("opened", "closed: the service closed the stream");
    }

    @Test
    void theFirstOpeningIsTriedSomeTimes() throws Exception {
        created("s1");
        for (int tries = 0; tries < 4; tries++) {
            answer(503);
        }

        assertThatThrownBy(() -> client.openLogFeed(told))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("cannot open a log stream: the service answered 503")
                .satisfies(failure ->
                        assertThat(((UserException) failure).isPassing()).isTrue());
        created("s2");
        answer(503);
        events(OPENED + CLOSED);
        client.openLogFeed(told);
        told.expect("opened", "closed: the service closed the stream");
    }

    private void answer(int status) {
        server.enqueue(new MockResponse.Builder().code(status).body("{}").build());
    }

    private void created(String id) {
        server.enqueue(new MockResponse.Builder()
                .body("{\"data\":{\"type\":\"logstream\",\"id\":\"" + id + "\",\"attributes\":{}}}")
                .build());
    }

    private void events(String body) {
        events(new Buffer().writeUtf8(body));
    }

    private void events(Buffer body) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "text/event-stream")
                .body(body)
                .build());
    }

    private static String message(String text) {
        return "event: message\ndata: {\"device_id\":\"d\",\"ts\":\"2024-03-05T09:30:01.250Z\",\"type\":\"server.log\",\"msg\":\""
                + text + "\"}\n\n";
    }

    private static String line(String text) {
        Instant time = Instant.parse("2024-03-05T09:30:01.250Z");
        return new LogEntry("d", time, null, "server.log", text).toString();
    }
}
