package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenameDevicesScriptTest {
    private static final String FAULTS = "429:5%,500:5%,reset:3%";

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    private CommandLineRun run(String... words) {
        if (scene == null) {
            scene = scenes.start();
        }
        return scene.run("rename-devices", words);
    }

    /** Without how long it took, and without the id of the plan. */
    private static String steady(String text) {
        return text.replaceAll("\\b\\d+\\.\\d s", "0.0 s").replaceAll("'[0-9a-f]{6}'", "'ID'");
    }

    @Test
    void aDryRunChangesNothing() {
        scene = scenes.start();

        CommandLineRun run =
                scene.dryRun("rename-devices", "--group", "Tracker pre-DUT", "--pattern", "dut-{n:3}-{mac:4}");

        assertThat(steady(run.out())).isEqualTo("""
                 name          from             to            outcome  reason
                 tracker-0028  Tracker pre-DUT  dut-001-7abc  planned  -
                 tracker-0029  Tracker pre-DUT  dut-002-3308  planned  -
                 tracker-0030  Tracker pre-DUT  dut-003-9d02  planned  -
                 3 planned · 0 skipped      0.0 s
                """);
    }

    @Test
    void renamesOnceAndSaysSoTheSecondTime() {
        String[] words = {"--group", "Tracker pre-DUT", "--pattern", "{product} {n}", "--start", "9", "--yes"};

        CommandLineRun first = run(words);

        assertThat(first.exitCode()).isZero();
        assertThat(steady(first.out())).isEqualTo("""
                 name          from             to          outcome  reason
                 tracker-0028  Tracker pre-DUT  Tracker 9   done     -
                 tracker-0029  Tracker pre-DUT  Tracker 10  done     -
                 tracker-0030  Tracker pre-DUT  Tracker 11  done     -
                 3 done · 0 failed · 0 stale · 0 skipped · 0 unknown      0.0 s
                """);
        assertThat(steady(first.err())).isEqualTo("to undo it: plans.undo('ID').apply()\n");
        assertThat(scene.value("devices.where({group: 'Tracker pre-DUT'}).names().sort()"))
                .isEqualTo("['Tracker 10', 'Tracker 11', 'Tracker 9']");
        String after = scene.state();
        CommandLineRun again = run(words);
        assertThat(again.exitCode()).isZero();
        assertThat(steady(again.out())).isEqualTo("""
                 name        from             to          outcome  reason
                 Tracker 9   Tracker pre-DUT  Tracker 9   skipped  already has that name
                 Tracker 10  Tracker pre-DUT  Tracker 10  skipped  already has that name
                 Tracker 11  Tracker pre-DUT  Tracker 11  skipped  already has that name
                 0 done · 0 failed · 0 stale · 3 skipped · 0 unknown      0.0 s
                """);
        assertThat(again.err()).isEqualTo("left alone: 3 skipped\n");
        assertThat(scene.state()).isEqualTo(after);
    }

    @Test
    void takesNamesFromAFileAndKnowsThemTheSecondTime() {
        scene = scenes.start();
        String file = scene.file("names.csv", "device,name\nthermo-0001,Kitchen\n0c:2a:69:83:a9:47,Hall\n,\n");
        String[] words = {"--csv", file, "--yes", "--quiet"};

        assertThat(steady(run(words).out())).isEqualTo("""
                 name         from    to       outcome  reason
                 thermo-0001  Line 1  Kitchen  done     -
                 thermo-0002  Line 1  Hall     done     -
                 2 done · 0 failed · 0 stale · 0 skipped · 0 unknown      0.0 s
                """);
        assertThat(steady(run(words).out())).isEqualTo("""
                 name     from    to       outcome  reason
                 Kitchen  Line 1  Kitchen  skipped  already has that name
                 Hall     Line 1  Hall     skipped  already has that name
                 0 done · 0 failed · 0 stale · 2 skipped · 0 unknown      0.0 s
                """);
    }

    @Test
    void givesOneNameToSeveralOnlyWhenTold() {
        String[] words = {
            "--query",
            "{\"group\": \"Tracker pre-DUT\"}",
            "--pattern",
            "dut",
            "--allow-duplicates",
            "--yes",
            "-o",
            "json"
        };

        CommandLineRun run = run(words);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\"done\": 3");
        assertThat(scene.value("devices.where({name: 'dut'}).count()")).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "--group|Line 1 ~ what shall they be called? give --pattern TEXT or --csv FILE",
                "--pattern|x ~ which devices? give --group GROUP or --query JSON",
                "--pattern|x|--csv|pom.xml ~ --csv excludes --pattern, --group and --query",
                "--group|Line 1|--pattern|{n}|--start|0.5 ~ --start has to be a whole number from 0",
                "--group|Line 1|--pattern|{nn} ~ --pattern: there is no field {nn}",
                "--group|Line 1|--pattern|{group:3} ~ --pattern: there is no field {group:3}",
                "--group|Line 1|--pattern|{mac:0} ~ --pattern: there is no field {mac:0}",
                "--group|Line 1|--pattern|x ~ thermo-0001 and thermo-0002 would both be called x",
                "--group|Tracker pre-DUT|--pattern|thermo-000{n} ~ 23d6824e2ef3fc17 is called thermo-0001 already",
                "--query|{\"name\": \"nobody\"}|--pattern|x ~ there is no such device",
                "--query|{\"nam\": 1}|--pattern|x ~ --query: devices have no 'nam' to filter by; did you mean name?",
                "--query|{|--pattern|x ~ --query: no JSON object: {",
            })
    void refusesWrongUse(String words, String message) {
        scene = scenes.start();
        String before = scene.state();

        CommandLineRun run = run((words + "|--yes").split("\\|"));

        assertThat(run.err()).startsWith("impsh: " + message + "\n").doesNotContain(" at rename-devices.js");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void whatIsNoListOfDevicesIsTheUsersMistake() {
        scene = scenes.start();
        String file = scene.file("names.csv", "device,name\n\"thermo-0001,A\n");

        assertThat(run("--csv", file))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: cannot read " + file + ", line 3 as CSV: Missing closing quote for value\n"
                                + "  the first line names the columns\n"));
        scene.file("names.csv", "");
        assertThat(run("--csv", file))
                .isEqualTo(new CommandLineRun(
                        2, "", "impsh: " + file + " names no device\n  impsh run rename-devices --help\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "thermo-0001,A|thermo-0001,B ~ thermo-0001 would have two names; B is one of them",
                "thermo-0001,A|thermo-0002,A ~ thermo-0001 and thermo-0002 would both be called A",
                "thermo-0001, ~ thermo-0001 would have no name",
                ",A ~ FILE, line 2: no device",
                "thermo-0001,A|thermo-x1,B ~ FILE, line 3: no device is called 'thermo-x1'",
                "thermo-0001,123456789012345678901234567890123456789012345678901234567890123456789012345678901 ~"
                        + " thermo-0001 would have a name of more than 80 characters:"
                        + " 123456789012345678901234567890123456789012345678901234567890123456789012345678901",
            })
    void refusesAWrongFile(String rows, String message) {
        scene = scenes.start();
        String file = scene.file("names.csv", "device,name\n" + rows.replace('|', '\n') + "\n");
        String before = scene.state();

        CommandLineRun run = run("--csv", file, "--yes");

        assertThat(run.err()).startsWith("impsh: " + message.replace("FILE", file) + "\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void refusesAFileWithOtherColumns() {
        scene = scenes.start();
        String file = scene.file("names.csv", "mac,name\n0c2a69948ae8,A\n");

        assertThat(run("--csv", file, "--yes")).isEqualTo(new CommandLineRun(2, "", """
                impsh: %s needs the columns "device" and "name"
                  impsh run rename-devices --help
                """.formatted(file)));
    }

    @Test
    void asksFirst() {
        scene = scenes.start();
        String before = scene.state();

        CommandLineRun run = run("--group", "Tracker pre-DUT", "--pattern", "dut {n}");

        assertThat(run).isEqualTo(new CommandLineRun(6, "", """
                impsh: a confirmation is needed, and nobody can be asked: 3 devices get another name
                  give --yes, or --yes=3; --dry-run shows what would be done
                """));
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void underFaultsItIsRunAgainUntilAllHaveTheirNames() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40).withFaults(FAULTS));
        int code = 3;
        for (int attempt = 0; attempt < 5 && code != 0; attempt++) {
            code = run("--group", "Line 1", "--pattern", "line1-{n:2}", "--yes").exitCode();
            assertThat(code).isIn(0, 3);
        }

        assertThat(code).isZero();
        assertThat(scene.value("devices.where({group: 'Line 1', name: /^line1-/}).count()"))
                .isEqualTo("12");
    }
}
