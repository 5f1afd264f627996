package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.Certificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A profile for a cloud whose certificate comes from an authority of its own. */
@Timeout(60)
class PrivateCloudTest {
    private final Certificates certificates = new Certificates();
    private final MockWebServer cloud = new MockWebServer();

    @TempDir
    private Path home;

    private Path config;

    @BeforeEach
    void start() throws Exception {
        cloud.useHttps(certificates.server("localhost"));
        cloud.start();
        config = Files.createDirectories(home.resolve("config"));
        certificates.caFile(config);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void isReachedWithTheCaFileOfItsProfile() throws Exception {
        cloud.enqueue(answer("{\"access_token\":\"T\",\"expires_in\":3600}"));
        cloud.enqueue(answer("{\"data\":[],\"links\":{}}"));
        configure("ca_file = \"ca.pem\"");

        CommandLineRun run = run();

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("0\n");
        assertThat(run.exitCode()).isZero();
        assertThat(cloud.takeRequest().getTarget()).isEqualTo("/v5/auth");
    }

    @Test
    void isNotTrustedWithoutAndTheNextStepIsSaid() throws Exception {
        configure("");

        CommandLineRun run = run();

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("""
                impsh: cannot log in as jane: the certificate of the service was issued by an authority that is not trusted here
                  for a private cloud, name its CA file in the profile: ca_file = "/path/ca.pem"
                """);
    }

    @Test
    void aCaFileThatIsNotThereIsSaidBeforeAnythingIsSent() throws Exception {
        configure("ca_file = \"gone.pem\"");

        CommandLineRun run = run();

        assertThat(run.err())
                .startsWith(
                        "impsh: the file of trusted authorities " + config.resolve("gone.pem") + " does not exist\n");
        assertThat(cloud.getRequestCount()).isZero();
    }

    @Test
    void anotherProfilesFileIsOfNoUseElsewhere() throws Exception {
        Files.writeString(config.resolve("config.toml"), """
                default = "acme"
                [profiles.acme]
                endpoint = "%s"
                [profiles.other]
                endpoint = "https://elsewhere.example.com/v5"
                ca_file = "ca.pem"
                """.formatted(endpoint()));

        assertThat(run().err()).contains("an authority that is not trusted here");
    }

    private static MockResponse answer(String json) {
        return new MockResponse.Builder().body(json).build();
    }

    private void configure(String line) throws Exception {
        Files.writeString(
                config.resolve("config.toml"),
                "default = \"acme\"\n[profiles.acme]\nendpoint = \"%s\"\n%s\n".formatted(endpoint(), line));
    }

    private String endpoint() {
        return "https://localhost:" + cloud.getPort() + "/v5";
    }

    private CommandLineRun run() {
        Map<String, String> environment =
                Map.of("IMPSH_HOME", home.toString(), "IMPSH_USER", "jane", "IMPSH_PASSWORD", "secret");
        return CommandLineRun.of(environment, "", "-e", "products.count()");
    }
}
