package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BuildDownloadScriptTest {
    private static final String INDEX = """
            [
              {
                "id": "12a764fb-66ab-c9cf-3768-8dadcab79996",
                "sha": "9b4cc36a73a121465913ed40be0f9687ff215dbf824124d4ce96407a36f8f652",
                "tags": [
                  "v1.0"
                ],
                "origin": "git:ebe8a6d",
                "description": "First version",
                "flagged": false,
                "group": "Line 1",
                "product": "Thermostat",
                "createdAt": "2024-04-02T20:27:31.480Z",
                "folder": "Line_1-2024-04-02-12a764fb"
              },
              {
                "id": "3645eb72-9366-fe92-7932-913eeb76e02b",
                "sha": "5d58a9655cb1bf1405d167cb2e5c8e6e5b165e97293870015cf2b2f6ae60f72b",
                "tags": [
                  "v1.1",
                  "RC1"
                ],
                "origin": null,
                "description": "Reports every minute",
                "flagged": false,
                "group": "Line 1",
                "product": "Thermostat",
                "createdAt": "2024-04-08T21:41:36.407Z",
                "folder": "Line_1-2024-04-08-3645eb72"
              }
            ]
            """;

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    @BeforeEach
    void start() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40));
    }

    @Test
    void aDryRunWritesNothing() {
        CommandLineRun run = scene.dryRun("build-download", "--to", scene.file("saved"), "--group", "Line 1");

        assertThat(run)
                .isEqualTo(new CommandLineRun(0, table("planned", "planned"), "dry run: 0 requests would be sent\n"));
        assertThat(scene.path("saved")).doesNotExist();
    }

    @Test
    void savesSourcesAndAnIndexAndFindsThemTheSecondTime() throws IOException {
        String before = scene.state();
        CommandLineRun run = scene.run("build-download", "--to", scene.file("saved"), "--group", "Line 1");

        assertThat(run).isEqualTo(new CommandLineRun(0, table("created", "created"), ""));
        assertThat(saved())
                .containsExactly(
                        "Line_1-2024-04-02-12a764fb/agent.nut",
                        "Line_1-2024-04-02-12a764fb/device.nut",
                        "Line_1-2024-04-08-3645eb72/agent.nut",
                        "Line_1-2024-04-08-3645eb72/device.nut",
                        "builds.json");
        assertThat(scene.content("saved/Line_1-2024-04-08-3645eb72/device.nut"))
                .isEqualTo(scene.value("groups['Line 1'].currentDeployment.deviceCode") + "\n");
        assertThat(scene.content("saved/builds.json")).isEqualTo(INDEX);

        CommandLineRun again = scene.run("build-download", "--to", scene.file("saved"), "--group", "Line 1");

        assertThat(again).isEqualTo(new CommandLineRun(0, table("already so", "already so"), ""));
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void aBuildStaysInItsFolderWhateverItsGroupIsCalledLater() {
        scene.run("build-download", "--to", scene.file("saved"), "--group", "Line 1");
        scene.value("groups.get('Line 1').update({name: '../Bench; rm *'}).name");

        CommandLineRun run =
                scene.run("build-download", "--to", scene.file("saved"), "--group", "../Bench; rm *", "-o", "csv");

        assertThat(run).isEqualTo(new CommandLineRun(0, """
                        build,tags,group,folder,outcome
                        5d58a965,v1.1 RC1,../Bench; rm *,Line_1-2024-04-08-3645eb72,already so
                        9b4cc36a,v1.0,../Bench; rm *,Line_1-2024-04-02-12a764fb,already so
                        """, ""));
        assertThat(scene.run("build-download", "--to", scene.file("other"), "--group", "../Bench; rm *", "-o", "csv")
                        .out())
                .isEqualTo("""
                        build,tags,group,folder,outcome
                        5d58a965,v1.1 RC1,../Bench; rm *,Bench_rm_-2024-04-08-3645eb72,created
                        9b4cc36a,v1.0,../Bench; rm *,Bench_rm_-2024-04-02-12a764fb,created
                        """);
    }

    @Test
    void takesTheNewestOfAProductAndBuildsByName() {
        String to = scene.file("saved");
        assertThat(scene.run("build-download", "--to", to, "--product", "Thermostat", "--newest", "1", "-o", "json"))
                .isEqualTo(new CommandLineRun(0, """
                        [
                          {
                            "build": "a2a020b8",
                            "tags": "v1.4 RC1",
                            "group": "Thermostat DUT",
                            "folder": "Thermostat_DUT-2024-04-22-62ca9147",
                            "outcome": "created"
                          }
                        ]
                        """, ""));
        assertThat(scene.run("build-download", "--to", to, "--build", "v0.9", "--build", "v0.9", "-o", "csv"))
                .isEqualTo(new CommandLineRun(0, """
                        build,tags,group,folder,outcome
                        619a7701,v0.9,,no_group-2024-04-02-1d0b14e4,created
                        """, ""));
        assertThat(scene.value("files.readJson('" + to + "/builds.json').map(entry => entry.folder).join()"))
                .isEqualTo("Thermostat_DUT-2024-04-22-62ca9147,no_group-2024-04-02-1d0b14e4");
    }

    @Test
    void doesNotReplaceWhatIsDifferentUnlessAsked() {
        String to = scene.file("saved");
        scene.run("build-download", "--to", to, "--group", "Line 1", "--newest", "1");
        scene.file("saved/Line_1-2024-04-08-3645eb72/agent.nut", "// mine");

        CommandLineRun refused = scene.run("build-download", "--to", to, "--group", "Line 1");

        assertThat(refused)
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: there are other sources in Line_1-2024-04-08-3645eb72; nothing was written\n"
                                + "  give --overwrite, or another folder with --to\n"));
        assertThat(scene.path("saved/Line_1-2024-04-02-12a764fb")).doesNotExist();
        assertThat(scene.content("saved/Line_1-2024-04-08-3645eb72/agent.nut")).isEqualTo("// mine");

        CommandLineRun run = scene.run("build-download", "--to", to, "--group", "Line 1", "--overwrite");

        assertThat(run).isEqualTo(new CommandLineRun(0, table("changed", "created"), ""));
        assertThat(scene.content("saved/Line_1-2024-04-08-3645eb72/agent.nut"))
                .isEqualTo(scene.value("groups['Line 1'].currentDeployment.agentCode") + "\n");
    }

    @Test
    void anIndexThatLeadsElsewhereIsRefused() throws IOException {
        Files.createDirectory(scene.path("saved"));
        scene.file(
                "saved/builds.json",
                "[{\"id\": \"3645eb72-9366-fe92-7932-913eeb76e02b\", \"folder\": \"../../away\"}]");

        assertThat(scene.run("build-download", "--to", scene.file("saved"), "--group", "Line 1"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: " + scene.file("saved") + "/builds.json is there already, and no index of builds\n"
                                + "  give another folder with --to\n"));
    }

    @Test
    void underFaultsTheSourcesAreWhole() {
        scene.sandbox().setFaults("429:5%,500:5%,reset:3%");

        CommandLineRun run = scene.run("build-download", "--to", scene.file("saved"), "--group", "Line 1");

        assertThat(run).isEqualTo(new CommandLineRun(0, table("created", "created"), ""));
    }

    @Test
    void wrongUseIsTold() {
        assertThat(scene.run("build-download", "--to", "saved"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: which builds? give --build BUILD, --group GROUP or --product PRODUCT\n"
                                + "  impsh run build-download --help\n"));
        assertThat(scene.run("build-download", "--to", "saved", "--group", "Line 1", "--product", "Tracker"))
                .isEqualTo(
                        new CommandLineRun(
                                2,
                                "",
                                "impsh: --build, --group and --product exclude each other\n  impsh run build-download --help\n"));
        assertThat(scene.run("build-download", "--to", "saved", "--group", "Line 1", "--newest", "0"))
                .isEqualTo(new CommandLineRun(
                        2, "", "impsh: --newest has to be a whole number from 1\n  impsh run build-download --help\n"));
    }

    private static String table(String newest, String oldest) {
        return " build     tags      group   folder                      outcome\n"
                + " 5d58a965  v1.1 RC1  Line 1  Line_1-2024-04-08-3645eb72  " + newest + "\n"
                + " 9b4cc36a  v1.0      Line 1  Line_1-2024-04-02-12a764fb  " + oldest + "\n2 rows\n";
    }

    private List<String> saved() throws IOException {
        Path saved = scene.path("saved");
        try (Stream<Path> files = Files.walk(saved)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> saved.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
