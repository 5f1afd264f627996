package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BuildDiffScriptTest {
    private static final String FIRST_OF_LINE_1 = "12a764fb-66ab-c9cf-3768-8dadcab79996";
    private static final String FIRST_OF_LINE_2 = "2298eb42-cbbe-fdb8-e383-0d21dc859216";

    private static final String SIDES =
            "from 619a7701 v0.9 of no group, 2024-04-02\nto   5d58a965 v1.1 RC1 in Line 1, 2024-04-08\n";

    private static final String DIFFERENCE = """
            --- device.nut\t619a7701 v0.9  Of a line that is gone
            +++ device.nut\t5d58a965 v1.1 RC1  Reports every minute
            @@ -1,4 +1,4 @@
            -// Thermostat, version 0.9
            +// Thermostat, version 1.1
             const INTERVAL = 60;
            \s
             function report() {
            --- agent.nut\t619a7701 v0.9  Of a line that is gone
            +++ agent.nut\t5d58a965 v1.1 RC1  Reports every minute
            @@ -1,4 +1,4 @@
            -// Thermostat, version 0.9
            +// Thermostat, version 1.1
             device.on("reading", function(data) {
                 server.log("got " + http.jsonencode(data));
             });
            """;

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    @BeforeEach
    void start() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40));
    }

    /** It reads only, so that a dry run shows the same. */
    @Test
    void comparesWithTheCurrentBuildOfAGroupInADryRunToo() {
        CommandLineRun dry = scene.dryRun("build-diff", "--build", "v0.9", "--group", "Line 1");
        assertThat(dry).isEqualTo(new CommandLineRun(0, DIFFERENCE, SIDES + "dry run: 0 requests would be sent\n"));

        String before = scene.state();
        CommandLineRun run = scene.run("build-diff", "--build", "v0.9", "--group", "Line 1");
        assertThat(run).isEqualTo(new CommandLineRun(0, DIFFERENCE, SIDES));
        assertThat(scene.run("build-diff", "--build", "v0.9", "--group", "Line 1"))
                .isEqualTo(run);
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void theSameCodeInAnotherGroupIsNoDifference() {
        CommandLineRun run =
                scene.run("build-diff", "--build", FIRST_OF_LINE_1, "--other", FIRST_OF_LINE_2, "--exit-code");

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        0,
                        "no difference\n",
                        "from 9b4cc36a v1.0 in Line 1, 2024-04-02\nto   9b4cc36a v1.0 in Line 2, 2024-04-03\n"));
    }

    @Test
    void theExitCodeTellsOfADifferenceWhenAsked() {
        CommandLineRun run = scene.run("build-diff", "--build", "v0.9", "--group", "Line 1", "--exit-code");

        assertThat(run).isEqualTo(new CommandLineRun(1, DIFFERENCE, SIDES));
    }

    @Test
    void comparesWithFilesAndGivesJson() {
        String device = scene.file("mine.nut", "server.log(1);\n");
        String agent = scene.file("same.nut", "server.log(2);\n");
        String build = scene.value("groups.get('Line 1').deploy({deviceCode: 'server.log(0);\\n',"
                + " agentCode: 'server.log(2);\\n', description: 'short'}).id");

        CommandLineRun run =
                scene.run("build-diff", "--build", build, "--device-file", device, "--agent-file", agent, "-o", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .matches("from 6d36c9f8 in Line 1, \\d{4}-\\d\\d-\\d\\d\nto   " + device + ", " + agent + "\n");
        assertThat(run.out())
                .isEqualTo("{\n  \"same\": false,\n"
                        + "  \"device\": \"--- device.nut\\t6d36c9f8  short\\n+++ " + device + "\\n"
                        + "@@ -1,1 +1,1 @@\\n-server.log(0);\\n+server.log(1);\\n\",\n"
                        + "  \"agent\": \"\"\n}\n");
    }

    @Test
    void aGroupWithoutABuildIsToldOf() {
        scene.value("groups.create({product: 'Thermostat', name: 'Bench'}).name");

        CommandLineRun run = scene.run("build-diff", "--build", "v0.9", "--group", "Bench");

        assertThat(run).isEqualTo(new CommandLineRun(2, "", "impsh: Bench has no build yet\n  give --other BUILD\n"));
    }

    @Test
    void wrongUseIsToldBeforeAnythingIsCompared() {
        assertThat(scene.run("build-diff", "--build", "v0.9"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: compared with what? give --other BUILD, --group GROUP, or --device-file and --agent-file\n"
                                + "  impsh run build-diff --help\n"));
        assertThat(scene.run("build-diff", "--build", "v0.9", "--other", "v0.9", "--group", "Line 1"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: --other, --group and files exclude each other\n  impsh run build-diff --help\n"));
        assertThat(scene.run("build-diff", "--build", "v0.8", "--group", "Line 1"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: --build: no build has the id, sha, tag or origin 'v0.8'; nearest: v0.9, v1.0, v1.1\n"));
    }
}
