package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReleaseScriptTest {
    private static final String[] TO_FIELD = {"--build", "rc", "--to", "Thermostat field", "--all"};

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    @BeforeEach
    void start() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40));
        scene.value("groups['Line 1'].deploy({deviceCode: 'server.log(\"ready\");', agentCode: '// agent',"
                + " description: 'tested', origin: 'git:1234567', tags: ['rc'], flagged: true}).name");
    }

    @Test
    void aDryRunChangesNothing() {
        CommandLineRun run = scene.dryRun(
                "release", "--build", "rc", "--to", "Thermostat field", "--all", "--minimum", "--conditional");

        assertThat(run.out()).isEqualTo("""
                         what     name              outcome  detail
                         build    1de2431e rc       planned  -
                         minimum  1de2431e rc       planned  -
                         restart  Thermostat field  planned  6 devices
                        3 rows
                        """);
        assertThat(run.err()).startsWith("dry run: 3 requests would be sent:\n").contains("/conditional_restart");
    }

    @Test
    void releasesOnceAndLeavesAloneTheSecondTime() {
        CommandLineRun run = scene.run("release", with("--minimum", "--yes"));

        assertThat(run.out().replaceAll("plan \\w+", "plan ID")).as(run.err()).isEqualTo("""
                         what     name              outcome  detail
                         build    1de2431e rc       created  plan ID
                         minimum  1de2431e rc       changed  -
                         restart  Thermostat field  done     6 devices
                         devices  Thermostat field  on line  5 devices; off line before: 1
                        4 rows
                        """);
        assertThat(
                        scene.value(
                                "let b = groups['Thermostat field'].currentDeployment;"
                                        + " [b.description, b.origin, b.tags, b.flagged, b.group.minSupportedDeployment.id === b.id].join()"))
                .isEqualTo("tested,git:1234567,rc,true,true");
        assertThat(restarts()).isEqualTo("6");
        String state = scene.state();

        CommandLineRun again = scene.run("release", with("--minimum", "--yes", "-o", "json"));

        assertThat(again.out()).isEqualTo("""
                        [
                          {
                            "what": "build",
                            "name": "1de2431e rc",
                            "outcome": "already so",
                            "detail": null
                          },
                          {
                            "what": "minimum",
                            "name": "1de2431e rc",
                            "outcome": "already so",
                            "detail": null
                          },
                          {
                            "what": "restart",
                            "name": "Thermostat field",
                            "outcome": "already so",
                            "detail": null
                          }
                        ]
                        """);
        assertThat(scene.state()).isEqualTo(state);

        assertThat(scene.run("release", with("--force", "--yes")).exitCode()).isZero();
        assertThat(restarts()).isEqualTo("12");
    }

    @Test
    void bringsWhatACopyLacksAndRestartsThoseThatHaveNot() {
        scene.value("builds.get('rc').copyTo('Thermostat field').name");
        scene.value("devices.where({group: 'Thermostat field', online: true}).first().restart()");

        CommandLineRun run = scene.run("release", with("--yes=4"));

        assertThat(run.out()).as(run.err()).isEqualTo("""
                         what     name              outcome  detail
                         build    1de2431e rc       changed  description, tags, flagged
                         restart  Thermostat field  done     4 devices that had not
                         devices  Thermostat field  on line  4 devices
                        3 rows
                        """);
        assertThat(restarts()).isEqualTo("5");
    }

    @Test
    void aConditionalReleaseLetsThemRunOn() {
        CommandLineRun run = scene.run("release", with("--conditional", "--yes"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(restarts()).isEqualTo("0");

        CommandLineRun again = scene.run("release", with("--conditional", "--yes"));

        assertThat(again.out()).isEqualTo("""
                         what     name              outcome     detail
                         build    1de2431e rc       already so  -
                         restart  Thermostat field  already so  5 devices not restarted; --force asks again
                        2 rows
                        """);
    }

    @Test
    void tellsOfErrorsInTheLogs() {
        String name = scene.value(
                "groups['Line 1'].deploy({deviceCode: 'server.error(\"boom\");', agentCode: '// agent', tags: ['bad']}).name");
        String before = scene.value("groups['Line 2'].currentDeployment.id");
        String group = scene.value("groups['Line 2'].id");

        CommandLineRun run = scene.run("release", "--build", "bad", "--to", "Line 2", "--yes");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("done so far: build " + name + " bad created; restart Line 2 done\n"
                        + "impsh: errors were logged since by 7 devices of Line 2: thermo-0013, thermo-0014, thermo-0015,"
                        + " thermo-0017, thermo-0018, thermo-0019, 23d59b14ccbf9b04; thermo-0013: boom\n"
                        + "  look: devices.where({group: '" + group + "'}); back: impsh run release --build "
                        + before
                        + " --to " + group + "\n");
    }

    @Test
    void asksBeforeAnythingIsChanged() {
        String state = scene.state();

        CommandLineRun run = scene.run("release", TO_FIELD);

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).isEqualTo("""
                        impsh: a confirmation is needed, and nobody can be asked: build rc is copied to Thermostat field
                          give --yes, or --yes=1; --dry-run shows what would be done
                        """);
        assertThat(scene.state()).isEqualTo(state);
    }

    @Test
    void tellsWhatIsDoneWhenTheSecondQuestionStopsIt() {
        CommandLineRun run = scene.run("release", with("--minimum", "--yes=1"));

        assertThat(run).isEqualTo(new CommandLineRun(6, "", """
                        done so far: build 1de2431e rc created; minimum 1de2431e rc changed
                        impsh: 6 things would be changed, and --yes=1 allows 1: 6 devices of Thermostat field restart
                          give --yes=6 if that is meant
                        """));
    }

    @Test
    void aNameThatMeansNothingIsWrongUse() {
        CommandLineRun run = scene.run("release", "--build", "rc", "--to", "Thermostat feld");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("impsh: --to: no device group is called 'Thermostat feld'; nearest: Thermostat field,"
                        + " Thermostat field B, Thermostat DUT\n");
    }

    @Test
    void getsThereWhenTheServiceFails() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40).withFaults("429:5%,500:5%,reset:3%"));
        String build = scene.value("groups['Thermostat field B'].currentDeployment.id");
        CommandLineRun run;
        int runs = 0;
        do {
            run = scene.run("release", "--build", build, "--to", "Thermostat field", "--yes");
            assertThat(run.exitCode()).as(run.err()).isIn(0, 3);
            runs++;
        } while (!isSettled(run) && runs < 10);

        assertThat(isSettled(run)).as(run.toString()).isTrue();
        assertThat(restarts()).isEqualTo("6");
    }

    private static boolean isSettled(CommandLineRun run) {
        return run.out().lines().filter(line -> line.contains("already so")).count() == 2;
    }

    /** Of devices in production, as the sandbox has counted. */
    private String restarts() {
        return scene.value("let told = sandbox.state().restarts; devices.where({group: 'Thermostat field'})"
                + ".map(d => told[d.id] ?? 0).reduce((a, b) => a + b, 0)");
    }

    private static String[] with(String... more) {
        return Stream.concat(Arrays.stream(TO_FIELD), Arrays.stream(more)).toArray(String[]::new);
    }
}
