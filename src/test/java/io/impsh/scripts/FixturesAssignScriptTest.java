package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixturesAssignScriptTest {
    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    @BeforeEach
    void start() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40));
    }

    @Test
    void aDryRunChangesNothing() {
        CommandLineRun run = scene.dryRun("fixtures-assign", to("--device", "thermo-0003"));

        assertThat(run.out()).isEqualTo("""
                         name         from    to                   outcome  reason
                         thermo-0003  Line 1  Thermostat fixtures  planned  -
                         1 planned · 0 skipped      0.0 s
                        """);
    }

    @Test
    void assignsThoseOfTheCommandLineAndOfAFileOnce() {
        String file = scene.file("fixtures.csv", "device,line\n23c7a4d8ae9e9fbd,2\n,\n");

        CommandLineRun run = scene.run("fixtures-assign", to("--device", "thermo-0003", "--csv", file, "--yes=2"));

        assertThat(steady(run)).as(run.err()).isEqualTo("""
                         name         from    to                   outcome  reason
                         thermo-0003  Line 1  Thermostat fixtures  done     -
                         thermo-0008  Line 1  Thermostat fixtures  done     -
                         2 done · 0 failed · 0 stale · 0 skipped · 0 unknown
                        """);
        assertThat(run.err()).isEqualTo("off line, and without the new firmware until they connect: thermo-0008\n");
        assertThat(scene.value("groups['Thermostat fixtures'].devices.names().sort().join()"))
                .isEqualTo("thermo-0003,thermo-0008,thermo-0021");
        String state = scene.state();

        CommandLineRun again = scene.run("fixtures-assign", to("--device", "thermo-0003", "--yes"));

        assertThat(steady(again)).isEqualTo("""
                         name         from                 to                   outcome  reason
                         thermo-0003  Thermostat fixtures  Thermostat fixtures  skipped  already there
                         0 done · 0 failed · 0 stale · 1 skipped · 0 unknown
                        """);
        assertThat(scene.state()).isEqualTo(state);
        assertThat(scene.run("fixtures-assign", to("--device", "thermo-0003", "-o", "json"))
                        .out())
                .contains("\"outcome\": \"skipped\"");
    }

    @Test
    void oneThatIsRefusedKeepsAllOut() {
        String state = scene.state();

        CommandLineRun run =
                scene.run("fixtures-assign", to("--device", "thermo-0003", "--device", "thermo-0022", "--yes"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("""
                        impsh: thermo-0022: imp001 cards are not admitted to factory groups
                          nothing is assigned; take them off the list
                        """);
        assertThat(scene.state()).isEqualTo(state);
    }

    @Test
    void anotherGroupThanAFactorysIsWrongUse() {
        CommandLineRun run = scene.run("fixtures-assign", "--to", "Line 1", "--device", "thermo-0021", "--yes");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("""
                        impsh: Line 1 is a development group, and fixtures belong into a factory group
                          factory groups: Thermostat fixtures, Tracker pre-factory
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "device|| ~ fixtures.csv names no device",
                "device|'thermo ~ cannot read fixtures.csv, line 2 as CSV: Missing closing quote for value",
            })
    void aFileWithoutADeviceIsWrongUse(String content, String message) {
        String file = scene.file("fixtures.csv", content.replace('|', '\n').replace('\'', '"'));

        CommandLineRun run = scene.run("fixtures-assign", to("--csv", file, "--yes"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().replace(file, "fixtures.csv"))
                .startsWith("impsh: " + message + "\n")
                .doesNotContain(".js");
    }

    @Test
    void aFileWithAWrongNameIsWrongUse() {
        String file = scene.file("fixtures.csv", "device\nthermo-0003\nthermo-9\n");

        CommandLineRun run = scene.run("fixtures-assign", to("--csv", file, "--yes"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("impsh: no device is called 'thermo-9'\n");
    }

    @Test
    void asksBeforeAnythingIsChanged() {
        String state = scene.state();

        CommandLineRun run = scene.run("fixtures-assign", to("--device", "thermo-0003"));

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).isEqualTo("""
                        impsh: a confirmation is needed, and nobody can be asked: 1 device moves from Line 1 to Thermostat fixtures
                          give --yes, or --yes=1; --dry-run shows what would be done
                        """);
        assertThat(scene.state()).isEqualTo(state);
    }

    @Test
    void getsThereWhenTheServiceFails() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40).withFaults("429:5%,500:5%,reset:3%"));
        CommandLineRun run;
        int runs = 0;
        do {
            run = scene.run("fixtures-assign", to("--device", "thermo-0003", "--device", "thermo-0005", "--yes"));
            assertThat(run.exitCode()).as(run.err()).isIn(0, 3);
        } while (!run.out().contains("2 skipped") && ++runs < 10);

        assertThat(run.out()).contains("2 skipped");
        assertThat(scene.value("groups['Thermostat fixtures'].devices.count()")).isEqualTo("3");
    }

    private static String steady(CommandLineRun run) {
        return run.out().replaceAll(" +[\\d.]+ s\n", "\n");
    }

    private static String[] to(String... more) {
        return Stream.concat(Stream.of("--to", "Thermostat fixtures"), Stream.of(more))
                .toArray(String[]::new);
    }
}
