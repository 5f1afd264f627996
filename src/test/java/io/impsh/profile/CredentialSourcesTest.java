package io.impsh.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.impsh.UserException;
import io.impsh.api.AccessToken;
import io.impsh.api.Credentials;
import io.impsh.api.Endpoint;
import io.impsh.api.LoginException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialSourcesTest {
    private static final String OTHER = "https://imp.example.com/v5";

    @TempDir
    private Path root;

    private final Map<String, String> environment = new HashMap<>();
    private Path directory;
    private Path home;

    @BeforeEach
    void makeFolders() throws Exception {
        directory = Files.createDirectory(root.resolve("here"));
        home = Files.createDirectory(root.resolve("home"));
    }

    @Test
    void eachSourceIsUsedWhenThoseBeforeItAreNotThere() {
        authFile(home, "home-key");
        assertSource("~/.impt.auth", new Credentials.LoginKey("home-key"));

        profile("default", "", "{\"loginKey\":\"profile-key\"}");
        assertSource("default", new Credentials.LoginKey("profile-key"));

        environment.put("IMPT_USER", "jane");
        environment.put("IMPT_PASSWORD", "secret");
        assertSource("environment", new Credentials.Password("jane", "secret"));

        environment.put("IMPT_LOGINKEY", "vendor-key");
        assertSource("environment", new Credentials.LoginKey("vendor-key"));

        authFile(root, "named-key");
        environment.put("IMPT_AUTH_FILE_PATH", root.resolve(".impt.auth").toString());
        assertSource(root.resolve(".impt.auth").toString(), new Credentials.LoginKey("named-key"));

        authFile(directory, "here-key");
        assertSource(".impt.auth", new Credentials.LoginKey("here-key"));

        environment.put("IMPSH_USER", "joe");
        environment.put("IMPSH_PASSWORD", "pass");
        assertSource("default", new Credentials.Password("joe", "pass"));

        environment.put("IMPSH_LOGIN_KEY", "our-key");
        assertSource("default", new Credentials.LoginKey("our-key"));
    }

    @Test
    void withoutAnySourceTheUserIsAskedAtTheFirstNeed() {
        FakeAsker asker = new FakeAsker("jane", "secret");
        Connection connection = sources(asker).connection(ConnectionChoice.NONE);
        assertThat(asker.questions).isEmpty();

        assertThat(connection.credentials().credentials()).isEqualTo(new Credentials.Password("jane", "secret"));
        assertThat(connection.endpoint()).isEqualTo(Endpoint.AWS);
        assertThat(asker.questions)
                .containsExactly("User or e-mail for api.electricimp.com: ", "(masked) Password for jane: ");
    }

    @Test
    void withNobodyToAskTheHintSaysWhatToDo() {
        Connection connection = sources(Asker.NOBODY).connection(ConnectionChoice.NONE);

        LoginException failure = catchThrowableOfType(
                LoginException.class, () -> connection.credentials().credentials());

        assertThat(failure.code()).isEqualTo("NOT_LOGGED_IN");
        assertThat(failure).hasMessage("not logged in at https://api.electricimp.com/v5");
        assertThat(failure.hint())
                .isEqualTo("log in with impsh login, or set IMPSH_USER and IMPSH_PASSWORD, or IMPSH_LOGIN_KEY");
    }

    @Test
    void aUserWithoutAPasswordIsAskedForIt() {
        environment.put("IMPSH_USER", "jane");
        FakeAsker asker = new FakeAsker("secret");

        assertThat(sources(asker)
                        .connection(ConnectionChoice.NONE)
                        .credentials()
                        .credentials())
                .isEqualTo(new Credentials.Password("jane", "secret"));
    }

    @Test
    void aStoredLoginGoesOnlyToItsOwnEndpoint() {
        authFile(directory, "here-key");
        profile("default", "", "{\"loginKey\":\"profile-key\"}");
        authFile(home, "home-key", OTHER);

        Connection connection = sources(Asker.NOBODY).connection(new ConnectionChoice(null, OTHER + "/"));

        assertThat(connection.profileName()).isEqualTo("~/.impt.auth");
        assertThat(connection.endpoint()).hasToString(OTHER);
        assertThat(connection.credentials().credentials()).isEqualTo(new Credentials.LoginKey("home-key"));
    }

    @Test
    void anEndpointOfNoStoredLoginMeansAQuestion() {
        authFile(directory, "here-key");
        environment.put("IMPSH_ENDPOINT", "https://imp.example.com");
        FakeAsker asker = new FakeAsker("jane", "secret");

        Connection connection = sources(asker).connection(ConnectionChoice.NONE);

        assertThat(connection.endpoint()).hasToString(OTHER);
        assertThat(connection.credentials().credentials()).isEqualTo(new Credentials.Password("jane", "secret"));
    }

    @Test
    void anEndpointCombinesWithVariables() {
        environment.put("IMPSH_LOGIN_KEY", "k");

        Connection connection = sources(Asker.NOBODY).connection(new ConnectionChoice(null, OTHER));

        assertThat(connection.endpoint()).hasToString(OTHER);
        assertThat(connection.credentials().credentials()).isEqualTo(new Credentials.LoginKey("k"));
    }

    @Test
    void aProfileSaysWhereAndWhetherItIsProduction() {
        write(home.resolve(".config/impsh/config.toml"), """
                default = "lab"
                [profiles.lab]
                endpoint = "https://imp.example.com"
                production = false
                [profiles.field]
                cloud = "azure"
                production = true
                """);
        write(home.resolve(".config/impsh/credentials.json"), """
                {"lab": {"endpoint": "https://imp.example.com/v5", "loginKey": "a"},
                 "field": {"endpoint": "https://api.az.electricimp.io/v5", "loginKey": "b"}}
                """);

        Connection lab = sources(Asker.NOBODY).connection(ConnectionChoice.NONE);
        Connection field = sources(Asker.NOBODY).connection(new ConnectionChoice("field", null));
        environment.put("IMPSH_PROFILE", "field");
        Connection chosen = sources(Asker.NOBODY).connection(ConnectionChoice.NONE);
        environment.put("IMPT_LOGINKEY", "c");
        environment.put("IMPT_ENDPOINT", "https://api.az.electricimp.io");
        Connection protectedOne = sources(Asker.NOBODY).connection(ConnectionChoice.NONE);

        assertThat(lab)
                .extracting(Connection::profileName, Connection::endpoint, Connection::production)
                .containsExactly("lab", URI.create(OTHER), Production.NO);
        assertThat(field)
                .extracting(Connection::profileName, Connection::endpoint, Connection::production)
                .containsExactly("field", Endpoint.AZURE, Production.YES);
        assertThat(chosen.profileName()).isEqualTo("field");
        assertThat(protectedOne)
                .extracting(Connection::profileName, Connection::endpoint, Connection::production)
                .containsExactly("environment", Endpoint.AZURE, Production.YES);
    }

    @Test
    void aChosenProfileDoesNotBorrowTheLoginOfTheHome() {
        authFile(home, "home-key");
        profile("lab", "[profiles.lab]", "{\"endpoint\":\"" + OTHER + "\",\"loginKey\":\"other\"}");
        Connection connection = sources(Asker.NOBODY).connection(new ConnectionChoice("lab", null));

        assertThatThrownBy(() -> connection.credentials().credentials())
                .hasMessage("not logged in at https://api.electricimp.com/v5");
    }

    @Test
    void aProfileThatDoesNotExistIsSaid() {
        profile("lab", "[profiles.lab]", "{}");

        UserException failure = catchThrowableOfType(
                UserException.class, () -> sources(Asker.NOBODY).connection(new ConnectionChoice("labb", null)));

        assertThat(failure).hasMessage("there is no profile \"labb\"");
        assertThat(failure.hint()).isEqualTo("there are: lab; impsh login --profile labb makes it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{}                                        | holds no accessToken, refreshToken or loginKey",
                "[]                                        | holds no JSON object",
                "{\"loginKey\": 7}                         | loginKey is not a text",
                "{\"accessToken\": \"a\", \"expiresAt\": \"soon\"} | expiresAt is not a time: soon",
                "{\"loginKey\": \"k\", \"endpoint\": \"http://imp.example.com\"} | plain http is refused except to this "
                        + "machine itself: http://imp.example.com",
            })
    void aBrokenFileStopsAndIsNamed(String content, String problem) {
        write(directory.resolve(".impt.auth"), content);
        authFile(home, "home-key");

        assertThatThrownBy(() -> sources(Asker.NOBODY).connection(ConnectionChoice.NONE))
                .hasMessage(directory.resolve(".impt.auth") + ": " + problem)
                .extracting("code")
                .isEqualTo("CREDENTIALS_BROKEN");
    }

    @Test
    void soDoesWhatIsNoJsonNoTomlNotThereOrHalfSet() {
        write(directory.resolve(".impt.auth"), "loginKey=x");
        assertBroken(directory.resolve(".impt.auth") + ": is not JSON: ");

        delete(directory.resolve(".impt.auth"));
        write(home.resolve(".config/impsh/config.toml"), "[profiles");
        assertBroken(home.resolve(".config/impsh/config.toml") + ", line 1: is not TOML: ");

        write(home.resolve(".config/impsh/config.toml"), "[profiles.default]\nproduction = \"no\"");
        assertBroken(
                home.resolve(".config/impsh/config.toml") + ": profile default: production is neither true nor false");

        environment.put("IMPT_AUTH_FILE_PATH", "nowhere");
        assertBroken("IMPT_AUTH_FILE_PATH: there is no file " + directory.resolve("nowhere"));

        delete(home.resolve(".config/impsh/config.toml"));
        environment.put("IMPSH_PASSWORD", "x");
        assertBroken("IMPSH_PASSWORD: is set without IMPSH_USER");
    }

    @Test
    void aRenewedTokenIsWrittenBackBesideWhatElseTheFileHolds() throws Exception {
        Path file = directory.resolve(".impt.auth");
        write(file, """
                {"refreshToken": "R", "accessToken": "A", "expiresAt": "2024-03-05T10:20:30.456Z", "note": [1, 2]}
                """);
        Connection connection = sources(Asker.NOBODY).connection(ConnectionChoice.NONE);
        assertThat(connection.credentials().credentials())
                .isEqualTo(new Credentials.RefreshToken(
                        "R", new AccessToken("A", Instant.parse("2024-03-05T10:20:30.456Z"), "R")));

        connection.credentials().renewed(new AccessToken("B", Instant.parse("2024-03-05T11:20:30.456Z"), "R"));

        assertThat(file).hasContent("""
                        {
                          "refreshToken" : "R",
                          "accessToken" : "B",
                          "expiresAt" : "2024-03-05T11:20:30.456Z",
                          "note" : [ 1, 2 ]
                        }
                        """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aRenewedTokenOfAProfileGoesIntoItsPlace() throws Exception {
        profile("default", "", "{\"refreshToken\":\"R\"}");
        Connection connection = sources(Asker.NOBODY).connection(ConnectionChoice.NONE);

        connection.credentials().renewed(new AccessToken("B", null, null));

        assertThat(home.resolve(".config/impsh/credentials.json")).hasContent("""
                        {
                          "default" : {
                            "refreshToken" : "R",
                            "accessToken" : "B"
                          }
                        }
                        """);
    }

    @Test
    void aFileThatIsGoneMeanwhileIsNoFailure() {
        authFile(directory, "k");
        Connection connection = sources(Asker.NOBODY).connection(ConnectionChoice.NONE);
        delete(directory.resolve(".impt.auth"));

        connection.credentials().renewed(new AccessToken("B", null, null));

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aKeyBesideARefusedTokenIsTheNextThing() {
        write(directory.resolve(".impt.auth"), "{\"accessToken\":\"A\",\"loginKey\":\"k\"}");
        Connection connection = sources(Asker.NOBODY).connection(ConnectionChoice.NONE);
        Credentials first = connection.credentials().credentials();

        assertThat(first).isEqualTo(new Credentials.Token(new AccessToken("A", null, null)));
        assertThat(connection.credentials().insteadOf(first)).isEqualTo(new Credentials.LoginKey("k"));
        assertThat(connection.credentials().insteadOf(new Credentials.LoginKey("k")))
                .isNull();
    }

    private CredentialSources sources(Asker asker) {
        return new CredentialSources(
                new Surroundings(environment, directory, home, Folders.of(environment, home, null)), asker);
    }

    private void assertSource(String name, Credentials credentials) {
        Connection connection = sources(Asker.NOBODY).connection(ConnectionChoice.NONE);
        assertThat(connection.credentials().credentials()).isEqualTo(credentials);
        assertThat(connection.profileName()).isEqualTo(name);
    }

    private void assertBroken(String beginning) {
        assertThatThrownBy(() -> sources(Asker.NOBODY).connection(ConnectionChoice.NONE))
                .hasMessageStartingWith(beginning)
                .extracting("code")
                .isEqualTo("CREDENTIALS_BROKEN");
    }

    private void profile(String name, String toml, String stored) {
        String section = toml.isEmpty() ? "[profiles." + name + "]" : toml;
        write(home.resolve(".config/impsh/config.toml"), section + "\n");
        write(home.resolve(".config/impsh/credentials.json"), "{\"" + name + "\":" + stored + "}");
    }

    private static void authFile(Path folder, String key) {
        write(folder.resolve(".impt.auth"), "{\"loginKey\":\"" + key + "\"}");
    }

    private static void authFile(Path folder, String key, String endpoint) {
        write(folder.resolve(".impt.auth"), "{\"endpoint\":\"" + endpoint + "\",\"loginKey\":\"" + key + "\"}");
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
