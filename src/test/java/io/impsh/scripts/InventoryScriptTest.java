package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InventoryScriptTest {
    private static final SandboxOptions SMALL = SandboxOptions.defaults().withDevices(40);

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;
    private String file;

    @BeforeEach
    void start() {
        scene = scenes.start(SMALL);
        file = scene.file("fleet.csv");
    }

    @Test
    void aDryRunWritesNothing() {
        CommandLineRun run = scene.dryRun("inventory", "--file", file, "-o", "csv");

        assertThat(run.out()).isEqualTo("file,format,devices,outcome\n" + file + ",csv,40,planned\n");
        assertThat(Path.of(file)).doesNotExist();
    }

    @Test
    void writesCsvAndTheSecondTimeTheSame() {
        String[] words = {"--file", file, "--group", "Line 1", "--online=false", "--columns", "name, group,impType"};
        assertThat(scene.run("inventory", words).out()).isEqualTo(table(file, "csv", 1));
        assertThat(scene.content("fleet.csv")).isEqualTo("name,group,impType\nthermo-0008,Line 1,imp003\n");
        String state = scene.state();

        assertThat(scene.run("inventory", words).out()).isEqualTo(table(file, "csv", 1));

        assertThat(scene.content("fleet.csv")).isEqualTo("name,group,impType\nthermo-0008,Line 1,imp003\n");
        assertThat(scene.state()).isEqualTo(state);
    }

    @Test
    void writesJsonWithTheNamesOfGroups() {
        String json = scene.file("fleet.txt");

        CommandLineRun run = scene.run(
                "inventory",
                "--file",
                json,
                "--format",
                "json",
                "--columns",
                "name,group",
                "--group",
                "Line 2",
                "--group",
                "Tracker pre-DUT",
                "--online");

        assertThat(run.out()).isEqualTo(table(json, "json", 8));
        assertThat(scene.value("files.readJson('" + json + "').map(d => d.name + ' in ' + d.group.name).slice(-3)"))
                .isEqualTo("['thermo-0019 in Line 2', 'null in Line 2', 'tracker-0005 in Tracker pre-DUT']");
    }

    @Test
    void aNameIsNoFormulaToASpreadsheet() {
        scene.value("devices.get('thermo-0001').rename('=HYPERLINK(\"http://example.com\")').id");
        scene.value("devices.get('thermo-0002').rename('@SUM(1)').id");

        scene.run("inventory", "--file", file, "--columns", "name,rssi", "--product", "Thermostat");

        assertThat(scene.content("fleet.csv"))
                .startsWith("name,rssi\n\"'=HYPERLINK(\"\"http://example.com\"\")\",-57\n'@SUM(1),-78\n");
    }

    @Test
    void withoutAFileItIsTheResult() {
        assertThat(scene.run("inventory", "--columns", "name,online", "--group", "Tracker dev")
                        .out())
                .isEqualTo("""
                 name          online
                 tracker-0001  yes
                 tracker-0002  no
                 tracker-0003  yes
                 tracker-0004  yes
                4 devices
                """);
        assertThat(scene.run("inventory", "--columns", "name", "--group", "Pump dev", "-o", "json")
                        .out())
                .isEqualTo("[]\n");
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThat(scene.run("inventory", "--file", "fleet.txt"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: fleet.txt: CSV or JSON? give --format csv or --format json\n"
                                + "  impsh run inventory --help\n"));
        assertThat(scene.run("inventory", "--format", "csv"))
                .isEqualTo(new CommandLineRun(
                        2, "", "impsh: --format goes with --file\n  impsh run inventory -o csv prints it\n"));
        assertThat(scene.run("inventory", "--file", ""))
                .isEqualTo(new CommandLineRun(2, "", "impsh: --file is empty\n  impsh run inventory --help\n"));
        CommandLineRun unknown = scene.run("inventory", "--file", file, "--columns", "name,nme");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .startsWith("impsh: --columns: devices have no column 'nme'; did you mean name?\n  columns: id, ");
        assertThat(Files.exists(Path.of(file))).isFalse();
    }

    @Test
    void severalFaultsOnTheWayAreNotSeen() {
        ScriptScene faulty = scenes.start(SMALL.withSeed(3).withFaults("429:5%,500:5%,reset:3%"));
        assertThat(faulty.run("inventory", "--columns", "id", "-o", "csv").out().lines())
                .hasSize(41);
    }

    private static String table(String file, String format, int devices) {
        String line = " %-" + file.length() + "s  %-6s  %7s  %s\n";
        return line.formatted("file", "format", "devices", "outcome") + line.formatted(file, format, devices, "written")
                + "1 row\n";
    }
}
