package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What somebody at a shell sees of a service that is none, or not the right one, or no longer willing. */
@Execution(ExecutionMode.CONCURRENT)
class BadServiceTest {
    @TempDir
    Path home;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The three at once: each is tried for some seconds. */
    @Test
    void whatIsNoAnswerIsSaid() {
        List<String> bodies = List.of("<html>Welcome</html>", "", "{\"access_token\": \"x");
        answer(request -> new MockResponse.Builder()
                .body(bodies.get(request.getUrl().encodedPath().charAt(1) - '0'))
                .build());

        List<CommandLineRun> runs = CommandLineRun.atOnce(bodies.size(), base -> run("/" + base));

        assertThat(runs).extracting(CommandLineRun::exitCode).containsOnly(5);
        assertThat(runs).extracting(CommandLineRun::out).containsOnly("");
        assertThat(runs.stream().map(BadServiceTest::untimed).toList())
                .isEqualTo(List.of(
                        said("200 with a body that is not JSON, or only a part of it"),
                        said("200 with an empty body"),
                        said("200 with a body that is not JSON, or only a part of it")));
    }

    private static String said(String answer) {
        return "impsh: cannot log in as rosa: the service answered " + answer + "; gave up after 5 tries in N s\n"
                + "  check the network, the endpoint and any proxy between\n";
    }

    private static String untimed(CommandLineRun run) {
        return run.err().replaceAll("in \\d+ s", "in N s");
    }

    @Test
    void anotherWebsiteIsNoReasonToDoubtThePassword() {
        answer(request -> new MockResponse.Builder()
                .code(404)
                .body("<html>Not here</html>")
                .build());

        assertThat(run("/v5")).isEqualTo(new CommandLineRun(5, "", """
                impsh: cannot log in as rosa: the service answered 404 and did not say why
                  is the endpoint an impCentral API?
                """));
    }

    @Test
    void aLoginThatIsRevokedInTheMiddleOfAListEndsItWithWhatToDo() throws IOException {
        answer(BadServiceTest::revokedAfterTheFirstPage);
        Path credentials = home.resolve("config/credentials.json");
        Files.createDirectories(credentials.getParent());
        CommandLineRun.logIn(home, server.url("/v5"), "rosa", "secret");
        String before = Files.readString(credentials);

        CommandLineRun run = CommandLineRun.of(home, "", "-e", "devices.toArray()");

        assertThat(run).isEqualTo(new CommandLineRun(4, "", """
                impsh: the stored login is no longer valid
                  log in again with impsh login, or set IMPSH_USER and IMPSH_PASSWORD
                """));
        assertThat(credentials).hasContent(before);
    }

    private static MockResponse revokedAfterTheFirstPage(RecordedRequest request) {
        String target = request.getTarget();
        if (target.endsWith("/auth")) {
            return json(200, "{\"access_token\":\"a\",\"expires_in\":3600,\"refresh_token\":\"r\"}");
        }
        if (target.endsWith("/accounts/me")) {
            return json(200, "{\"data\":{\"type\":\"account\",\"id\":\"i\",\"attributes\":{\"username\":\"rosa\"}}}");
        }
        if (target.contains("page%5Bnumber%5D=1")) {
            String next = "http://x/v5/devices?page%5Bnumber%5D=2&page%5Bsize%5D=100";
            return json(200, "{\"data\":[{\"type\":\"device\",\"id\":\"d\"}],\"links\":{\"next\":\"" + next + "\"}}");
        }
        int status = target.endsWith("/auth/token") ? 404 : 401;
        return json(
                status,
                "{\"errors\":[{\"status\":\"%d\",\"code\":\"XX000\",\"title\":\"No\",\"detail\":\"Gone.\"}]}"
                        .formatted(status));
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    private CommandLineRun run(String base) {
        Map<String, String> environment =
                Map.of("IMPSH_HOME", home.toString(), "IMPSH_USER", "rosa", "IMPSH_PASSWORD", "secret");
        return CommandLineRun.of(environment, "", "--endpoint", server.url(base).toString(), "-e", "devices.count()");
    }

    private interface Answering {
        MockResponse to(RecordedRequest request);
    }

    private void answer(Answering answering) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answering.to(request);
            }
        });
    }
}
