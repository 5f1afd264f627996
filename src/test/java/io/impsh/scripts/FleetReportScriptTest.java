package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Its page is opened in a browser by {@code FleetReportIT}. */
class FleetReportScriptTest {
    private static final SandboxOptions SMALL = SandboxOptions.defaults().withDevices(40);

    private static final String NOTHING = """
            {"fleet":[{"account":"demo","devices":0,"online":0,"offline":0,"onlinePercent":null,"version":null,
            "versions":0,
            "freeKB":null,"rssi":null}],
            "products":[{"product":"Pump","devices":0,"online":0,"offline":0,"onlinePercent":null,"version":null,
            "versions":0,
            "freeKB":null,"rssi":null}],
            "groups":[{"group":"Pump dev","product":"Pump","kind":"development","devices":0,"online":0,"offline":0,"onlinePercent":null,"version":null,
            "versions":0,
            "freeKB":null,"rssi":null}],
            "versions":{},"modules":{},"memory":{},"signal":{"-50 dBm and better":0,
            "-60 to -51 dBm":0,"-70 to -61 dBm":0,"-80 to -71 dBm":0,"-90 to -81 dBm":0,"below -90 dBm":0},
            "offline":[]}
            """;

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    @BeforeEach
    void start() {
        scene = scenes.start(SMALL);
    }

    @Test
    void tellsTablesAndBarsTheSecondTimeToo() {
        String[] words = {"--group", "Line 2", "--group", "Pump dev"};
        CommandLineRun run = scene.run("fleet-report", words);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                fleet
                 account  devices  online  offline  onlinePercent  version       versions  freeKB  rssi
                 demo           8       7        1           87.5  release-38.8         3      96   -74

                products
                 product     devices  online  offline  onlinePercent  version       versions  freeKB  rssi
                 Thermostat        8       7        1           87.5  release-38.8         3      96   -74
                 Pump              0       0        0              -  -                    0       -     -

                groups
                 group     product     kind         devices  online  offline  onlinePercent  version       versions  freeKB  rssi
                 Line 2    Thermostat  development        8       7        1           87.5  release-38.8         3      96   -74
                 Pump dev  Pump        development        0       0        0              -  -                    0       -     -

                versions
                 release-38.8   3  ███
                 release-42.5   3  ███
                 release-36.13  2  ██

                modules
                 imp003  4  ████
                 imp005  2  ██
                 imp006  2  ██

                memory
                 50 to 60 KB    1  █
                 60 to 70 KB    0
                 70 to 80 KB    1  █
                 80 to 90 KB    1  █
                 90 to 100 KB   1  █
                 100 to 110 KB  3  ███
                 110 to 120 KB  1  █

                signal
                 -50 dBm and better  1  █
                 -60 to -51 dBm      1  █
                 -70 to -61 dBm      1  █
                 -80 to -71 dBm      4  ████
                 -90 to -81 dBm      1  █
                 below -90 dBm       0

                offline
                 device       group   since
                 thermo-0016  Line 2  2024-06-01 06:00
                """);
        assertThat(scene.run("fleet-report", words)).isEqualTo(run);
    }

    @Test
    void aDryRunWritesNothing() {
        String html = scene.file("report.html");

        CommandLineRun run = scene.dryRun("fleet-report", "--html", html, "--group", "Pump dev", "-o", "ndjson");

        assertThat(run.out()).isEqualTo(NOTHING.replace("\n", "") + "\n");
        assertThat(run.err()).isEqualTo(html + " would be written\ndry run: 0 requests would be sent\n");
        assertThat(Path.of(html)).doesNotExist();
    }

    @Test
    void writesItsNumbersForSpreadsheets() {
        scene.value("groups.get('Line 2').update({name: '=1+1'}).id");
        String csv = scene.file("report.csv");

        CommandLineRun run = scene.run("fleet-report", "--group", "=1+1", "--csv", csv, "--builds");

        assertThat(run.err()).isEqualTo(csv + " is written\n");
        assertThat(scene.content("report.csv")).isEqualTo("""
                group,kind,product,devices,online,offline,onlinePercent,version,versions,freeKB,rssi,build
                ,,Thermostat,8,7,1,87.5,release-38.8,3,96,-74,
                '=1+1,development,Thermostat,8,7,1,87.5,release-38.8,3,96,-74,f5758d66 v1.2 RC1
                """);
    }

    @Test
    void anEmptyFleetHasAPageThatAsksForNothing() {
        ScriptScene empty = scenes.start(SandboxOptions.defaults().withDevices(0));
        String html = empty.file("empty.html");

        CommandLineRun run = empty.run("fleet-report", "--html", html, "-o", "csv");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        String page = empty.content("empty.html");
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:\">\n")
                .contains("<title>Fleet report</title>", "<h2>Modules</h2>\n<p class=\"none\">none</p>");
        assertThat(page).doesNotContain("sourceMappingURL", "src=", "href=", "url(", "@import");
    }

    @Test
    void whatNobodyKnowsIsSaidSo() {
        String tally = scene.file("tally.js", """
                const {Tally} = load('lib/fleet-facts.js');
                const tally = new Tally();
                tally.add({online: true, softwareVersion: null, impType: 'imp003', freeMemory: null, rssi: null});
                tally.add({online: false, softwareVersion: 'of our own', impType: 'imp003', freeMemory: 2048, rssi: -91});
                tally.add({online: false, softwareVersion: 'a - release-1.2 - b', impType: 'imp003', freeMemory: 1, rssi: -50});
                print(JSON.stringify(tally.summary()));
                print(JSON.stringify([tally.versions(), tally.memory(), tally.signal().filter(([, count]) => count > 0)]));
                """);

        assertThat(scene.impsh(tally).out()).isEqualTo("""
                {"devices":3,"online":1,"offline":2,"onlinePercent":33.3,"version":"of our own","versions":3,"freeKB":0,"rssi":-91}
                [[["of our own",1],["release-1.2",1],["unknown",1]],[["0 to 5 KB",2],["unknown",1]],\
                [["-50 dBm and better",1],["below -90 dBm",1],["unknown",1]]]
                """);
    }

    @Test
    void aPercentIsWholeOnlyWhenAllAre() {
        String tally = scene.file("tally.js", """
                const {Tally} = load('lib/fleet-facts.js');
                const tally = new Tally();
                const percent = (online) => { tally.add({online}); return tally.summary().onlinePercent; };
                const first = percent(true);
                for (let i = 0; i < 5000; i++) { tally.add({online: true}); }
                [first, percent(false)].join();
                """);

        assertThat(scene.impsh(tally).out()).isEqualTo("100,99.9\n");
    }

    @Test
    void wrongNamesAreRefused() {
        assertThat(scene.run("fleet-report", "--group", "Line 3"))
                .isEqualTo(new CommandLineRun(
                        2, "", "impsh: --group: no device group is called 'Line 3'; nearest: Line 1, Line 2\n"));
    }

    @Test
    void severalFaultsOnTheWayAreNotSeen() {
        String expected = scene.run("fleet-report", "-o", "json").out();
        ScriptScene faulty = scenes.start(SMALL.withFaults("429:5%,500:5%,reset:3%"));
        assertThat(faulty.run("fleet-report", "-o", "json").out()).isEqualTo(expected);
    }
}
