package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkReassignScriptTest {
    private static final String FAULTS = "429:5%,500:5%,reset:3%";

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    private CommandLineRun run(String... words) {
        if (scene == null) {
            scene = scenes.start();
        }
        return scene.run("bulk-reassign", words);
    }

    /** Without how long it took, and without the id of the plan. */
    private static String steady(String text) {
        return text.replaceAll("\\b\\d+\\.\\d s", "0.0 s").replaceAll("'[0-9a-f]{6}'", "'ID'");
    }

    @Test
    void aDryRunChangesNothing() {
        scene = scenes.start();

        CommandLineRun run = scene.dryRun("bulk-reassign", "--from", "Line 1", "--to", "Line 2", "--limit", "1");

        assertThat(steady(run.out())).isEqualTo("""
                 name         from    to      outcome  reason
                 thermo-0001  Line 1  Line 2  planned  -
                 1 planned · 0 skipped      0.0 s
                """);
    }

    @Test
    void movesOnceAndFindsNothingTheSecondTime() {
        String[] words = {"--from", "Tracker pre-DUT", "--to", "Tracker dev", "--yes"};

        CommandLineRun first = run(words);

        assertThat(first.exitCode()).isZero();
        assertThat(steady(first.out())).isEqualTo("""
                 name          from             to           outcome  reason
                 tracker-0028  Tracker pre-DUT  Tracker dev  done     -
                 tracker-0029  Tracker pre-DUT  Tracker dev  done     -
                 tracker-0030  Tracker pre-DUT  Tracker dev  done     -
                 3 done · 0 failed · 0 stale · 0 skipped · 0 unknown      0.0 s
                 none still match the selection
                """);
        assertThat(steady(first.err())).isEqualTo("to undo it: plans.undo('ID').apply()\n");
        assertThat(scene.value("devices.where({group: 'Tracker pre-DUT'}).count()"))
                .isEqualTo("0");
        String after = scene.state();
        CommandLineRun again = run(words);
        assertThat(again.exitCode()).isZero();
        assertThat(steady(again.out())).startsWith(" 0 done · 0 failed · 0 stale · 0 skipped · 0 unknown      0.0 s\n");
        assertThat(again.err()).isEmpty();
        assertThat(scene.state()).isEqualTo(after);
    }

    @Test
    void whatItTellsToUndoItUndoesIt() {
        CommandLineRun moved = run("--from", "Line 2", "--to", "Line 1", "--limit", "2", "--yes");
        String expression = moved.err().replaceAll("to undo it: (.*)\n", "$1");

        assertThat(scene.impsh("--yes", "-e", expression).exitCode()).isZero();
        assertThat(scene.value("devices.where({group: 'Line 2'}).count()")).isEqualTo("50");
    }

    @Test
    void takesAQueryAndWavesAsApplyDoes() {
        CommandLineRun run = run(
                "--query",
                "{\"group\": [\"Tracker dev\", \"Tracker pre-DUT\"], \"online\": true}",
                "--to",
                "Tracker pre-factory",
                "--limit",
                "4",
                "--waves",
                "1,50%",
                "--waves",
                "100%",
                "--pause",
                "0s",
                "--health",
                "online=1s",
                "--yes",
                "-o",
                "json");

        assertThat(run.err())
                .startsWith("wave 1 of 3    1 / 1    done")
                .contains("wave 2 of 3    1 / 1    done", "wave 3 of 3    2 / 2    done");
        assertThat(run.out()).contains("\"done\": 4");
        assertThat(scene.value("devices.where({group: 'Tracker pre-factory'}).count()"))
                .isEqualTo("6");
    }

    @Test
    void sendsEachDeviceOfAFileWhereTheFileSaysAndThenLeavesItAlone() {
        scene = scenes.start();
        String file = scene.file(
                "moves.csv", "device,to\nthermo-0001,Line 2\ntracker-0001,\n0c:2a:69:83:a9:47,Tracker dev\n,\n");
        String[] words = {"--csv", file, "--to", "Line 2", "--yes", "--quiet", "-o", "csv"};

        assertThat(run(words).out().replaceAll(",[0-9a-f]{6},", ",ID,")).isEqualTo("""
                to,plan,done,failed,stale,skipped,unknown,planned
                Line 2,ID,1,0,0,0,0,0
                Line 2,ID,1,0,0,0,0,0
                Tracker dev,ID,1,0,0,0,0,0
                """);
        assertThat(scene.value("devices.of(['thermo-0001', 'tracker-0001', 'thermo-0002']).map(d => d.group.name)"))
                .isEqualTo("['Line 2', 'Line 2', 'Tracker dev']");
        String after = scene.state();
        assertThat(run(words).out().replaceAll(",[0-9a-f]{6},", ",ID,")).isEqualTo("""
                to,plan,done,failed,stale,skipped,unknown,planned
                Line 2,ID,0,0,0,1,0,0
                Line 2,ID,0,0,0,1,0,0
                Tracker dev,ID,0,0,0,1,0,0
                """);
        assertThat(scene.state()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "device,to|thermo-0001,Lime 1 ~ moves.csv: no device group is called 'Lime 1'",
                "device,to|thermo-x,Line 1 ~ moves.csv: no device is called 'thermo-x'",
                "device,to||, ~ moves.csv names no device",
                "device,to|\"thermo ~ cannot read moves.csv, line 2 as CSV: Missing closing quote for value",
            })
    void refusesAFileWithAnythingWrongInIt(String content, String message) {
        scene = scenes.start();
        String file = scene.file("moves.csv", content.replace('|', '\n'));
        String before = scene.state();

        CommandLineRun run = run("--csv", file, "--to", "Line 2", "--yes");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().replace(file, "moves.csv"))
                .startsWith("impsh: " + message + "\n")
                .doesNotContain(" at bulk-reassign.js");
        assertThat(scene.state()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "--to|Line 2 ~ which devices? give --from GROUP, --query JSON or --csv FILE",
                "--from|Line 1 ~ where to? give --to GROUP",
                "--from|Line 1|--csv|pom.xml ~ --from and --csv exclude each other",
                "--from|Line 1|--to|Line 2|--limit|0 ~ --limit has to be a whole number from 1",
                "--from|Line 1|--to|Line 2|--waves|1,x ~ --waves: 'x' is no number and no percentage",
                "--from|Line 1|--to|Line 2|--pause|soon ~ --pause: 'soon' is no duration",
                "--from|Line 1|--to|Line 2|--health|up=1m ~ --health: 'up=1m' is no sign of health",
                "--from|Line 1|--to|Line 2|--within|soon ~ --within: 'soon' is no duration",
                "--from|Lime 1|--to|Line 2 ~ --from: no device group is called 'Lime 1'; nearest: Line 1, Line 2",
                "--query|[1]|--to|Line 2 ~ --query: no JSON object: [1]",
                "--query|{\"grop\": 1}|--to|Line 2 ~ --query: devices have no 'grop' to filter by; did you mean group?",
                "--query|{\"group\": \"Lime 1\"}|--to|Line 2 ~ --query: no device group is called 'Lime 1'",
            })
    void refusesWrongUse(String words, String message) {
        scene = scenes.start();
        String before = scene.state();

        CommandLineRun run = run((words + "|--yes").split("\\|"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("impsh: " + message + "\n").doesNotContain(" at bulk-reassign.js");
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void asksFirst() {
        scene = scenes.start();
        String before = scene.state();

        CommandLineRun run = run("--from", "Line 1", "--to", "Line 2", "--limit", "2");

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void underFaultsItIsRunAgainUntilAllHaveMoved() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40).withFaults(FAULTS));
        int code = 3;
        for (int attempt = 0; attempt < 5 && code != 0; attempt++) {
            code = run("--from", "Line 1", "--to", "Line 2", "--yes").exitCode();
            assertThat(code).isIn(0, 3);
        }

        assertThat(code).isZero();
        assertThat(scene.value("devices.where({group: 'Line 1'}).count()")).isEqualTo("0");
    }
}
