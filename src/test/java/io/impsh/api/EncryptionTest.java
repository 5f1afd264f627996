package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.impsh.UserException;
import io.impsh.model.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted connections: whom the client trusts, and what it says about those whom it does not. */
@Timeout(30)
class EncryptionTest {
    private final Certificates certificates = new Certificates();
    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPrivateCloudsAuthorityIsTrustedWhenItsFileIsNamed() throws Exception {
        start(certificates.server("localhost"));

        assertThat(get(server.getPort(), certificates.caFile(folder)).id()).isEqualTo("23a1b2c3d4e5f607");
    }

    @Test
    void anUnknownAuthority() throws Exception {
        start(certificates.server("localhost"));

        UserException failure = failure(null);

        assertThat(failure)
                .hasMessage("cannot read device d: the certificate of the service was issued by an authority that is"
                        + " not trusted here");
        assertThat(failure.hint())
                .isEqualTo("for a private cloud, name its CA file in the profile: ca_file = \"/path/ca.pem\"");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void anExpiredCertificate() throws Exception {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        start(certificates.server("localhost", yesterday.minusSeconds(60), yesterday));

        UserException failure = failure(certificates.caFile(folder));

        assertThat(failure).hasMessage("cannot read device d: the certificate of the service has expired");
        assertThat(failure.hint())
                .matches("check the clock of this machine \\(it says [0-9]{4}-[0-9-]{5} [0-9:]{5} UTC\\); if it is"
                        + " right, the service has to renew its certificate");
        assertThat(failure.code()).isEqualTo("UNREACHABLE");
    }

    @Test
    void aCertificateOfTheFuture() throws Exception {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        start(certificates.server("localhost", tomorrow, tomorrow.plusSeconds(60)));

        assertThat(failure(certificates.caFile(folder)))
                .hasMessage("cannot read device d: the certificate of the service is not valid yet");
    }

    @Test
    void aCertificateForAnotherHost() throws Exception {
        start(certificates.server("elsewhere.example.com"));

        UserException failure = failure(certificates.caFile(folder));

        assertThat(failure).hasMessage("cannot read device d: the certificate of the service is for another host");
        assertThat(failure.hint())
                .isEqualTo("check the endpoint: its host has to be the one that the certificate names");
    }

    @Test
    void aServerThatSpeaksNoTls() throws Exception {
        server.close();
        UserException failure;
        try (ServerSocket plain = new ServerSocket(0)) {
            Thread answering = new Thread(() -> answerOnce(plain));
            answering.start();
            failure = failure(plain.getLocalPort(), certificates.caFile(folder));
            answering.join();
        }

        assertThat(failure).hasMessage("cannot read device d: the service does not speak TLS at this address");
        assertThat(failure.hint()).isEqualTo("check the endpoint, its port above all, and any proxy between");
    }

    @Test
    void filesThatAreNoCertificates() throws Exception {
        start(certificates.server("localhost"));
        Path text = Files.writeString(folder.resolve("text"), "hello");
        Path empty = Files.writeString(folder.resolve("empty"), "");
        String whole = Files.readString(certificates.caFile(folder));
        Path cut = Files.writeString(folder.resolve("cut"), whole.substring(0, whole.length() - 80));

        String file = "the file of trusted authorities " + folder;
        assertThat(failure(folder.resolve("none"))).hasMessage(file + "/none does not exist");
        assertThat(failure(folder)).hasMessage(file + " cannot be read");
        assertThat(failure(text)).hasMessage(file + "/text has no certificate in PEM form in it");
        assertThat(failure(empty)).hasMessage(file + "/empty has no certificate in it");
        assertThat(failure(cut)).hasMessage(file + "/cut has no certificate in PEM form in it");
        assertThat(failure(cut).hint())
                .isEqualTo("ca_file of the profile names a file with certificates in PEM form"
                        + " (-----BEGIN CERTIFICATE-----)");
    }

    private static void answerOnce(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(SSLSocketFactory certificate) throws Exception {
        server.useHttps(certificate);
        server.enqueue(new MockResponse.Builder().body(FakeService.DEVICE).build());
        server.start();
    }

    private UserException failure(Path caFile) {
        return failure(server.getPort(), caFile);
    }

    private static UserException failure(int port, Path caFile) {
        return catchThrowableOfType(UserException.class, () -> get(port, caFile));
    }

    private static Device get(int port, Path caFile) {
        URI endpoint = URI.create("https://localhost:" + port + "/v5");
        CredentialSource token = CredentialSource.of(new Credentials.Token(new AccessToken("T", null, null)));
        try (ImpClient client = ImpClient.connect(ClientOptions.of(endpoint, token)
                .withNetwork(new NetworkSettings(Proxies.NONE, caFile))
                .withRequestDeadline(Duration.ofSeconds(20)))) {
            return client.devices().get("d");
        }
    }
}
