package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is harmful to do twice is sent once, whatever happens to its answer. Real sockets: OkHttp would repeat, too. */
@Timeout(30)
class LostAnswerTest {
    private final MockWebServer server = new MockWebServer();
    private ImpClient client;

    @BeforeEach
    void start() throws Exception {
        server.start();
        URI endpoint = URI.create(server.url("/v5").toString());
        client = ImpClient.connect(ClientOptions.of(
                endpoint, CredentialSource.of(new Credentials.Token(new AccessToken("T", null, null)))));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aReusedConnectionThatDiesUnderAPost() throws Exception {
        server.enqueue(new MockResponse.Builder().body(FakeService.DEVICE).build());
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse.Builder().code(204).build());
        client.devices().get("d");

        LostAnswerException lost = catchThrowableOfType(
                LostAnswerException.class, () -> client.devices().restart("d", false));

        assertThat(lost.getMessage())
                .startsWith("cannot tell whether this was done: restart device d: the connection broke");
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(server.takeRequest().getConnectionIndex()).isZero();
        assertThat(server.takeRequest().getConnectionIndex()).isZero();
    }

    static Stream<Arguments> badEnds() {
        return Stream.of(
                Arguments.of("closed", new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket())),
                Arguments.of(
                        "cut",
                        new MockResponse.Builder()
                                .code(201)
                                .body(FakeService.DEVICE)
                                .setHeader("Content-Length", FakeService.DEVICE.length() + 10)
                                .onResponseEnd(new SocketEffect.CloseSocket())),
                Arguments.of(
                        "half a document", new MockResponse.Builder().code(201).body("{\"data\":{\"ty")),
                Arguments.of(
                        "a proxy's page", new MockResponse.Builder().code(200).body("<html>")),
                Arguments.of("no resource", new MockResponse.Builder().code(201).body("{}")),
                Arguments.of("empty", new MockResponse.Builder().code(201)),
                Arguments.of("500", new MockResponse.Builder().code(500)),
                Arguments.of("503 at once", new MockResponse.Builder().code(503).addHeader("Retry-After", "0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badEnds")
    void aCreateIsSentOnce(String name, MockResponse.Builder end) {
        server.enqueue(end.build());
        server.enqueue(
                new MockResponse.Builder().code(201).body(FakeService.DEVICE).build());

        assertThatThrownBy(() -> client.products().create("P", null, null)).isInstanceOf(LostAnswerException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void soAreAllTheOthers() {
        for (int i = 0; i < 6; i++) {
            server.enqueue(new MockResponse.Builder().code(502).build());
        }
        NewDeviceGroup group = new NewDeviceGroup(DeviceGroupType.DEVELOPMENT, "p", "G", null, null, null, null, null);

        NewDeployment build =
                new NewDeployment(new EntityRef("development_devicegroup", "g"), "", "", null, null, null, null);

        assertThatThrownBy(() -> client.deployments().create(build))
                .isInstanceOf(LostAnswerException.class)
                .hasMessage("cannot tell whether this was done: deploy to device group g: the service answered 502");
        assertThatThrownBy(() -> client.deviceGroups().create(group)).isInstanceOf(LostAnswerException.class);
        assertThatThrownBy(() -> client.deviceGroups().assign("g", List.of("d")))
                .isInstanceOf(LostAnswerException.class)
                .hasMessage("cannot tell whether this was done: assign device d to device group g: "
                        + "the service answered 502");
        assertThatThrownBy(() -> client.deviceGroups().unassign("g", List.of("d", "e"), "key"))
                .isInstanceOf(LostAnswerException.class);
        assertThatThrownBy(() -> client.deviceGroups().restart("g", true)).isInstanceOf(LostAnswerException.class);
        assertThatThrownBy(() -> client.devices().restart("d", true)).isInstanceOf(LostAnswerException.class);
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void aDeleteThatTheServiceWantsAgainAtOnceIsRepeatedByUsAndNotBehindOurBack() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .build());
        server.enqueue(new MockResponse.Builder().code(404).build());

        client.devices().delete("d");

        assertThat(server.getRequestCount()).isEqualTo(2);
    }
}
