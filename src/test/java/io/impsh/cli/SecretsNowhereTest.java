package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.shell.PtyProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** No file of {@code IMPSH_HOME} but that of the credentials holds a secret, whatever was done with it. */
@Timeout(120)
class SecretsNowhereTest {
    private static final String UNBOND_KEY = "sandbox-unbond-key";
    private static final String WRONG_KEY = "no-such-unbond-key";
    private static final String WRONG_PASSWORD = "no-such-password";
    private static final String OTHER_SECRETS = "of-some-other-kind";
    private static final String LOGIN_KEY = "abcdefgh12345678";

    @TempDir
    Path home;

    private final List<String> secrets =
            new ArrayList<>(List.of(UNBOND_KEY, WRONG_KEY, WRONG_PASSWORD, OTHER_SECRETS, LOGIN_KEY));
    private Sandbox sandbox;

    static boolean scriptIsThere() {
        return Files.isExecutable(Path.of("/usr/bin/script"));
    }

    @BeforeEach
    void logIn() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withoutRateLimit());
        CommandLineRun.logIn(home, sandbox);
        Matcher tokens = Pattern.compile("\"(?:accessToken|refreshToken)\" : \"([^\"]{8,})\"")
                .matcher(Files.readString(home.resolve("config/credentials.json")));
        secrets.addAll(tokens.results().map(found -> found.group(1)).toList());
        assertThat(secrets).hasSizeGreaterThan(5);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void ofPrograms() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                home,
                "",
                "--yes",
                "--keep-going",
                "-e",
                "field = groups.get('Thermostat field')",
                "-e",
                "field.devices.first().unassign({unbondKey: '" + UNBOND_KEY + "'})",
                "-e",
                "field.devices.first().unassign({unbondKey: '" + WRONG_KEY + "'})",
                "-e",
                "p = field.devices.limit(3).unassign({unbondKey: '" + UNBOND_KEY + "'})",
                "-e",
                "p.save('" + home.resolve("plan.json") + "')",
                "-e",
                "p.apply()",
                "-e",
                "field.devices.limit(3).unassign({unbondKey: '" + WRONG_KEY + "'}).apply()",
                "-e",
                "key = loginKeys.create({description: 'made', password: '" + sandbox.password() + "'})",
                "-e",
                "print('key ' + key.raw.id); key.update({description: 'other', password: '" + sandbox.password()
                        + "'})",
                "-e",
                "key.update({description: 'other', password: '" + WRONG_PASSWORD + "'})",
                "-e",
                "key.remove({password: '" + sandbox.password() + "'})",
                "-e",
                "loginKeys.create({description: 'x', password: '" + WRONG_PASSWORD + "'})",
                "-e",
                "me.refreshTokens.first().remove()",
                "-e",
                "products.Thermostat.remove({force: true, builds: true, unbondKey: '" + UNBOND_KEY + "'}).apply()");
        List<String> ids = Pattern.compile("key ([0-9a-z-]{8,})")
                .matcher(run.out())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).as(run.out() + run.err()).isNotEmpty();
        secrets.addAll(ids);
        assertThat(run.out()).contains("\n 3 done", "\n 0 done · 3 failed");
        assertNoneIsIn(home);
        assertThat(home.resolve("state/audit.ndjson")).isNotEmptyFile();
        assertThat(home.resolve("plan.json")).isNotEmptyFile();
    }

    @Test
    @EnabledIf("scriptIsThere")
    void ofThePrompt() {
        String program =
                OwnProcess.command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        try (PtyProgram shell = PtyProgram.start(program, OwnProcess.environment(home), 200, 50)) {
            List<String> inputs = List.of(
                    ".record start",
                    "p = devices.where({group: 'Thermostat field'}).unassign({unbondKey: '" + UNBOND_KEY + "'})",
                    "opts = {unbondKey: \"" + WRONG_KEY + "\", 'password': `" + WRONG_PASSWORD + "`}",
                    "unbondKey = '" + UNBOND_KEY + "'",
                    "devices.where({group: 'Thermostat field'}).unassign({unbondKey}).count",
                    "loginKeys.create({description: 'x', password: '" + WRONG_PASSWORD + "'})",
                    "password = '" + WRONG_PASSWORD + "'; loginKeys.create({description: 'x', password})",
                    "token = '" + OTHER_SECRETS + "' // " + OTHER_SECRETS,
                    "loginKeys.find('" + LOGIN_KEY + "')",
                    "loginKeys.create({password: '" + WRONG_PASSWORD + "', description: ",
                    "'y'})",
                    ".record stop " + home.resolve("recorded.js"));
            shell.await(">");
            int number = 0;
            for (String input : inputs) {
                shell.enter(input);
                if (!input.endsWith(": ")) {
                    shell.enter("'mark' + " + ++number + " + '!'").await("mark" + number + "!");
                }
            }
            shell.enter(".record start")
                    .enter("x = {unbondKey: '" + UNBOND_KEY + "'}")
                    .enter("'mark' + 0 + '!'")
                    .await("mark0!");
            shell.enter(".exit").await("kept|is in");
        }
        assertNoneIsIn(home);
        assertThat(home.resolve("state/history")).isNotEmptyFile();
        assertThat(home.resolve("recorded.js")).isNotEmptyFile();
    }

    private void assertNoneIsIn(Path folder) {
        TreeMap<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("credentials.json"))
                    .forEach(file -> {
                        String text = text(file);
                        secrets.stream()
                                .filter(text::contains)
                                .forEach(secret ->
                                        found.put(folder.relativize(file) + ": " + secret, around(text, secret)));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(found).isEmpty();
    }

    private static List<String> around(String text, String secret) {
        return text.lines().filter(line -> line.contains(secret)).limit(3).toList();
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
