package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logging in and out from the words of the command line to the files, against a sandbox. */
class LoginCommandTest {
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

    private static Sandbox sandbox;

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final StringBuilder seen = new StringBuilder();

    @BeforeAll
    static void startTheCloud() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withDevices(20).withoutRateLimit());
    }

    @AfterAll
    static void stopTheCloud() {
        sandbox.close();
    }

    /** Whatever was done, nothing that is secret was printed, and the password is in no file. */
    @AfterEach
    void nothingSecretWasShown() throws IOException {
        assertThat(seen).doesNotContainPattern(TOKEN).doesNotContain("hunter2", "000000");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file).content().doesNotContain("sandbox\"", "hunter2");
            }
        }
    }

    @Test
    void logsInWithAPasswordAndOutAgain() {
        assertThat(login("sandbox\n", "--user", "demo", "--password-stdin")).isEqualTo(done("""
                Logged in as demo (demo@example.com) at URL.
                Profile default, stored in HOME/config/credentials.json.
                """));
        assertThat(home.resolve("config/config.toml")).hasContent("""
                [profiles.default]
                endpoint = "URL"
                """.replace("URL", url().toString()));
        assertThat(permissions(home.resolve("config/credentials.json"))).isEqualTo("rw-------");
        assertThat(run("", "-e", "devices.count()")).isEqualTo(done("20\n"));

        assertThat(run("", "logout"))
                .isEqualTo(done("Logged out demo at URL: profile default holds no login any more.\n"));
        assertThat(run("", "logout")).isEqualTo(done("Not logged in: profile default holds no login.\n"));
        assertThat(run("", "-e", "devices.count()")).isEqualTo(new CommandLineRun(4, "", """
                impsh: not logged in at URL
                  log in with impsh login, or set IMPSH_USER and IMPSH_PASSWORD, or IMPSH_LOGIN_KEY
                """));
    }

    @Test
    void logoutGivesTheRefreshTokenBack() throws IOException {
        login("sandbox\n", "--user", "demo", "--password-stdin");
        Path file = home.resolve("config/credentials.json");
        String before = Files.readString(file);
        run("", "logout");
        Files.writeString(file, before.replaceAll("\"(accessToken|expiresAt)\" : \"[^\"]*\",", ""));

        assertThat(run("", "-e", "devices.count()")).isEqualTo(new CommandLineRun(4, "", """
                impsh: the stored login is no longer valid
                  log in again with impsh login, or set IMPSH_USER and IMPSH_PASSWORD
                """));
    }

    @Test
    void takesAOneTimeCodeFromTheSecondLineOrAVariable() {
        assertThat(login("sandbox\n000000\n", "--user", "mfa", "--password-stdin"))
                .extracting(CommandLineRun::exitCode)
                .isEqualTo(0);
        environment.put("IMPSH_OTP", "000000");
        assertThat(login("sandbox\n", "--user", "mfa", "--password-stdin"))
                .extracting(CommandLineRun::exitCode)
                .isEqualTo(0);
        environment.clear();
        assertThat(login("sandbox\n", "--user", "mfa", "--password-stdin")).isEqualTo(new CommandLineRun(4, "", """
                impsh: this account needs a one-time code, and nobody can be asked for it
                  give it as the second line after --password-stdin, or in IMPSH_OTP
                """));
        assertThat(login("sandbox\n111111\n", "--user", "mfa", "--password-stdin"))
                .isEqualTo(new CommandLineRun(4, "", """
                impsh: cannot log in as mfa with the one-time code: Invalid Credentials: The one-time code is not valid. (PX100)
                  check the user, the password or the key
                """.replace(" with the one-time code", "")));
    }

    @Test
    void takesUserAndPasswordFromVariables() {
        environment.put("IMPSH_USER", "demo");
        environment.put("IMPSH_PASSWORD", "sandbox");
        assertThat(login(""))
                .isEqualTo(new CommandLineRun(
                        0, """
                Logged in as demo (demo@example.com) at URL.
                Profile default, stored in HOME/config/credentials.json.
                """, "note: here IMPSH_USER comes first and is used instead; impsh profiles lists all\n"));
    }

    @Test
    void logsInWithALoginKeyWhichStaysValidAfterALogout() throws Exception {
        String key = newLoginKey();

        assertThat(login(key + "\n", "--key-stdin")).isEqualTo(done("""
                Logged in as demo (demo@example.com) at URL.
                Profile default, stored in HOME/config/credentials.json.
                """));
        assertThat(home.resolve("config/credentials.json")).content().contains("\"loginKey\" : \"" + key + "\"");
        assertThat(run("", "-e", "devices.count()")).isEqualTo(done("20\n"));
        assertThat(run("", "logout"))
                .isEqualTo(done("Logged out demo at URL: profile default holds no login any more."
                        + " The login key stays valid at the service.\n"));
        environment.put("IMPSH_LOGIN_KEY", key);
        assertThat(login("", "--temp").exitCode()).isZero();
        assertThat(home.resolve("config/credentials.json")).content().doesNotContain(key);
        assertThat(seen).doesNotContain(key);
    }

    /** By hand, as the service has it made by somebody who knows the password. */
    private static String newLoginKey() throws Exception {
        String token = field("access_token", post("auth", Map.of(), "{\"id\":\"demo\",\"password\":\"sandbox\"}"));
        return field(
                "id",
                post(
                        "accounts/me/login_keys",
                        Map.of("Authorization", "Bearer " + token, "X-Electricimp-Password", "sandbox"),
                        "{\"data\":{\"type\":\"login_key\",\"attributes\":{}}}"));
    }

    private static String post(String path, Map<String, String> headers, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + "/" + path))
                .header("Content-Type", path.equals("auth") ? "application/json" : "application/vnd.api+json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String field(String name, String json) {
        Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        assertThat(value.find()).as(json).isTrue();
        return value.group(1);
    }

    @Test
    void aVariablesPasswordIsForItsOwnUserOnly() {
        environment.put("IMPSH_USER", "demo");
        environment.put("IMPSH_PASSWORD", "sandbox");
        assertThat(login("", "--user", "partner")).isEqualTo(new CommandLineRun(4, "", """
                impsh: a password for partner is needed, and nobody can be asked
                  give it with --password-stdin, or in IMPSH_PASSWORD
                """));
    }

    @Test
    void aWrongPasswordOrKeyStoresNothing() {
        assertThat(login("hunter2\n", "--user", "demo", "--password-stdin")).isEqualTo(new CommandLineRun(4, "", """
                impsh: cannot log in as demo: Invalid Credentials: The username or password is not valid. (PX100)
                  check the user, the password or the key
                """));
        assertThat(login("hunter2\n", "--key-stdin").exitCode()).isEqualTo(4);
        assertThat(home.resolve("config")).doesNotExist();
    }

    @Test
    void aTemporaryLoginLeavesNothingToRenewItWith() throws IOException {
        CommandLineRun run = login("sandbox\n", "--user", "demo", "--password-stdin", "--temp");

        assertThat(run.out().replaceAll("\\d{4}-\\S+Z", "THEN")).isEqualTo("""
                Logged in as demo (demo@example.com) at URL.
                Profile default, stored in HOME/config/credentials.json until THEN.
                """);
        assertThat(Files.readString(home.resolve("config/credentials.json")))
                .contains("accessToken")
                .doesNotContain("refreshToken", "loginKey");
        assertThat(run("", "-e", "devices.count()")).isEqualTo(done("20\n"));
    }

    @Test
    void profilesShowsEveryLoginAndNoSecret() {
        login("sandbox\n", "--user", "demo", "--password-stdin");
        login("sandbox\n", "--user", "partner", "--password-stdin", "--profile", "lab");

        assertThat(withoutTimes(run("", "-o", "csv", "profiles"))).isEqualTo(done("""
                name,used,account,login,endpoint,production,expiresAt
                default,now,demo,password,URL,,THEN
                lab,,partner,password,URL,,THEN
                """));
        assertThat(withoutTimes(run("", "-o", "ndjson", "--profile", "lab", "profiles")))
                .isEqualTo(done("""
                {"name":"default","profile":true,"used":false,"default":true,"account":"demo","login":"password",\
                "endpoint":"URL","production":null,"expiresAt":"THEN"}
                {"name":"lab","profile":true,"used":true,"default":false,"account":"partner","login":"password",\
                "endpoint":"URL","production":null,"expiresAt":"THEN"}
                """));
        environment.put("IMPSH_LOGIN_KEY", "hunter2");
        assertThat(withoutTimes(run("", "-o", "csv", "profiles")).out()).isEqualTo("""
                name,used,account,login,endpoint,production,expiresAt
                IMPSH_LOGIN_KEY,now,,login key,https://api.electricimp.com/v5,,
                default,default,demo,password,URL,,THEN
                lab,,partner,password,URL,,THEN
                """);
    }

    @Test
    void aProfileIsUsedWithItsOwnAccount() {
        login("sandbox\n", "--user", "demo", "--password-stdin");
        login("sandbox\n", "--user", "partner", "--password-stdin", "--profile", "lab");

        assertThat(run("", "-e", "devices.count()")).isEqualTo(done("20\n"));
        assertThat(run("", "--profile", "lab", "-e", "devices.count()")).isEqualTo(done("0\n"));
        assertThat(run("", "--profile", "labb", "-e", "devices.count()")).isEqualTo(new CommandLineRun(2, "", """
                impsh: there is no profile "labb"; did you mean lab?
                  there are: default, lab; impsh login --profile labb makes it
                """));
    }

    @Test
    void anExplicitProfileThatSomethingElseComesBeforeIsSaid() {
        login("sandbox\n", "--user", "demo", "--password-stdin", "--profile", "lab");
        environment.put("IMPSH_USER", "partner");
        environment.put("IMPSH_PASSWORD", "sandbox");

        assertThat(run("", "--profile", "lab", "-e", "1"))
                .isEqualTo(new CommandLineRun(
                        0, "1\n", "note: the login is that of IMPSH_USER, which comes before profile lab\n"));
    }

    @Test
    void aBrokenFileIsRefusedAndKeptAsideByALogin() throws IOException {
        Path file = home.resolve("config/credentials.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"default\": {\"refreshToken\": \"hun");
        assertThat(run("", "-e", "devices.count()").exitCode()).isEqualTo(4);
        assertThat(run("", "profiles").exitCode()).isEqualTo(4);
        assertThat(run("", "logout").exitCode()).isEqualTo(4);
        assertThat(file).hasContent("{\"default\": {\"refreshToken\": \"hun");

        CommandLineRun run = login("sandbox\n", "--user", "demo", "--password-stdin");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().replaceAll("corrupt-[0-9-]+", "corrupt-THEN"))
                .isEqualTo("note: the file that was there is broken; it is kept as "
                        + "HOME/config/credentials.json.corrupt-THEN\n");
        assertThat(brokenFiles()).singleElement().satisfies(aside -> assertThat(aside)
                .hasContent("{\"default\": {\"refreshToken\": \"hun"));
    }

    @Test
    void theTraceShowsNoSecret() {
        CommandLineRun run = login("sandbox\n", "--user", "demo", "--password-stdin", "--debug");

        assertThat(run.err()).contains("POST", "/auth", "[hidden]").doesNotContain("\"sandbox\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login --password hunter2       | --password: a secret is no argument, as everybody on this machine could read it there",
                "login --key=hunter2            | --key: a secret is no argument, as everybody on this machine could read it there",
                "login --key-stdin --user demo  | --key-stdin and --user exclude each other",
                "login --key-stdin --password-stdin | --key-stdin and --password-stdin exclude each other",
                "login --cloud aws --endpoint x | --cloud and --endpoint exclude each other",
                "login --cloud ibm              | --cloud: 'ibm' is neither aws nor azure",
                "login --local --profile x      | --local and --profile exclude each other",
                "login --profile a/b            | \"a/b\" is no name for a profile",
                "login --dry-run                | a login has no dry run",
                "login --endpoint http://imp.example.com | plain http is refused except to this machine itself: http://imp.example.com",
                "login --user demo --password-stdin | --password-stdin: standard input is empty",
                "login demo                     | login: unexpected 'demo'",
                "login --sandbox                | login does not go with --sandbox: that is logged in by itself",
                "logout --temp                  | --temp is an option of impsh login",
                "profiles --local               | --local is an option of impsh login and logout",
                "--user demo -e 1               | --user is an option of impsh login",
            })
    void refuses(String words, String message) {
        CommandLineRun run = run("", words.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("impsh: " + message + "\n");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(home.resolve("config"), "in the way");

        CommandLineRun run = login("sandbox\n", "--user", "demo", "--password-stdin");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).startsWith("impsh: the login cannot be stored in HOME/config/credentials.json: ");
    }

    private List<Path> brokenFiles() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("config"))) {
            return files.filter(file -> file.toString().contains(".corrupt-")).toList();
        }
    }

    private CommandLineRun login(String input, String... words) {
        return run(
                input,
                Stream.concat(Stream.of("login", "--endpoint", url().toString()), Stream.of(words))
                        .toArray(String[]::new));
    }

    /** With the sandbox's address and the home by name. */
    private CommandLineRun run(String input, String... words) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("IMPSH_HOME", home.toString());
        all.put("HOME", home.toString());
        CommandLineRun run = CommandLineRun.of(all, input, words);
        seen.append(run.out()).append(run.err());
        return new CommandLineRun(run.exitCode(), named(run.out()), named(run.err()));
    }

    private String named(String text) {
        return text.replace(url().toString(), "URL").replace(home.toString(), "HOME");
    }

    private static CommandLineRun withoutTimes(CommandLineRun run) {
        return new CommandLineRun(
                run.exitCode(), run.out().replaceAll("\\d{4}-[^,\"\n]*Z", Matcher.quoteReplacement("THEN")), run.err());
    }

    private static CommandLineRun done(String out) {
        return new CommandLineRun(0, out, "");
    }

    private static URI url() {
        return sandbox.baseUrl();
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
