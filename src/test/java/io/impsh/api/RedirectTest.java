package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RedirectTest {
    private final MockWebServer server = new MockWebServer();
    private final MockWebServer other = new MockWebServer();
    private ImpClient client;

    @BeforeEach
    void start() throws Exception {
        server.start();
        other.start();
        URI endpoint = URI.create(server.url("/v5").toString());
        client = ImpClient.connect(ClientOptions.of(
                endpoint, CredentialSource.of(new Credentials.Token(new AccessToken("T", null, null)))));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        other.close();
    }

    @Test
    void onTheSameHostTheCredentialGoesAlong() throws Exception {
        server.enqueue(redirect("/v5/devices/e"));
        server.enqueue(new MockResponse.Builder().body(FakeService.DEVICE).build());

        client.devices().get("d");

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer T");
    }

    @Test
    void anotherPortGetsNoCredential() throws Exception {
        server.enqueue(redirect(other.url("/v5/devices/d").toString()));
        other.enqueue(new MockResponse.Builder().body(FakeService.DEVICE).build());

        client.devices().get("d");

        assertThat(other.takeRequest().getHeaders().get("Authorization")).isNull();
    }

    @Test
    void whatLeadsBackDoesNotGetItAgain() throws Exception {
        server.enqueue(redirect(other.url("/").toString()));
        other.enqueue(redirect(server.url("/v5/devices/d").toString()));
        server.enqueue(new MockResponse.Builder().body(FakeService.DEVICE).build());

        client.devices().get("d");

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isNull();
    }

    @Test
    void writesAreNotRedirected() {
        server.enqueue(redirect(other.url("/").toString()));

        ApiException refused =
                catchThrowableOfType(ApiException.class, () -> client.devices().restart("d", false));

        assertThat(refused.status()).isEqualTo(307);
        assertThat(refused.getMessage())
                .isEqualTo("cannot restart device d: the service answered 307, a redirect that is not followed");
        assertThat(other.getRequestCount()).isZero();
    }

    @Test
    void nothingLeadsFromHttpsToPlainHttp() {
        HttpUrl from = HttpUrl.get("https://api.example.com/v5/devices");

        assertThat(Redirects.target(from, 302, "http://api.example.com/v5/devices"))
                .isNull();
        assertThat(Redirects.target(from, 302, "https://other.example.com/")).hasToString("https://other.example.com/");
        assertThat(Redirects.target(from, 200, "https://other.example.com/")).isNull();
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(307)
                .addHeader("Location", location)
                .build();
    }
}
