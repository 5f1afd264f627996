package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginKeyRotateScriptTest {
    private static final String KEY = "[0-9a-z]{16}\n";
    private static final String WHO_NEEDS_IT =
            "who used the old key needs the new one now; this profile, too, if it logs"
                    + " in by key: impsh login --key-stdin\n";
    private static final String KEYS = "loginKeys.map(key => key.description).join()";

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    @BeforeEach
    void start() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(10)).variable("IMPSH_PARAM_PASSWORD", "sandbox");
    }

    @Test
    void aDryRunMakesNoKey() {
        CommandLineRun run = scene.dryRun("login-key-rotate", "--old", "build server", "--file", scene.file("key.txt"));

        assertThat(run).isEqualTo(new CommandLineRun(0, """
                         what       name                outcome
                         login key  a new one           planned
                         login key  sand… build server  planned
                        2 rows
                        """, """
                        dry run: 2 requests would be sent:
                          POST /accounts/me/login_keys {"data":{"type":"login_key","attributes":{"description":"build server"}}} → 00000000-0000-0000-0000-000000000001
                          DELETE /accounts/me/login_keys/[hidden]
                        """));
        assertThat(scene.path("key.txt")).doesNotExist();
    }

    @Test
    void printsTheNewKeyAloneAndEachRunMakesAnother() {
        CommandLineRun first = scene.run("login-key-rotate", "--old", "sand", "--yes");
        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).isEqualTo(WHO_NEEDS_IT);
        assertThat(first.out()).matches(KEY);

        CommandLineRun second = scene.run("login-key-rotate", "--old", "build server", "--yes", "-o", "json");

        assertThat(second.out())
                .matches("\"[0-9a-z]{16}\"\n")
                .isNotEqualTo("\"" + first.out().strip() + "\"\n");
        assertThat(scene.value(KEYS)).isEqualTo("build server");
        assertThat(logIn(second.out().replace("\"", "")).out()).isEqualTo("demo\n");
        assertThat(logIn(first.out()).exitCode()).isEqualTo(4);
    }

    @Test
    void storesTheNewKeyForItsOwnerAloneAndNamesItNowhereElse() throws IOException {
        String old = scene.value("loginKeys.first().reload({reveal: true}).id");
        scene.file("key.txt", old + "\n");

        CommandLineRun run = scene.run(
                "login-key-rotate",
                "--old",
                "build server",
                "--file",
                scene.file("key.txt"),
                "--description",
                "nightly",
                "--yes",
                "--debug");

        String key = scene.content("key.txt");
        assertThat(run.exitCode()).isZero();
        assertThat(key).matches(KEY);
        assertThat(run.out())
                .isEqualTo(" what       name                outcome\n"
                        + " login key  " + key.substring(0, 4) + "… nightly       created\n"
                        + " login key  sand… build server  removed\n2 rows\n");
        assertThat(run.err()).endsWith(WHO_NEEDS_IT).doesNotContain(key.strip()).doesNotContain(old);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scene.path("key.txt"))))
                .isEqualTo("rw-------");
        assertThat(scene.content("home/state/audit.ndjson")).doesNotContain(key.strip());
        assertThat(logIn(key).out()).isEqualTo("demo\n");
        assertThat(scene.value(KEYS)).isEqualTo("nightly");
    }

    /** Its access token stays good, and nothing is asked for after the old key is gone. */
    @Test
    void worksInALoginByTheOldKey() {
        String old = scene.value("loginKeys.first().reload({reveal: true}).id");

        CommandLineRun run = withKey(old, "run", "login-key-rotate", "--old", "build server", "--yes");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(logIn(run.out()).out()).isEqualTo("demo\n");
        assertThat(logIn(old).exitCode()).isEqualTo(4);
    }

    @Test
    void aKeyThatCannotBeStoredIsTakenBack() {
        String file = scene.file("a-file", "") + "/key.txt";
        String before = scene.state();

        CommandLineRun refused = scene.run("login-key-rotate", "--old", "build server", "--file", file, "--yes");
        CommandLineRun failed = scene.run("login-key-rotate", "--old", "build server", "--file", "/proc/key", "--yes");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(scene.state()).isEqualTo(before);
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).startsWith("the new key was removed again; sand… build server stays\n");
        assertThat(scene.value("loginKeys.map(key => key.id).join()")).isEqualTo("sand…");
    }

    @Test
    void aKeyThatCannotBePrintedIsTakenBack() {
        CommandLineRun run = scene.runOnAFullDisk("login-key-rotate", "--old", "build server", "--yes");

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        1,
                        "",
                        "the new key was removed again; sand… build server stays\n"
                                + "impsh: results cannot be written: No space left on device\n"));
        assertThat(scene.value("loginKeys.map(key => key.id).join()")).isEqualTo("sand…");
    }

    @Test
    void nothingIsChangedWithoutAConfirmationOrWithAWrongPassword() {
        String before = scene.state();

        CommandLineRun unconfirmed = scene.run("login-key-rotate", "--old", "build server");
        CommandLineRun refused =
                scene.variable("IMPSH_PARAM_PASSWORD", "no").run("login-key-rotate", "--old", "build server", "--yes");

        assertThat(unconfirmed)
                .isEqualTo(new CommandLineRun(
                        6,
                        "",
                        "impsh: a confirmation is needed, and nobody can be asked: A new login key is made, to replace"
                                + " sand… build server\n"
                                + "  give --yes; --dry-run shows what would be done\n"));
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void underFaultsThereIsAlwaysAKeyThatWorks() {
        String old = scene.value("loginKeys.first().reload({reveal: true}).id");
        scene.sandbox().setFaults("429:5%,500:5%,reset:3%");

        CommandLineRun run =
                scene.run("login-key-rotate", "--old", "build server", "--file", scene.file("key.txt"), "--yes");

        scene.sandbox().setFaults("");
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(logIn(scene.content("key.txt")).out()).isEqualTo("demo\n");
        assertThat(logIn(old).exitCode()).isEqualTo(4);
        assertThat(scene.value(KEYS)).isEqualTo("build server");
    }

    @Test
    void wrongUseIsTold() {
        String notes = scene.file("notes.txt", "not a key\n");

        assertThat(scene.run("login-key-rotate", "--old", "nobody"))
                .isEqualTo(new CommandLineRun(
                        2, "", "impsh: --old: no login key has the id 'nobody'\n  loginKeys lists them\n"));
        assertThat(scene.run("login-key-rotate", "--old", "0123456789abcdef"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: --old is a whole key, and others can see command lines\n"
                                + "  give its first four characters, or its description\n"));
        assertThat(scene.run("login-key-rotate", "--old", "build server", "--file", notes))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: --file: " + notes + " is there already, and holds no login key\n"
                                + "  impsh run login-key-rotate --help\n"));
    }

    private CommandLineRun logIn(String key) {
        return withKey(key.strip(), "-e", "me.username");
    }

    private CommandLineRun withKey(String key, String... words) {
        return CommandLineRun.of(
                Map.of(
                        "IMPSH_HOME",
                        scene.path("other").toString(),
                        "IMPSH_ENDPOINT",
                        scene.sandbox().baseUrl().toString(),
                        "IMPSH_LOGIN_KEY",
                        key,
                        "IMPSH_PARAM_PASSWORD",
                        "sandbox"),
                "",
                words);
    }
}
