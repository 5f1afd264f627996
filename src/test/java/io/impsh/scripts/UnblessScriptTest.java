package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnblessScriptTest {
    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    @BeforeEach
    void start() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40));
    }

    @Test
    void aDryRunChangesNothingAndNeedsNoKey() {
        CommandLineRun run = scene.dryRun("unbless", "--group", "Thermostat field", "--limit", "1");

        assertThat(run.out()).isEqualTo("""
                         name         from              to  outcome  reason
                         thermo-0023  Thermostat field  -   planned  -
                         1 planned · 0 skipped      0.0 s
                        """);
    }

    @Test
    void takesListedDevicesOutOnce() {
        String key = scene.file("key.txt", "sandbox-unbond-key\n");
        String list = scene.file("returned.csv", "device\nthermo-0024\n");
        String[] words = {"--device", "thermo-0023", "--csv", list, "--unbond-key", "@" + key, "--yes=2"};

        CommandLineRun run = scene.run("unbless", words);

        assertThat(steady(run)).as(run.err()).isEqualTo("""
                         name         from              to  outcome  reason
                         thermo-0023  Thermostat field  -   done     -
                         thermo-0024  Thermostat field  -   done     -
                         2 done · 0 failed · 0 stale · 0 skipped · 0 unknown
                        """);
        assertThat(scene.value("devices.where({name: ['thermo-0023', 'thermo-0024'], group: null}).count()"))
                .isEqualTo("2");
        String state = scene.state();

        CommandLineRun again = scene.run("unbless", words);

        assertThat(steady(again)).as(again.err()).isEqualTo("""
                         name         from  to  outcome  reason
                         thermo-0023  -     -   skipped  already unassigned
                         thermo-0024  -     -   skipped  already unassigned
                         0 done · 0 failed · 0 stale · 2 skipped · 0 unknown
                        """);
        assertThat(scene.state()).isEqualTo(state);
    }

    @Test
    void theKeyMayComeInAVariableAndIsToldNowhere() {
        scene.variable("IMPSH_PARAM_UNBOND_KEY", "wrong-key");
        String state = scene.state();

        CommandLineRun run = scene.run("unbless", "--device", "thermo-0023", "--yes", "-o", "json");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("Invalid Unbond Key");
        assertThat(run.out() + run.err()).doesNotContain("wrong-key");
        assertThat(scene.state()).isEqualTo(state);
    }

    @Test
    void othersAreLeftWhereTheyAre() {
        CommandLineRun run = scene.run("unbless", "--device", "thermo-0023", "--device", "thermo-0001", "--yes");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("""
                        impsh: not in production: thermo-0001 (Line 1)
                          devices.of([…]).unassign() takes them out of their groups
                        """);
    }

    @Test
    void aGroupAndAListExcludeEachOther() {
        CommandLineRun run = scene.run("unbless", "--device", "thermo-0023", "--group", "Thermostat field", "--yes");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("""
                        impsh: --group excludes --device and --csv
                          impsh run unbless --help
                        """);
    }

    @Test
    void asksBeforeAnythingIsChanged() {
        scene.variable("IMPSH_PARAM_UNBOND_KEY", "sandbox-unbond-key");
        String state = scene.state();

        CommandLineRun run = scene.run("unbless", "--group", "Thermostat field", "--yes=5");

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).isEqualTo("""
                        impsh: 6 things would be changed, and --yes=5 allows 5: 6 devices are unassigned from Thermostat field
                          give --yes=6 if that is meant
                        """);
        assertThat(scene.state()).isEqualTo(state);
    }

    @Test
    void getsThereWhenTheServiceFails() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40).withFaults("429:5%,500:5%,reset:3%"));
        scene.variable("IMPSH_PARAM_UNBOND_KEY", "sandbox-unbond-key");
        CommandLineRun run;
        int runs = 0;
        do {
            run = scene.run("unbless", "--group", "Thermostat field", "--yes");
            assertThat(run.exitCode()).as(run.err()).isIn(0, 3);
        } while (!scene.value("groups['Thermostat field'].devices.count()").equals("0") && ++runs < 10);

        assertThat(scene.value("devices.where({group: null}).count()")).isEqualTo("10");
    }

    private static String steady(CommandLineRun run) {
        return run.out().replaceAll(" +[\\d.]+ s\n", "\n").replaceAll(" \\d+ still match the selection\n", "");
    }
}
