package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.launcher.Launch;
import io.impsh.launcher.Launched;
import io.impsh.launcher.PackagedProgram;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged program as cron starts it: no terminal, no HOME, no TERM, nothing on standard input. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("its home")
class CronIT {
    @TempDir
    static Path folder;

    private static Sandbox sandbox;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withoutRateLimit());
        Files.writeString(folder.resolve("typed.js"), """
                /**
                 * Takes a parameter of each type.
                 *
                 * @param {string}     [text]     a text
                 * @param {number}     [number]   a number
                 * @param {boolean}    [truth]    yes or no
                 * @param {duration}   [duration] a time
                 * @param {file}       [file]     a file
                 * @param {secret}     [secret]   a secret
                 * @param {product}    [product]  a product
                 * @param {group[]}    [group]    device groups
                 * @param {device}     [device]   a device
                 * @param {build}      [build]    a build
                 * @param {account}    [account]  an account
                 * @param {plain|bold} [choice]   one of two words
                 * @example impsh run ./typed.js --number 1
                 */
                print('ran');
                """);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** The variables that a crontab sets itself; PATH is cron's own. */
    private static Launch cron(Path program) {
        Map<String, String> environment = PackagedProgram.environment(folder.resolve("home"));
        environment.keySet().removeAll(List.of("HOME", "NO_COLOR"));
        Launch launch = new Launch(program, folder).in(folder);
        environment.forEach(launch::with);
        return launch.with("PATH", PackagedProgram.LAUNCHER.toAbsolutePath().getParent() + ":" + System.getenv("PATH"))
                .with("IMPSH_ENDPOINT", sandbox.baseUrl())
                .with("IMPSH_USER", sandbox.user())
                .with("IMPSH_PASSWORD", sandbox.password());
    }

    private static Launched impsh(String... words) throws IOException, InterruptedException {
        return cron(PackagedProgram.LAUNCHER).run(words);
    }

    static Stream<Arguments> wrongParameters() {
        return Stream.of(
                Arguments.of("--text", "@nowhere.txt", """
                        impsh: --text: the file 'nowhere.txt' cannot be read
                          @ before a value names a file that holds it
                        """),
                Arguments.of("--number", "many", """
                        impsh: --number: 'many' is no number
                        """),
                Arguments.of("--truth=maybe", null, """
                        impsh: --truth: 'maybe' is neither true nor false
                        """),
                Arguments.of("--duration", "soon", """
                        impsh: --duration: 'soon' is no duration
                          such as 90s, 10m, 1h30m, or plain seconds
                        """),
                Arguments.of("--file", "nowhere.csv", """
                        impsh: --file: there is no file 'nowhere.csv'
                        """),
                Arguments.of("--secret", "open-sesame", """
                        impsh: --secret: a secret cannot be given as an argument
                          leave it out to be asked, or give --secret @FILE, --secret - for standard input, or IMPSH_PARAM_SECRET
                        """),
                Arguments.of("--product", "Thermostats", """
                        impsh: --product: no product is called 'Thermostats'; nearest: Thermostat
                        """),
                Arguments.of("--group", "Lime 1", """
                        impsh: --group: no device group is called 'Lime 1'; nearest: Line 1, Line 2
                        """),
                Arguments.of("--device", "thermo-1", """
                        impsh: --device: no device is called 'thermo-1'; nearest: thermo-0001, thermo-0010, thermo-0011
                          devices.where({name: /^thermo-1/}) finds by pattern
                        """),
                Arguments.of("--build", "v99", """
                        impsh: --build: no build has the id, sha, tag or origin 'v99'; nearest: v0.9
                        """),
                Arguments.of("--account", "nobody", """
                        impsh: --account: no account is called 'nobody'
                          accounts.names() lists them
                        """),
                Arguments.of("--choice", "italic", """
                        impsh: --choice: 'italic' is none of plain, bold
                        """));
    }

    @ParameterizedTest
    @MethodSource("wrongParameters")
    void aWrongParameterIsNamedBeforeTheScriptBegins(String option, String value, String said) throws Exception {
        Launched run = value == null ? impsh("run", "./typed.js", option) : impsh("run", "./typed.js", option, value);

        assertThat(run).isEqualTo(new Launched(2, "", said));
    }

    @Test
    void whatWouldHaveToBeAskedEndsWithSix() throws Exception {
        Launched run = impsh("run", "bulk-reassign", "--from", "Line 1", "--to", "Line 2");

        assertThat(run).isEqualTo(new Launched(6, "", """
                impsh: a confirmation is needed, and nobody can be asked: 75 devices move from Line 1 to Line 2
                  give --yes, or --yes=75; --dry-run shows what would be done
                """));
    }

    @Test
    void whatIsAllowedBeforehandIsDone() throws Exception {
        Launched run = impsh(
                "run", "rename-devices", "--group", "Tracker pre-DUT", "--pattern", "dut {n}", "--yes=3", "-o", "csv");

        assertThat(run.stderr()).matches("to undo it: plans\\.undo\\('[0-9a-f]{6}'\\)\\.apply\\(\\)\\n");
        assertThat(run.stdout().replaceAll("(?m)^[0-9a-f]{16},", "ID,")).isEqualTo("""
                id,name,from,to,outcome,reason
                ID,tracker-0028,Tracker pre-DUT,dut 1,done,
                ID,tracker-0029,Tracker pre-DUT,dut 2,done,
                ID,tracker-0030,Tracker pre-DUT,dut 3,done,
                """);
        assertThat(run.exit()).isZero();
    }

    /** The third of them only looks. */
    @Test
    void whatIsWrittenEveryNightGoesToAFile() throws Exception {
        impsh("run", "inventory", "--group", "Tracker pre-factory", "--columns", "name,impType", "--file", "night.csv")
                .printsOnly(" file       format  devices  outcome\n night.csv  csv           2  written\n1 row\n");

        assertThat(folder.resolve("night.csv")).hasContent("""
                name,impType
                tracker-0026,imp003
                tracker-0027,imp003
                """);
    }

    @Test
    void aFileIsAProgramByItsFirstLine() throws Exception {
        Path file = Files.writeString(folder.resolve("count.js"), """
                #!/usr/bin/env impsh
                /**
                 * Counts.
                 *
                 * @param {group} group of which group
                 */
                devices.where({group: params.group}).count();
                """);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));

        cron(file).run("--group", "Line 1").printsOnly("75\n");
    }
}
