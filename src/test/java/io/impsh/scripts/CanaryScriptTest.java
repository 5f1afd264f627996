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

class CanaryScriptTest {
    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    @BeforeEach
    void start() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40));
    }

    @Test
    void aDryRunChangesNothing() {
        CommandLineRun run = scene.dryRun("canary", start("--limit", "2"));

        assertThat(run.out()).isEqualTo("""
                         what     name                     outcome  detail
                         group    Thermostat field canary  planned  -
                         build    f5758d66                 planned  -
                         devices  Thermostat field canary  planned  2 devices
                        3 rows
                        """);
        assertThat(run.err()).startsWith("dry run: 3 requests would be sent:\n");
    }

    @Test
    void startsOnce() {
        CommandLineRun run = scene.run("canary", start("--share", "25%", "--yes"));

        assertThat(run.out()).as(run.err()).isEqualTo("""
                         what      name                     outcome  detail
                         group     Thermostat field canary  created  -
                         build     f5758d66                 created  -
                         devices   Thermostat field canary  moved    2 devices
                         canaries  Thermostat field canary  on line  2 devices
                        4 rows
                        """);
        assertThat(run.err()).matches("undo with plans\\.undo\\('\\w+'\\)\n");
        assertThat(scene.value("let g = groups['Thermostat field canary'];"
                        + " [g.kind, g.currentDeployment.name, g.currentDeployment.tags, g.devices.names()].join()"))
                .isEqualTo("production,f5758d66,v1.2,RC1,thermo-0023,thermo-0026");
        String state = scene.state();

        CommandLineRun again = scene.run("canary", start("--share", "25%", "--yes"));

        assertThat(again.out()).isEqualTo("""
                         what     name                     outcome     detail
                         group    Thermostat field canary  already so  -
                         build    f5758d66                 already so  -
                         devices  Thermostat field canary  already so  -
                        3 rows
                        """);
        assertThat(scene.state()).isEqualTo(state);
    }

    @Test
    void anotherOperatorPromotes() {
        scene.run("canary", start("--limit", "2", "--yes"));
        assertThat(scene.run("canary", "--action", "status").out()).isEqualTo("""
                         canary                   of                build     devices
                         Thermostat field canary  Thermostat field  f5758d66        2
                        1 row
                        """);
        scene.variable("IMPSH_HOME", scene.file("another-home"));

        CommandLineRun run = end("promote");

        assertThat(run.out().replaceAll("plan \\w+", "plan ID")).as(run.err()).isEqualTo("""
                         what     name                     outcome  detail
                         build    f5758d66 v1.2 RC1        created  plan ID
                         restart  Thermostat field         done     4 devices
                         devices  Thermostat field         on line  3 devices; off line before: 1
                         devices  Thermostat field         moved    2 devices
                         group    Thermostat field canary  removed  -
                        5 rows
                        """);
        assertThat(scene.value("let g = groups['Thermostat field'];"
                        + " [g.currentDeployment.name, g.devices.count(), groups.find('Thermostat field canary'),"
                        + " builds.where({product: 'Thermostat', zombie: true}).count()].join()"))
                .isEqualTo("f5758d66,6,,1");
        String state = scene.state();

        assertThat(end("promote").out()).isEqualTo("""
                         what    name              outcome     detail
                         canary  Thermostat field  already so  it has none
                        1 row
                        """);
        assertThat(scene.state()).isEqualTo(state);
    }

    @Test
    void rollsBackAndKeepsAGroupThatWasThere() {
        scene.value(
                "groups['Thermostat field'].product.createGroup({name: 'Spare', kind: 'production', description: 'for later'})");
        scene.run("canary", start("--devices", "thermo-0027", "--canary", "Spare", "--yes"));
        assertThat(scene.value("groups.Spare.description"))
                .isEqualTo("Canary of Thermostat field (a534a6a6-b7fd-0b63-d0ba-d0da572baaf1); before: for later");

        CommandLineRun run = end("rollback");

        assertThat(run.out()).as(run.err()).isEqualTo("""
                         what     name              outcome  detail
                         devices  Thermostat field  moved    1 device
                         group    Spare             changed  -
                        2 rows
                        """);
        assertThat(scene.value("[groups.Spare.description, groups.Spare.devices.count(),"
                        + " groups['Thermostat field'].currentDeployment.name].join()"))
                .isEqualTo("for later,0,5d58a965");
    }

    @Test
    void asksBeforeAnythingIsChanged() {
        String state = scene.state();

        CommandLineRun run = scene.run("canary", start("--limit", "2"));

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err())
                .startsWith("impsh: a confirmation is needed, and nobody can be asked: Build f5758d66 is tried in"
                        + " Thermostat field canary by 2 devices of Thermostat field\n");
        assertThat(scene.state()).isEqualTo(state);
    }

    @Test
    void aGroupWithDevicesOfItsOwnIsNoCanary() {
        CommandLineRun run = scene.run("canary", start("--limit", "1", "--canary", "Thermostat field B", "--yes"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("""
                        impsh: Thermostat field B has devices of its own
                          --canary takes an empty group, or the name of a new one
                        """);
    }

    @Test
    void aGroupWithALineBreakInItsNameKeepsItsCanary() {
        String from = "Field\n(new)";
        scene.value("groups['Thermostat field'].update({name: 'Field\\n(new)'}).name");
        scene.run("canary", "--action", "start", "--from", from, "--build", "f5758d66", "--limit", "1", "--yes");

        CommandLineRun run = scene.run("canary", "--action", "rollback", "--from", from, "--yes");

        assertThat(run.out()).as(run.err()).isEqualTo("""
                         what     name                 outcome  detail
                         devices  Field\\n(new)         moved    1 device
                         group    Field\\n(new) canary  removed  -
                        2 rows
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "' ' ~ a group's name has 1 to 80 characters, and this is \" \"",
                "Line 1 ~ 'Line 1' is there, and is a development group",
                "Thermostat field ~ 'Thermostat field' is there, and is the group itself",
            })
    void anImpossibleNameIsWrongUse(String name, String message) {
        String state = scene.state();

        CommandLineRun run = scene.run("canary", start("--limit", "1", "--yes", "--canary", name));

        assertThat(run)
                .isEqualTo(new CommandLineRun(2, "", "impsh: " + message + "\n  --canary gives it another name\n"));
        assertThat(scene.state()).isEqualTo(state);
    }

    @Test
    void aShareIsAPercentage() {
        CommandLineRun run = scene.run("canary", start("--share", "1.2.3%"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("impsh: --share has to be a percentage above 0%, up to 50%\n");
    }

    @Test
    void saysWhichDevicesInOneWay() {
        CommandLineRun run = scene.run("canary", start("--limit", "1", "--share", "5%"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("""
                        impsh: which devices? give --devices DEVICE, --share PERCENT or --limit NUMBER, one of them
                          impsh run canary --help
                        """);
    }

    @Test
    void getsThereWhenTheServiceFails() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40).withFaults("429:5%,500:5%,reset:3%"));

        assertThat(untilAlreadySo(3, start("--limit", "2", "--yes"))).isTrue();
        assertThat(scene.value("groups['Thermostat field canary'].devices.count()"))
                .isEqualTo("2");
        assertThat(untilAlreadySo(1, "--action", "promote", "--from", "Thermostat field", "--yes"))
                .isTrue();
        assertThat(scene.value("let g = groups['Thermostat field']; [g.currentDeployment.name, g.devices.count(),"
                        + " groups.find('Thermostat field canary')].join()"))
                .isEqualTo("f5758d66,6,");
    }

    private boolean untilAlreadySo(int rows, String... words) {
        for (int runs = 0; runs < 10; runs++) {
            CommandLineRun run = scene.run("canary", words);
            assertThat(run.exitCode()).as(run.err()).isIn(0, 3);
            if (run.out().endsWith((rows == 1 ? "1 row" : rows + " rows") + "\n")
                    && run.out()
                                    .lines()
                                    .filter(line -> line.contains("already so"))
                                    .count()
                            == rows) {
                return true;
            }
        }
        return false;
    }

    private CommandLineRun end(String action) {
        return scene.run("canary", "--action", action, "--from", "Thermostat field", "--yes");
    }

    private static String[] start(String... more) {
        return Stream.concat(
                        Stream.of("--action", "start", "--from", "Thermostat field", "--build", "f5758d66"),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
