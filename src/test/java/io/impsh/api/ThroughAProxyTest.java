package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.impsh.UserException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The service behind a proxy: the tunnel, the proxy's own password, and its refusals. */
@Timeout(30)
@Isolated("its requests have deadlines of a few seconds")
class ThroughAProxyTest {
    private static final URI SERVICE = URI.create("https://api.impcloud.test/v5");

    private final Certificates certificates = new Certificates();
    private final MockWebServer proxy = new MockWebServer();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        proxy.useHttps(certificates.server("api.impcloud.test"));
        proxy.start();
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    @Test
    void aTunnelThatSeesNoCredential() throws Exception {
        proxy.enqueue(new MockResponse.Builder().inTunnel().build());
        proxy.enqueue(new MockResponse.Builder().body(FakeService.DEVICE).build());

        assertThat(get("http://localhost:" + proxy.getPort())).isEqualTo("23a1b2c3d4e5f607");

        RecordedRequest connect = proxy.takeRequest();
        assertThat(connect.getRequestLine()).isEqualTo("CONNECT api.impcloud.test:443 HTTP/1.1");
        assertThat(connect.getHeaders().get("Authorization")).isNull();
        assertThat(proxy.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer T");
    }

    @Test
    void aProxyThatWantsAPassword() throws Exception {
        proxy.enqueue(new MockResponse.Builder()
                .inTunnel()
                .code(407)
                .addHeader("Proxy-Authenticate", "Basic realm=\"x\"")
                .build());
        proxy.enqueue(new MockResponse.Builder().inTunnel().build());
        proxy.enqueue(new MockResponse.Builder().body(FakeService.DEVICE).build());

        assertThat(get("http://jane:secret@localhost:" + proxy.getPort())).isEqualTo("23a1b2c3d4e5f607");

        proxy.takeRequest();
        RecordedRequest again = proxy.takeRequest();
        assertThat(again.getHeaders().get("Proxy-Authorization")).isEqualTo("Basic amFuZTpzZWNyZXQ=");
        assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization")).isNull();
    }

    @Test
    void aProxyThatRefuses() {
        for (int tries = 0; tries < 20; tries++) {
            proxy.enqueue(new MockResponse.Builder()
                    .inTunnel()
                    .code(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=\"x\"")
                    .build());
        }

        UserException failure =
                catchThrowableOfType(UserException.class, () -> get("http://jane:wrong@localhost:" + proxy.getPort()));

        assertThat(failure.getMessage())
                .startsWith("cannot read device d: the proxy localhost:" + proxy.getPort() + " let nothing through:")
                .doesNotContain("wrong");
        assertThat(failure.hint())
                .isEqualTo("HTTPS_PROXY may hold a user and a password: http://user:password@host:port");
    }

    @Test
    void aProxyThatIsNotThere() {
        int port = proxy.getPort();
        proxy.close();

        UserException failure =
                catchThrowableOfType(UserException.class, () -> get("http://jane:secret@localhost:" + port));

        assertThat(failure.getMessage())
                .startsWith("cannot read device d: no connection to the proxy localhost:" + port)
                .doesNotContain("secret");
        assertThat(failure.hint()).isEqualTo("check the network and the variable HTTPS_PROXY");
    }

    private String get(String address) throws Exception {
        CredentialSource token = CredentialSource.of(new Credentials.Token(new AccessToken("T", null, null)));
        NetworkSettings network =
                new NetworkSettings(Proxies.of(Map.of("HTTPS_PROXY", address)), certificates.caFile(folder));
        try (ImpClient client = ImpClient.connect(
                ClientOptions.of(SERVICE, token).withNetwork(network).withRequestDeadline(Duration.ofSeconds(2)))) {
            return client.devices().get("d").id();
        }
    }
}
