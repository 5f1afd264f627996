package io.impsh.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.api.AccessToken;
import io.impsh.api.Credentials;
import io.impsh.api.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginStoreTest {
    private static final URI OWN = URI.create("https://imp.example.com/v5");
    private static final Instant THEN = Instant.parse("2030-01-02T03:04:05.678901Z");

    @TempDir
    private Path root;

    private final Map<String, String> environment = new HashMap<>();
    private Path directory;
    private Path config;

    @BeforeEach
    void makeFolders() throws IOException {
        directory = Files.createDirectory(root.resolve("here"));
        config = root.resolve(".config/impsh");
    }

    @Test
    void theVendorsFileIsWrittenInItsFormAndKeepsWhatItDoesNotKnow() throws IOException {
        Path file = directory.resolve(".impt.auth");
        Files.writeString(file, "{\"note\": \"mine\", \"loginKey\": \"old\", \"expiresAt\": \"2020-01-01T00:00:00Z\"}");

        store().storeHere(login(OWN, "R"));

        assertThat(file).hasContent("""
                {
                  "note" : "mine",
                  "expiresAt" : "2030-01-02T03:04:05.678Z",
                  "endpoint" : "https://imp.example.com/v5",
                  "accessToken" : "A",
                  "refreshToken" : "R"
                }
                """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = root.resolve("shared.json");
        Files.writeString(real, "{}");
        Files.createDirectories(config);
        Files.createSymbolicLink(config.resolve("credentials.json"), real);

        store().store("default", login(Endpoint.AWS, "R"));

        assertThat(config.resolve("credentials.json")).isSymbolicLink();
        assertThat(Files.readString(real)).contains("\"refreshToken\" : \"R\"");
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws IOException {
        Files.createDirectories(config);
        Files.writeString(config.resolve("config.toml"), "\uFEFFdefault = \"lab\"\r\n");
        Files.writeString(config.resolve("credentials.json"), "\uFEFF{}");

        store().store(store().profileName(ConnectionChoice.NONE), login(OWN, "R"));

        assertThat(Files.readString(config.resolve("config.toml"))).isEqualTo("""
                        \uFEFFdefault = "lab"

                        [profiles.lab]
                        endpoint = "https://imp.example.com/v5"
                        """.replace("\n", "\r\n"));
    }

    @Test
    void oneProfilesLoginLeavesTheOthersAlone() {
        store().store("default", login(Endpoint.AWS, "R1"));
        store().store("lab", login(OWN, "R2"));
        assertThat(config.resolve("config.toml")).hasContent("""
                [profiles.lab]
                endpoint = "https://imp.example.com/v5"
                """);

        assertThat(store().remove("lab").refreshToken()).isEqualTo("R2");
        assertThat(store().remove("lab")).isNull();
        assertThat(connection("default").credentials().credentials())
                .isEqualTo(new Credentials.RefreshToken("R1", token("A", "R1")));
    }

    @Test
    void theEndpointIsWhatIsSaidElseTheProfilesElseTheLogins() throws IOException {
        assertThat(store().endpoint("lab", ConnectionChoice.NONE)).isEqualTo(Endpoint.AWS);
        store().store("lab", login(OWN, "R"));
        Files.delete(config.resolve("config.toml"));
        assertThat(store().endpoint("lab", ConnectionChoice.NONE)).isEqualTo(OWN);
        Files.writeString(config.resolve("config.toml"), "[profiles.lab]\ncloud = \"azure\"\n");
        assertThat(store().endpoint("lab", ConnectionChoice.NONE)).isEqualTo(Endpoint.AZURE);
        environment.put("IMPSH_ENDPOINT", "https://a.example.com");
        assertThat(store().endpoint("lab", ConnectionChoice.NONE)).hasToString("https://a.example.com/v5");
        assertThat(store().endpoint("lab", new ConnectionChoice(null, "https://b.example.com")))
                .hasToString("https://b.example.com/v5");
    }

    @Test
    void anEndpointThatChangesIsSaid() throws IOException {
        Files.createDirectories(config);
        Files.writeString(config.resolve("config.toml"), "[profiles.lab]\ncloud = \"azure\"\n");

        assertThat(store().store("lab", login(OWN, "R")).notices())
                .containsExactly("profile lab connected to https://api.az.electricimp.io/v5 before; "
                        + config.resolve("config.toml") + " was changed");
    }

    @Test
    void aConfigurationThatCannotBeChangedByLineIsLeftAsItIs() throws IOException {
        Files.createDirectories(config);
        String inline = "profiles = { lab = { cloud = \"azure\" } }\n";
        Files.writeString(config.resolve("config.toml"), inline);

        assertThat(store().store("lab", login(OWN, "R")).notices())
                .containsExactly(config.resolve("config.toml")
                        + " could not be changed: put endpoint = \"https://imp.example.com/v5\" under [profiles.lab]");
        assertThat(config.resolve("config.toml")).hasContent(inline);
    }

    @Test
    void aBrokenFileIsKeptAsideEachTime() throws IOException {
        Path file = directory.resolve(".impt.auth");
        for (String broken : List.of("{", "")) {
            Files.writeString(file, broken);
            store().storeHere(login(OWN, "R"));
        }

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(path -> path.toString().contains(".corrupt-")))
                    .hasSize(2);
        }
    }

    @Test
    void aBrokenFileIsNotTouchedByARenewal() throws IOException {
        store().store("default", login(Endpoint.AWS, "R"));
        Connection connection = connection("default");
        Files.writeString(config.resolve("credentials.json"), "{\"default\": {");

        connection.credentials().renewed(token("B", "R"));

        assertThat(config.resolve("credentials.json")).hasContent("{\"default\": {");
    }

    @Test
    void whatAnotherShellRenewedIsTaken() {
        store().store("default", login(Endpoint.AWS, "R"));
        Connection one = connection("default");
        Connection other = connection("default");
        AccessToken newer = new AccessToken("B", THEN.plusSeconds(3600), "R");

        assertThat(one.credentials().storedSince(token("A", "R"))).isNull();
        other.credentials().renewed(newer);

        assertThat(one.credentials().storedSince(token("A", "R")).token()).isEqualTo("B");
        assertThat(one.credentials().storedSince(newer)).isNull();
    }

    @Test
    void aSessionDoesNotBecomeSomebodyElses() {
        store().store("default", login(Endpoint.AWS, "R"));
        Connection session = connection("default");
        StoredLogin others = new StoredLogin(
                Endpoint.AWS, new AccessToken("X", THEN.plusSeconds(9), "RX"), "RX", null, new LoginOwner("2", "joe"));
        store().store("default", others);

        assertThat(session.credentials().storedSince(token("A", "R"))).isNull();
        assertThat(session.credentials().insteadOf(new Credentials.RefreshToken("R", null)))
                .isNull();
        session.credentials().renewed(token("B", "R"));
        assertThat(connection("default").origin().stored()).hasToString(others.toString());
        assertThat(connection("default").origin().stored().present().token()).isEqualTo("X");
    }

    @Test
    void aNewLoginOfTheSameAccountIsTakenWhenTheOldOneIsRefused() {
        store().store("default", login(Endpoint.AWS, "R"));
        Connection session = connection("default");
        store().store("default", login(Endpoint.AWS, "R2"));

        assertThat(session.credentials().insteadOf(new Credentials.RefreshToken("R", null)))
                .isEqualTo(new Credentials.RefreshToken("R2", token("A", "R2")));
    }

    @Test
    void aLoginOfAnotherEndpointIsNotTaken() {
        store().store("default", login(Endpoint.AWS, "R"));
        Connection session = connection("default");
        store().store("default", login(OWN, "R2"));

        assertThat(session.credentials().credentials()).isEqualTo(new Credentials.RefreshToken("R", token("A", "R")));
    }

    @Test
    void noTextFormShowsASecret() {
        assertThat(login(OWN, "R-secret").toString()).doesNotContain("secret");
        assertThat(login(OWN, "R-secret"))
                .hasToString("StoredLogin[endpoint=https://imp.example.com/v5, owner=LoginOwner[id=1, name=jane]]");
    }

    @Test
    void aNameThatTomlWouldReadOtherwiseIsRefused() {
        assertThatThrownBy(() -> store().requireName("a.b")).hasMessage("\"a.b\" is no name for a profile");
        store().requireName("lab-2_x");
    }

    private LoginStore store() {
        return new LoginStore(around());
    }

    private Connection connection(String profile) {
        return new CredentialSources(around(), Asker.NOBODY).ofProfile(profile);
    }

    private Surroundings around() {
        return new Surroundings(environment, directory, root, Folders.of(Map.of(), root, null));
    }

    private static StoredLogin login(URI endpoint, String refreshToken) {
        return new StoredLogin(endpoint, token("A", refreshToken), refreshToken, null, new LoginOwner("1", "jane"));
    }

    private static AccessToken token(String token, String refreshToken) {
        return new AccessToken(token, Instant.parse("2030-01-02T03:04:05.678Z"), refreshToken);
    }
}
