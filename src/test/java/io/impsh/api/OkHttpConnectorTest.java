package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.UserException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OkHttpConnectorTest {
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
    void sendsWhatTheServiceExpects() throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());

        client.deviceGroups().unassign("g", List.of("a", "b"), "unbond");

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("DELETE /v5/devicegroups/g/relationships/devices HTTP/1.1");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/vnd.api+json");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer T");
        assertThat(request.getHeaders().get("X-Electricimp-Key")).isEqualTo("unbond");
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"data\":[{\"type\":\"device\",\"id\":\"a\"},{\"type\":\"device\",\"id\":\"b\"}]}");
    }

    @Test
    void aKeyThatCannotBeSentIsNotShown() {
        assertThatThrownBy(() -> client.deviceGroups().unassign("g", List.of("a"), "pass\u00e9-partout"))
                .isInstanceOf(UserException.class)
                .hasNoCause()
                .hasMessage("the value for the header X-Electricimp-Key has characters that cannot be sent");
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/b | a%2Fb",
                "{me}{My product} | %7Bme%7D%7BMy%20product%7D",
                "50% | 50%25",
                "a#b?c | a%23b%3Fc",
                "0c:2a:69:0a:1b:2c | 0c:2a:69:0a:1b:2c",
                "jane@example.com | jane@example.com",
                "\uD83D\uDE00 | %F0%9F%98%80",
                "%2e%2e | %252e%252e",
                "... | ...",
                "\"x\" | %22x%22",
            })
    void whateverIsUsedAsAnIdStaysOnePathSegment(String id, String encoded) throws Exception {
        server.enqueue(new MockResponse.Builder().code(404).build());

        assertThatThrownBy(() -> client.devices().get(id)).isInstanceOf(NotFoundException.class);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v5/devices/" + encoded);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", ".."})
    void anIdThatWouldLeadElsewhereIsRefusedHere(String id) {
        assertThatThrownBy(() -> client.devices().get(id))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("there is no device \"" + (id == null ? "" : id) + "\"");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void filtersGoIntoTheQuery() throws Exception {
        server.enqueue(
                new MockResponse.Builder().body("{\"data\":[],\"links\":{}}").build());

        assertThat(client.devices()
                        .list(Filter.none().and("product.id", "p & q").and("devicegroup.type", "x"))
                        .toList())
                .isEmpty();
        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/v5/devices?filter%5Bproduct.id%5D=p%20%26%20q&filter%5Bdevicegroup.type%5D=x"
                        + "&page%5Bnumber%5D=1&page%5Bsize%5D=100");
    }

    @Test
    void cancellingEndsACallInFlight() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Object> call = CompletableFuture.supplyAsync(
                () -> client.with(cancellation).devices().get("d"));
        server.takeRequest();

        cancellation.cancel();

        assertThatThrownBy(() -> call.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
    }

    @Test
    void plainHttpIsRefusedExceptToThisMachine() {
        assertThatThrownBy(() -> ImpClient.connect(ClientOptions.of(URI.create("http://api.example.com/v5"), null)))
                .hasMessage("plain http is refused except to this machine itself: http://api.example.com/v5");
    }

    @Test
    void aReadIsRepeatedOnANewConnection() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse.Builder().body(FakeService.DEVICE).build());

        assertThat(client.devices().get("d").name()).isEqualTo("Kitchen");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }
}
