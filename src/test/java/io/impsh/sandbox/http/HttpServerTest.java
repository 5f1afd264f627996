package io.impsh.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers as bytes, with a handler that tells what it has understood. */
class HttpServerTest {
    private final CompletableFuture<String> endOfStream = new CompletableFuture<>();
    private HttpServer server;
    private RawConnection connection;

    @BeforeEach
    void start() throws IOException {
        serve(Duration.ofSeconds(10));
    }

    private void serve(Duration patience) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
        server = new HttpServer(anyPort, new Telling(), patience);
        server.start();
        connection = new RawConnection(server.port());
    }

    private void serveImpatiently() throws IOException {
        stop();
        serve(Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() throws IOException {
        connection.close();
        server.close();
    }

    /** Answers with method, target and length of the body; to some targets otherwise. */
    private final class Telling implements HttpHandler {
        @Override
        public void handle(HttpRequest request, HttpAnswer answer) throws IOException {
            switch (request.target()) {
                case "/stream" -> answer.stream(200, Map.of("Content-Type", "text/event-stream"), this::threeEvents);
                case "/endless" -> answer.stream(200, Map.of(), this::endlessly);
                case "/broken" ->
                    answer.stream(200, Map.of(), to -> {
                        to.write('a');
                        to.flush();
                        throw new IOException("broken");
                    });
                case "/none" -> answer.send(204, Map.of(), null);
                case "/half" -> answer.truncate(200, Map.of(), bytes("12345678"));
                case "/reset" -> answer.reset();
                default ->
                    answer.send(
                            200,
                            Map.of(),
                            bytes(request.method() + " " + request.target() + " " + request.body().length));
            }
        }

        @Override
        public void refuse(HttpProblem problem, HttpAnswer answer) throws IOException {
            answer.send(problem.status(), Map.of(), bytes(problem.getMessage()));
        }

        private void threeEvents(OutputStream to) throws IOException {
            for (String event : new String[] {"one", "two", "three"}) {
                to.write(bytes(event));
                to.flush();
            }
        }

        private void endlessly(OutputStream to) throws IOException {
            try {
                while (true) {
                    to.write('x');
                    to.flush();
                    Thread.sleep(1);
                }
            } catch (IOException e) {
                endOfStream.complete(e.getMessage());
                throw e;
            } catch (InterruptedException e) {
                endOfStream.complete("interrupted");
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "*",
                "",
                " ",
                "//name",
                "host:443",
                "/%",
                "/a b",
                "/a  b ",
                "/[|^{}\"\\<>`",
                "/\u00e4\u00ff",
                "/\t\0",
                "HTTP/1.1",
                "/?a=b c"
            })
    void targetIsWhateverWasSent(String target) throws IOException {
        assertThat(connection.send("GET " + target + " HTTP/1.1\r\n\r\n").head())
                .startsWith("HTTP/1.1 200 OK\r\n");
        byte[] told = ("GET " + target + " 0").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(connection.next(told.length)).isEqualTo(new String(told, StandardCharsets.UTF_8));
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        connection.send(
                "GET /1 HTTP/1.1\r\n\r\n\r\nPOST /2 HTTP/1.1\r\nContent-Length: 4\r\n\r\nnullGET /3 HTTP/1.1\n\n");
        assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK\nGET /1 0");
        assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK\nPOST /2 4");
        assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK\nGET /3 0");
    }

    @Test
    void keepsTheConnectionAsAsked() throws IOException {
        assertThat(connection
                        .send("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n")
                        .head())
                .matches("HTTP/1.1 200 OK\r\ndate: [^\r]+ GMT\r\ncontent-length: 7\r\nconnection: keep-alive\r\n\r\n");
        assertThat(connection.next(7)).isEqualTo("GET / 0");
        assertThat(connection
                        .send("GET / HTTP/1.1\r\nConnection: x, close\r\n\r\n")
                        .head())
                .matches("HTTP/1.1 200 OK\r\ndate: [^\r]+ GMT\r\ncontent-length: 7\r\nconnection: close\r\n\r\n");
        assertThat(connection.rest()).isEqualTo("GET / 0");
        try (RawConnection old = new RawConnection(server.port())) {
            assertThat(old.send("GET / HTTP/1.0\r\n\r\n").rest()).endsWith("\r\nconnection: close\r\n\r\nGET / 0");
        }
    }

    @Test
    void answersWithoutBody() throws IOException {
        connection.send("HEAD / HTTP/1.1\r\n\r\nGET /none HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n");
        assertThat(connection.head()).contains("\r\ncontent-length: 8\r\n");
        assertThat(connection.head()).startsWith("HTTP/1.1 204 No Content\r\n").doesNotContain("content-length");
        assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK\nGET / 0");
    }

    @Test
    void bodiesInChunks() throws IOException {
        connection.send("POST /a HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n"
                + "4;x=y\r\nnull\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\nGET /b HTTP/1.1\r\n\r\n");
        assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK\nPOST /a 14");
        assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK\nGET /b 0");
    }

    @Test
    void largeBodies() throws IOException {
        int length = 40_000_000;
        String body = "x".repeat(length);
        connection
                .send("POST /a HTTP/1.1\r\nContent-Length: " + length + "\r\n\r\n")
                .send(body);
        assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK\nPOST /a " + length);
        connection
                .send("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length) + "\r\n")
                .send(body)
                .send("\r\n0\r\n\r\n");
        assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK\nPOST /a " + length);
    }

    @Test
    void saysGoOnBeforeTheBody() throws IOException {
        connection.send("POST /a HTTP/1.1\r\nContent-Length: 4\r\nExpect: 100-Continue\r\n\r\n");
        assertThat(connection.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        assertThat(connection.send("null").answer()).isEqualTo("HTTP/1.1 200 OK\nPOST /a 4");
        connection.send("POST /a HTTP/1.1\r\nContent-Length: 99999999999\r\nExpect: 100-continue\r\n\r\n");
        assertThat(connection.answer())
                .isEqualTo("HTTP/1.1 413 Content Too Large\nThe body is longer than 67108864 bytes.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /            | 400 Bad Request                     | The request line must be a method, a target and HTTP/1.1.",
                "GET HTTP/1.1     | 400 Bad Request                     | The request line must be a method, a target and HTTP/1.1.",
                "nonsense         | 400 Bad Request                     | The request line must be a method, a target and HTTP/1.1.",
                "' GET / HTTP/1.1'| 400 Bad Request                     | A request must begin with its method.",
                "GET / HTTP/2.0   | 505 HTTP Version Not Supported      | The version must be HTTP/1.1 or HTTP/1.0, not HTTP/2.0.",
                "GET / HTTP/1.1~no colon             | 400 Bad Request  | A header must be a name, a colon and a value.",
                "GET / HTTP/1.1~ x: continued        | 400 Bad Request  | A header must be a name, a colon and a value.",
                "GET / HTTP/1.1~Content-Length: -1   | 400 Bad Request  | Content-Length must be one whole number.",
                "GET / HTTP/1.1~Content-Length: 1~Content-Length: 2 | 400 Bad Request | Content-Length must be one whole number.",
                "GET / HTTP/1.1~Transfer-Encoding: gzip | 501 Not Implemented | The transfer coding 'gzip' is not known; chunked is.",
                "GET / HTTP/1.1~Transfer-Encoding: chunked~~x | 400 Bad Request | The length of a chunk must be a hexadecimal number.",
                "GET / HTTP/1.1~Transfer-Encoding: chunked~~1~ab | 400 Bad Request | A chunk of the body is longer than announced."
            })
    void refusesWhatIsNoRequest(String lines, String status, String message) throws IOException {
        String request = lines.replace("~", "\r\n") + "\r\n\r\n";
        assertThat(connection.send(request).answer()).isEqualTo("HTTP/1.1 " + status + "\n" + message);
        assertThat(connection.rest()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongAndLetsItBeRead() throws IOException {
        connection.send("GET /" + "x".repeat(1_000_000) + " HTTP/1.1\r\n\r\n");
        assertThat(connection.answer())
                .isEqualTo("HTTP/1.1 414 URI Too Long\nThe request line is longer than 65536 bytes.");
        try (RawConnection second = new RawConnection(server.port())) {
            second.send("GET / HTTP/1.1\r\nA: " + "x".repeat(1_000_000) + "\r\n\r\n");
            assertThat(second.answer())
                    .isEqualTo("HTTP/1.1 431 Request Header Fields Too Large\nA header is longer than 65536 bytes.");
        }
        try (RawConnection third = new RawConnection(server.port())) {
            third.send("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(300) + "\r\n");
            assertThat(third.answer())
                    .isEqualTo("HTTP/1.1 431 Request Header Fields Too Large\nThere are more than 200 headers.");
        }
        try (RawConnection fourth = new RawConnection(server.port())) {
            fourth.send("GET /" + "x".repeat(60_000) + " HTTP/1.1\r\nA: " + "x".repeat(60_000) + "\r\n\r\n");
            assertThat(fourth.answer()).startsWith("HTTP/1.1 200 OK\n");
        }
    }

    @Test
    void halfARequestIsRefusedInTheEnd() throws IOException {
        serveImpatiently();
        assertThat(connection.send("GET / HTT").answer())
                .isEqualTo("HTTP/1.1 408 Request Timeout\nThe rest of the request did not come.");
        try (RawConnection leaving = new RawConnection(server.port())) {
            assertThat(leaving.send("GET / HTT").sendNoMore().answer())
                    .isEqualTo("HTTP/1.1 400 Bad Request\nThe request ends in the middle.");
        }
        try (RawConnection shorter = new RawConnection(server.port())) {
            shorter.send("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nnull").sendNoMore();
            assertThat(shorter.answer())
                    .isEqualTo("HTTP/1.1 400 Bad Request\nThe body is shorter than announced: 4 of 5 bytes.");
        }
        try (RawConnection silent = new RawConnection(server.port())) {
            assertThat(silent.sendNoMore().rest()).isEmpty();
        }
    }

    @Test
    void aSlowCallerIsWaitedFor() throws Exception {
        serveImpatiently();
        for (char next : "POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nnull".toCharArray()) {
            connection.send(Character.toString(next));
            TimeUnit.MILLISECONDS.sleep(25); // all of it takes longer than the server's patience with one byte
        }
        assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK\nPOST / 4");
    }

    @Test
    void streamsInChunks() throws IOException {
        connection.send("GET /stream HTTP/1.1\r\n\r\nHEAD /stream HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n");
        assertThat(connection.head())
                .endsWith("\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n");
        String chunks = "3\r\none\r\n3\r\ntwo\r\n5\r\nthree\r\n0\r\n\r\n";
        assertThat(connection.next(chunks.length())).isEqualTo(chunks);
        assertThat(connection.head()).contains("\r\ntransfer-encoding: chunked\r\n");
        assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK\nGET / 0");
    }

    /** While it streams the server looks whether the caller has gone; what it read before is no request once more. */
    @Test
    void theNextRequestAfterAStreamIsTheNextAnswer() throws IOException {
        connection.send("GET /stream HTTP/1.1\r\n\r\n").head();
        assertThat(connection.next("3\r\none\r\n3\r\ntwo\r\n5\r\nthree\r\n0\r\n\r\n".length()))
                .endsWith("three\r\n0\r\n\r\n");
        assertThat(connection.send("GET /next HTTP/1.1\r\n\r\n").answer()).isEqualTo("HTTP/1.1 200 OK\nGET /next 0");
    }

    @Test
    void aRequestIsNotTakenForTheNextOneAfterItsStream() throws IOException {
        connection.send("GET /stream HTTP/1.1\r\n\r\n").head();
        String chunks = "3\r\none\r\n3\r\ntwo\r\n5\r\nthree\r\n0\r\n\r\n";
        assertThat(connection.next(chunks.length())).isEqualTo(chunks);
        assertThat(connection.send("GET /next HTTP/1.1\r\n\r\n").answer()).isEqualTo("HTTP/1.1 200 OK\nGET /next 0");
    }

    @Test
    void streamsToAnOldCallerUntilTheEnd() throws IOException {
        assertThat(connection
                        .send("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                        .rest())
                .endsWith("\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\nonetwothree");
    }

    @Test
    void aStreamThatBreaksHasNoEnd() throws IOException {
        assertThat(connection.send("GET /broken HTTP/1.1\r\n\r\n").rest()).endsWith("\r\n\r\n1\r\na\r\n");
    }

    @Test
    void aStreamEndsWhenItsCallerGoes() throws Exception {
        connection.send("GET /endless HTTP/1.1\r\n\r\n").head();
        connection.close();
        assertThat(endOfStream.get(10, TimeUnit.SECONDS)).isNotEqualTo("interrupted");
    }

    @Test
    void aStreamEndsWithTheServer() throws Exception {
        connection.send("GET /endless HTTP/1.1\r\n\r\n").head();
        server.close();
        assertThat(endOfStream.get(10, TimeUnit.SECONDS)).isNotEmpty();
    }

    @Test
    void losesAnswersOnPurpose() throws IOException {
        assertThat(connection.send("GET /half HTTP/1.1\r\n\r\n").rest()).endsWith("\r\ncontent-length: 8\r\n\r\n1234");
        try (RawConnection reset = new RawConnection(server.port())) {
            reset.send("GET /reset HTTP/1.1\r\n\r\n");
            assertThatThrownBy(reset::rest).hasMessageContaining("reset");
        }
    }
}
