package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindDeviceScriptTest {
    private static final String EVERYTHING = """
            {
              "id": "23d6824e2ef3fc17",
              "name": "thermo-0001",
              "online": true,
              "stateChangedAt": "2024-04-30T06:21:14.430Z",
              "agentId": "aK5101i_I3ip",
              "agentUrl": "https://agent.electricimp.com/aK5101i_I3ip",
              "agentRunning": true,
              "agentStateChangedAt": "2024-04-30T06:21:15.680Z",
              "lastEnrolledAt": "2024-04-30T06:21:14.430Z",
              "impType": "imp003",
              "ipAddress": "203.0.113.91",
              "macAddress": "0c:2a:69:94:8a:e8",
              "freeMemory": 95208,
              "rssi": -57,
              "softwareVersion": "1ae4c87 - release-36.13 - Wed Dec 20 10:52:30 2017 - production",
              "planId": "987bbcbfdd7e532f",
              "groupKind": "development",
              "group": "Line 1",
              "product": "Thermostat",
              "owner": "demo",
              "runsFromNextRestart": {
                "sha": "5d58a965",
                "description": "Reports every minute",
                "tags": [
                  "v1.1",
                  "RC1"
                ],
                "createdAt": "2024-04-08T21:41:36.407Z"
              },
              "minimum": {
                "sha": "9b4cc36a",
                "description": "First version",
                "tags": [
                  "v1.0"
                ],
                "createdAt": "2024-04-02T20:27:31.480Z"
              },
              "webhooks": [],
              "history": [
                {
                  "time": "2024-04-30T06:21:15.680Z",
                  "event": "device_assigned_to_devicegroup",
                  "group": "Line 1",
                  "actor": "demo"
                }
              ],
              "logs": [
                {
                  "time": "2024-06-01T06:11:31.009Z",
                  "type": "server.log",
                  "message": "reading 23: temperature=20.3 humidity=51"
                }
              ]
            }
            """;

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    private CommandLineRun run(String... words) {
        if (scene == null) {
            scene = scenes.start();
        }
        return scene.run("find-device", words);
    }

    @Test
    void tellsEverythingAndChangesNothing() {
        scene = scenes.start();

        CommandLineRun run =
                scene.dryRun("find-device", "--device", "thermo-0001", "--history", "1", "--logs", "1", "-o", "json");

        assertThat(run.err()).isEqualTo("dry run: 0 requests would be sent\n");
        assertThat(run.out()).isEqualTo(EVERYTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "23d6824e2ef3fc17",
        "0c:2a:69:94:8a:e8",
        "0C-2A-69-94-8A-E8",
        "0C2A.6994.8AE8",
        "0c2a69948ae8",
        "aK5101i_I3ip",
        "https://agent.electricimp.com/aK5101i_I3ip",
        "https://agent.electricimp.com/aK5101i_I3ip/status?now",
        "' thermo-0001 '",
    })
    void knowsItByWhatever(String identifier) {
        CommandLineRun run = run("--device", identifier, "--history", "0", "--logs", "0", "-o", "json");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("{\n  \"id\": \"23d6824e2ef3fc17\",\n  \"name\": \"thermo-0001\",\n");
    }

    @Test
    void listsAllOfOneName() {
        scene = scenes.start();
        scene.value("devices.of(['thermo-0001', 'tracker-0028']).forEach(d => d.rename('twin'))");

        assertThat(run("--device", "twin"))
                .isEqualTo(new CommandLineRun(
                        0,
                        """
                 id                name  macAddress         product     group            online
                 23d6824e2ef3fc17  twin  0c:2a:69:94:8a:e8  Thermostat  Line 1           yes
                """
                                + scene.value(
                                        "let d = devices.where({group: 'Tracker pre-DUT', name: 'twin'}).one();"
                                                + " ` ${d.id}  twin  ${d.macAddress}  Tracker     Tracker pre-DUT  ${d.online ? 'yes' : 'no'}`")
                                + "\n2 rows\n",
                        "2 devices; for one of them give its id\n"));
    }

    @Test
    void listsThoseWithTheTextInTheirName() {
        CommandLineRun run = run("--device", "TRACKER-002", "--like", "-o", "csv");

        assertThat(run.err()).isEqualTo("10 devices; for one of them give its id\n");
        assertThat(run.out().lines().map(line -> line.split(",")[1]))
                .containsExactly(
                        "name",
                        "tracker-0020",
                        "tracker-0021",
                        "tracker-0022",
                        "tracker-0023",
                        "tracker-0024",
                        "tracker-0025",
                        "tracker-0026",
                        "tracker-0027",
                        "tracker-0028",
                        "tracker-0029");
    }

    @Test
    void tellsOfOneInProductionAndOfOneThatIsUnassigned() {
        CommandLineRun inProduction = run("--device", "thermo-0139", "--history", "0", "-o", "json");
        assertThat(inProduction.out())
                .contains("\"groupKind\": \"production\"", "https://hooks.example/blinkup", "\"logs\": []");
        assertThat(inProduction.err())
                .isEqualTo("no log lines: thermo-0139 is in a (pre-)production group, and those have no logs\n");

        String id = scene.value("devices.where({group: null}).first().id");
        CommandLineRun unassigned = run("--device", id, "--history", "0", "--logs", "0", "-o", "json");
        assertThat(unassigned.exitCode()).isZero();
        assertThat(unassigned.out())
                .contains("\"group\": null", "\"runsFromNextRestart\": null", "\"minimum\": null", "\"webhooks\": []");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "'' ~ find-device needs --device: id, MAC address, agent id, agent URL or name",
                "--device|thermo-00001 ~ --device: no device is known as 'thermo-00001'",
                "--device|nobody|--like ~ --device: no device has 'nobody' in its name",
                "--device|' '|--like ~ --device: which device? it is empty",
                "--device|thermo-0001|--logs|0.5 ~ --logs has to be a whole number from 0",
            })
    void refusesWrongUse(String words, String message) {
        CommandLineRun run =
                words.isEmpty() ? run() : run(words.replace("'", "").split("\\|"));

        assertThat(run.err()).startsWith("impsh: " + message + "\n").doesNotContain(" at find-device.js");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void namesTheNearest() {
        assertThat(run("--device", "thermo-00001")).isEqualTo(new CommandLineRun(2, "", """
                impsh: --device: no device is known as 'thermo-00001'
                  nearest: thermo-0001, thermo-0002, thermo-0003
                  devices.where({name: /^thermo-00001/}) finds by pattern
                """));
    }
}
