package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.impsh.UserException;
import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.ImpClient;
import io.impsh.bulk.Author;
import io.impsh.bulk.Journals;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a service may answer to a build, and the sandbox does not. */
class OtherServiceBuildsTest {
    private static final String GROUP = """
            {"data":[{"type":"development_devicegroup","id":"7bd4e913-02fa-48c6-8d15-c9e6a0b3f271",
              "attributes":{"name":"Line 1"},"relationships":{}}],"links":{}}""";
    private static final String WARNED = """
            {"data":{"type":"deployment","id":"015f0a1c-8d2e-4b73-96c5-7e41d9f3b0a8","attributes":{"tags":[]},
              "relationships":{},"meta":[
                {"code":"WA001","status":"200","title":"Compilation Warning","detail":"Look.","meta":[
                  {"type":"WARNING","file":"device_code","row":1,"column":4,"text":"unused"},
                  {"type":"WARNING","file":"agent_code","row":2,"column":1,"text":"old"}]},
                {"code":"WA002","status":"200","title":"Quota","detail":"Nearly full."}]}}""";

    private static final String LISTED = """
            {"data":[{"type":"deployment","id":"d","attributes":{"sha":"5f0e12ab","tags":["t"]},"relationships":{}}],
              "links":{}}""";
    private static final String WHOLE = """
            {"data":{"type":"deployment","id":"d","attributes":{"sha":"5f0e12ab","tags":["t"],"device_code":"D",
              "agent_code":"A"},"relationships":{}}}""";

    private final MockWebServer server = new MockWebServer();
    private final RecordingIo io = new RecordingIo();
    private volatile MockResponse answer;
    private ScriptSession session;

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return switch (request.getMethod() + " " + request.getUrl().encodedPath()) {
                    case "POST /v5/auth" -> json(200, "{\"access_token\":\"T\"}");
                    case "GET /v5/devicegroups" -> json(200, GROUP);
                    case "POST /v5/deployments" -> answer;
                    case "GET /v5/deployments" -> json(200, LISTED);
                    case "GET /v5/deployments/d" -> json(200, WHOLE);
                    default -> json(404, "{}");
                };
            }
        });
        server.start();
        URI endpoint = URI.create(server.url("/v5").toString());
        CredentialSource credentials = CredentialSource.of(new Credentials.Password("u", "p"));
        session = ScriptSession.start(new SessionOptions(
                new SessionProfile("test", endpoint, null, new WriteLock(WriteLock.Kind.NONE)),
                () -> ImpClient.connect(ClientOptions.of(endpoint, credentials)),
                io,
                null,
                null,
                false,
                new Journals(Optional::empty, new Author("operator", "test", "impsh 0"))));
    }

    @AfterEach
    void stop() {
        session.close();
        server.close();
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    private void deploy() {
        session.evaluate(
                new Input.Typed("input 1", "groups['Line 1'].deploy({deviceCode: 'x', agentCode: 'y'}).id"),
                ResultSink.none());
    }

    @Test
    void warningsAreTold() {
        answer = json(201, WARNED);

        deploy();

        assertThat(io.lines)
                .containsExactly(
                        "! warning: deviceCode:1:4: unused",
                        "! warning: agentCode:2:1: old",
                        "! warning: Quota: Nearly full. (WA002)");
    }

    @Test
    void codeThatAListLeavesOutIsNotTakenForEmpty() throws Exception {
        answer = json(201, WHOLE);

        session.evaluate(
                new Input.Typed("input 1", "builds.first().copyTo('Line 1'); print(builds.first().agentCode)"),
                ResultSink.none());

        assertThat(io.lines).containsExactly("A");
        String sent = null;
        for (RecordedRequest request = server.takeRequest(0, TimeUnit.SECONDS);
                request != null;
                request = server.takeRequest(0, TimeUnit.SECONDS)) {
            sent = request.getTarget().equals("/v5/deployments")
                    ? request.getBody().utf8()
                    : sent;
        }
        assertThat(sent)
                .isEqualTo(
                        "{\"data\":{\"type\":\"deployment\",\"attributes\":{\"device_code\":\"D\",\"agent_code\":\"A\"},"
                                + "\"relationships\":{\"devicegroup\":{\"type\":\"development_devicegroup\","
                                + "\"id\":\"7bd4e913-02fa-48c6-8d15-c9e6a0b3f271\"}}}}");
    }

    @Test
    void aBuildWhoseAnswerIsLostIsNotSentAgain() throws Exception {
        answer = json(502, "");

        UserException lost = catchThrowableOfType(UserException.class, this::deploy);

        assertThat(lost.code()).isEqualTo("LOST_ANSWER");
        assertThat(lost)
                .hasMessage("cannot tell whether this was done: deploy to device group"
                        + " 7bd4e913-02fa-48c6-8d15-c9e6a0b3f271: the service answered 502");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }
}
