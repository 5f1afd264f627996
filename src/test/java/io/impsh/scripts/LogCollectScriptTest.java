package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LogCollectScriptTest {
    private static final SandboxOptions SMALL = SandboxOptions.defaults().withDevices(40);

    private static final String TRACKER =
            "device,file,lines,outcome\ntracker-0005,%s/tracker-0005.23532e3e686ca915.log,%d,%s\n";
    private static final String ONE_FILE = "device,file,lines,outcome\nthermo-0001,%s,%d,%s\ntracker-0005,%s,%d,%s\n";

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;
    private String logs;

    @BeforeEach
    void start() {
        scene = scenes.start(SMALL);
        logs = scene.file("logs");
    }

    @Test
    void aDryRunWritesNothing() {
        CommandLineRun run = scene.dryRun("log-collect", "--group", "Tracker pre-DUT", "--into", logs, "-o", "csv");

        assertThat(run.out()).isEqualTo(TRACKER.formatted(logs, 29, "planned"));
        assertThat(Path.of(logs)).doesNotExist();
    }

    @Test
    void writesStoredLinesOnceAndWhatIsNewTheNextTime() throws Exception {
        String[] words = {"--group", "Tracker pre-DUT", "--into", logs, "-o", "csv"};
        assertThat(scene.run("log-collect", words).out()).isEqualTo(TRACKER.formatted(logs, 29, "written"));
        Path file = Path.of(logs, "tracker-0005.23532e3e686ca915.log");
        List<String> lines = Files.readAllLines(file);
        String state = scene.state();

        assertThat(scene.run("log-collect", words).out()).isEqualTo(TRACKER.formatted(logs, 0, "already so"));
        assertThat(Files.readAllLines(file)).isEqualTo(lines).hasSize(29);
        assertThat(scene.state()).isEqualTo(state);

        scene.value("for (const text of ['same', 'same', 'a\\nb\\\\c\\u001b[2J']) sandbox.log('tracker-0005', text)");
        assertThat(scene.run("log-collect", words).out()).isEqualTo(TRACKER.formatted(logs, 3, "written"));
        assertThat(Files.readAllLines(file).subList(lines.size(), lines.size() + 3))
                .extracting(line -> line.substring("2024-06-01T06:00:00.000Z ".length()))
                .containsExactly("server.log same", "server.log same", "server.log a\\nb\\\\c\\u001b[2J");
    }

    @Test
    void aLineThatWasCutOffIsWrittenAgainOnALineOfItsOwn() throws Exception {
        String[] words = {"--group", "Tracker pre-DUT", "--into", logs, "-o", "csv"};
        scene.run("log-collect", words);
        Path file = Path.of(logs, "tracker-0005.23532e3e686ca915.log");
        String whole = Files.readString(file);
        List<String> expected = new ArrayList<>(Files.readAllLines(file));
        String last = expected.get(28);
        Files.writeString(file, whole.substring(0, whole.length() - 5));
        expected.set(28, last.substring(0, last.length() - 4));
        expected.add(last);

        assertThat(scene.run("log-collect", words).out()).isEqualTo(TRACKER.formatted(logs, 1, "written"));
        assertThat(Files.readAllLines(file)).isEqualTo(expected);
    }

    @Test
    void namesOfDevicesAreNoPaths() {
        scene.value("devices.get('thermo-0001').rename('../../etc/passwd').id");
        scene.value("devices.get('thermo-0002').rename('.hidden 温').id");
        scene.value("devices.get('thermo-0003').rename(null).id");

        CommandLineRun run = scene.run(
                "log-collect",
                "--device",
                "../../etc/passwd",
                "--device",
                ".hidden 温",
                "--device",
                "239545b4ca73e0f3",
                "--into",
                logs,
                "-o",
                "csv");

        assertThat(run.out()).isEqualTo("""
                device,file,lines,outcome
                ../../etc/passwd,LOGS/__.._etc_passwd.23d6824e2ef3fc17.log,25,written
                .hidden 温,LOGS/_hidden__.234673ef77ba0574.log,26,written
                239545b4ca73e0f3,LOGS/239545b4ca73e0f3.log,27,written
                """.replace("LOGS", logs));
        assertThat(Path.of(logs))
                .isDirectoryContaining("glob:**/__.._etc_passwd.23d6824e2ef3fc17.log")
                .isDirectoryContaining("glob:**/_hidden__.234673ef77ba0574.log");
    }

    @Test
    void oneFileForAllKnowsWhoseALineIs() {
        String file = scene.file("all.log");
        String[] words = {"--device", "thermo-0001", "--group", "Tracker pre-DUT", "--file", file, "-o", "csv"};

        assertThat(scene.run("log-collect", words).out())
                .isEqualTo(ONE_FILE.formatted(file, 25, "written", file, 29, "written"));
        String content = scene.content("all.log");
        assertThat(content).startsWith("2024-06-01T06:00:01.009Z 23d6824e2ef3fc17 status Agent restarted: reload.\n");

        assertThat(scene.run("log-collect", words).out())
                .isEqualTo(ONE_FILE.formatted(file, 0, "already so", file, 0, "already so"));
        assertThat(scene.content("all.log")).isEqualTo(content).hasLineCount(54);
    }

    @Test
    void followsForAWhile() throws Exception {
        String file = scene.file("live.log");
        CompletableFuture<CommandLineRun> running = CompletableFuture.supplyAsync(() -> scene.run(
                "log-collect",
                "--device",
                "thermo-0001",
                "--file",
                file,
                "--since",
                "1s",
                "--follow",
                "3s",
                "-o",
                "csv"));
        while (!running.isDone()) {
            scene.value("for (let i = 0; i < 20; i++) { sandbox.log('thermo-0001', 'again'); sleep(0.05); }");
        }

        assertThat(running.get(1, TimeUnit.MINUTES).exitCode()).isZero();
        List<String> lines = scene.content("live.log").lines().toList();
        String stored = "logs.get('thermo-0001', {since: '10m'})"
                + ".map(line => line.time.toISOString() + ' ' + line.deviceId + ' server.log again').join('\\n')";
        assertThat(lines).isNotEmpty();
        assertThat(scene.value(stored)).contains(String.join("\n", lines));
    }

    @Test
    void productionGroupsHaveNoLogs() {
        assertThat(scene.run("log-collect", "--group", "Thermostat field", "--into", logs))
                .isEqualTo(new CommandLineRun(
                        0, "[]\n", "left out, as (pre-)production groups have no logs: 6 of Thermostat field\n"));
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThat(scene.run("log-collect", "--into", logs).err())
                .isEqualTo(
                        "impsh: whose logs? give --group GROUP or --device DEVICE\n  impsh run log-collect --help\n");
        assertThat(scene.run("log-collect", "--group", "Line 1"))
                .isEqualTo(new CommandLineRun(
                        2, "", "impsh: where to? give --into FOLDER or --file FILE\n  impsh run log-collect --help\n"));
        assertThat(scene.run("log-collect", "--group", "Line 1", "--into", logs, "--file", "x")
                        .err())
                .isEqualTo("impsh: --into and --file exclude each other\n  impsh run log-collect --help\n");
    }
}
