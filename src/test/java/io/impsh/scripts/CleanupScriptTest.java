package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CleanupScriptTest {
    private static final int MOST_RUNS = 20;
    private static final String LEFT = "builds.where({zombie: true}).count() + builds.where({owner: 'demo',"
            + " olderThanMinimum: true, flagged: false}).count()";
    private static final String ZOMBIE = "zombies: 1, the oldest of 2024-04-02, 471 characters of code\n";
    private static final String OLD = "old builds: 4, the oldest of 2024-04-03, 1742 characters of code\n";
    private static final String NO_GROUPS = "empty groups: already so, there are none to remove\n";
    private static final String NOTHING = "zombies: already so, there are none to remove\n"
            + "old builds: already so, there are none to remove\n"
            + NO_GROUPS;

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    @BeforeEach
    void start() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(100));
    }

    @Test
    void aDryRunListsWhatWouldGo() {
        CommandLineRun run = scene.dryRun("cleanup", "--all", "--older-than", "30d");

        assertThat(run).isEqualTo(new CommandLineRun(0, table("planned"), ZOMBIE + OLD + NO_GROUPS + """
                        dry run: 5 requests would be sent:
                          DELETE /deployments/1d0b14e4-db01-8fed-b346-6f8a7b81a989
                          DELETE /deployments/9f57ea63-0e60-bf94-e3e0-26319e00dbf5
                          DELETE /deployments/ef8a0d2c-e003-89c6-ab6d-d5ff979d2193
                          DELETE /deployments/7aec0f99-9d0f-dcf4-5604-229593349fc3
                          DELETE /deployments/e376a9b1-a203-6b72-b2cc-b612d7d47acc
                        """));
    }

    @Test
    void removesBuildsOnceAndFindsNothingTheSecondTime() {
        CommandLineRun run = scene.run("cleanup", "--all", "--yes");

        assertThat(run).isEqualTo(new CommandLineRun(0, table("removed"), ZOMBIE + OLD + NO_GROUPS));
        assertThat(scene.value(LEFT)).isEqualTo("0");
        assertThat(scene.value("builds.count()")).isEqualTo("33");
        assertThat(scene.value("groups.filter(g => !g.currentDeployment || !g.minSupportedDeployment).count()"))
                .isEqualTo("0");

        String before = scene.state();
        assertThat(scene.run("cleanup", "--all", "--yes")).isEqualTo(new CommandLineRun(0, "[]\n", NOTHING));
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void removesEmptyGroupsWithTheirBuildsButNoneThatIsNeeded() {
        scene.value(
                "p = products.get('Tracker'); p.createGroup({name: 'Scrap'}).deploy({deviceCode: 'd', agentCode: 'a'});"
                        + "p.createGroup({name: 'Precious'}).deploy({deviceCode: 'd', agentCode: 'a', flagged: true});"
                        + "p.createGroup({name: 'Out', kind: 'production'}); p.createGroup({name: 'Test', kind: 'dut'});"
                        + "p.createGroup({name: 'Fixtures', kind: 'factory', productionTarget: 'Out', dutTarget: 'Test'}).name");

        assertThat(scene.run("cleanup", "--empty-groups", "--older-than", "1d", "--yes"))
                .isEqualTo(new CommandLineRun(0, "[]\n", NO_GROUPS));
        CommandLineRun run =
                scene.run("cleanup", "--empty-groups", "--zombies", "--product", "Tracker", "--yes", "-o", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().replaceAll("\\d{4}-\\d\\d-\\d\\d", "TODAY")).isEqualTo("""
                kept Precious: it has flagged builds
                kept Out: it is a target of Fixtures
                kept Test: it is a target of Fixtures
                kept Fixtures: it is a factory group, and has targets
                zombies: already so, there are none to remove
                empty groups: 2, the oldest of TODAY, 2 characters of code
                """);
        assertThat(run.out().replaceAll("\\d{4}-\\d\\d-\\d\\d", "TODAY")).isEqualTo("""
                [
                  {
                    "what": "group",
                    "name": "Scrap",
                    "in": "Tracker",
                    "created": "TODAY",
                    "size": null,
                    "outcome": "removed",
                    "reason": null
                  },
                  {
                    "what": "build",
                    "name": "3d71114a",
                    "in": "Scrap",
                    "created": "TODAY",
                    "size": 2,
                    "outcome": "removed",
                    "reason": null
                  }
                ]
                """);
        assertThat(scene.value("products.get('Tracker').groups.names().slice(4).join()"))
                .isEqualTo("Precious,Out,Test,Fixtures");
        assertThat(scene.value("builds.where({product: 'Tracker', zombie: true}).count()"))
                .isEqualTo("0");
    }

    @Test
    void withoutZombiesTheBuildsOfAGroupStay() {
        scene.value("groups.create({product: 'Tracker', name: 'Scrap'}).deploy({deviceCode: 'd', agentCode: 'a'}).id");

        assertThat(scene.run("cleanup", "--empty-groups", "--yes").exitCode()).isZero();

        assertThat(scene.value("builds.where({zombie: true}).count()")).isEqualTo("2");
    }

    @Test
    void keepsTheNewestOfEachGroup() {
        CommandLineRun run = scene.run("cleanup", "--old-builds", "--keep", "5", "--yes");

        assertThat(run).isEqualTo(new CommandLineRun(0, "[]\n", "old builds: already so, there are none to remove\n"));
    }

    @Test
    void leavesWhatOthersOwnUnlessTheirProductIsNamed() {
        CommandLineRun run =
                scene.run("cleanup", "--old-builds", "--product", "Pump", "--keep", "1", "--yes", "-o", "csv");

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        0,
                        "what,name,in,created,size,outcome,reason\n"
                                + "build,3b915e1a v1.0,Pump dev,2024-04-08,338,removed,\n",
                        "old builds: 1, the oldest of 2024-04-08, 338 characters of code\n"));
    }

    @Test
    void nobodyToAskMeansThatNothingIsChanged() {
        String before = scene.state();

        CommandLineRun run = scene.run("cleanup", "--zombies");

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        6,
                        "",
                        ZOMBIE + "impsh: a confirmation is needed, and nobody can be asked: build v0.9 is removed\n"
                                + "  give --yes, or --yes=1; --dry-run shows what would be done\n"));
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void underFaultsItGetsThereInTheEnd() {
        String[] words = {"--old-builds", "--product", "Tracker", "--keep", "1", "--yes"};
        CommandLineRun nothing = new CommandLineRun(0, "[]\n", "old builds: already so, there are none to remove\n");
        scene.sandbox().setFaults("429:5%,500:5%,reset:3%");

        CommandLineRun run = scene.run("cleanup", words);
        for (int runs = 1; runs < MOST_RUNS && !run.equals(nothing); runs++) {
            assertThat(run.exitCode()).as(run.toString()).isIn(0, 3);
            run = scene.run("cleanup", words);
        }

        assertThat(run).isEqualTo(nothing);
        scene.sandbox().setFaults("");
        assertThat(scene.value("builds.where({product: 'Tracker', olderThanMinimum: true, flagged: false}).count()"))
                .isEqualTo("0");
        assertThat(scene.value("builds.count()")).isEqualTo("36");
    }

    @Test
    void wrongUseIsTold() {
        assertThat(scene.run("cleanup"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: remove what? give --zombies, --old-builds, --empty-groups or --all\n"
                                + "  impsh run cleanup --help\n"));
        assertThat(scene.run("cleanup", "--all", "--keep", "0"))
                .isEqualTo(new CommandLineRun(
                        2, "", "impsh: --keep has to be a whole number from 1\n  impsh run cleanup --help\n"));
        assertThat(scene.run("cleanup", "--all", "--older-than", "30 days"))
                .isEqualTo(
                        new CommandLineRun(
                                2,
                                "",
                                "impsh: --older-than: '30 days' is no duration\n  such as 90s, 10m, 1h30m, or plain seconds\n"));
    }

    private static String table(String outcome) {
        return " what   name           in                   created     size  outcome  reason\n"
                + row("619a7701 v0.9", "Thermostat         ", "2024-04-02   471", outcome)
                + row("bd740ad4 v1.0", "Tracker pre-factory", "2024-04-06   400", outcome)
                + row("bd740ad4 v1.0", "Tracker dev        ", "2024-04-06   400", outcome)
                + row("9b4cc36a v1.0", "Thermostat DUT     ", "2024-04-04   471", outcome)
                + row("9b4cc36a v1.0", "Thermostat fixtures", "2024-04-03   471", outcome)
                + "5 rows\n";
    }

    private static String row(String name, String place, String facts, String outcome) {
        return " build  " + name + "  " + place + "  " + facts + "  " + outcome + "  -\n";
    }
}
