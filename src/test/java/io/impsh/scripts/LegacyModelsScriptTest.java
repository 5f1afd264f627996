package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LegacyModelsScriptTest {
    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    @BeforeEach
    void start() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40));
    }

    /** It reads only, so that a dry run shows the same, and a second run, too. */
    @Test
    void showsModelsWithTheIdsOfTheirDevices() {
        String expected = scene.value("json(groups.where({kind: 'development'}).map(g =>"
                + " ({id: g.id, name: g.name, devices: g.devices.map(d => d.id)})))");
        String before = scene.state();

        CommandLineRun dry = scene.dryRun("legacy-models", "-o", "json");
        CommandLineRun run = scene.run("legacy-models", "-o", "json");

        assertThat(dry).isEqualTo(new CommandLineRun(0, expected + "\n", "dry run: 0 requests would be sent\n"));
        assertThat(run).isEqualTo(new CommandLineRun(0, expected + "\n", ""));
        assertThat(scene.run("legacy-models", "-o", "json")).isEqualTo(run);
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void showsGroupsOfAllKindsWhenAsked() {
        assertThat(scene.value(
                        "run('legacy-models', {all: true}).map(model => model.name + ' ' + model.devices.length)"))
                .isEqualTo(scene.value("groups.map(g => g.name + ' ' + g.devices.count())"));
    }

    @Test
    void showsDevicesWithTheKeysOfThen() {
        CommandLineRun run =
                scene.run("legacy-models", "--show", "devices", "--model", "Tracker pre-factory", "-o", "json");

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        0,
                        scene.value("json(devices.where({group: 'Tracker pre-factory'}).map(d => ({"
                                        + "id: d.id, name: d.name, model_id: d.group.id,"
                                        + " powerstate: d.online ? 'online' : 'offline', rssi: d.rssi,"
                                        + " agent_id: d.agentId, agent_status: 'online'})))")
                                + "\n",
                        ""));
    }

    @Test
    void devicesOfNoModelAreAmongThem() {
        assertThat(
                        scene.value(
                                "run('legacy-models', {show: 'devices'})"
                                        + ".filter(d => d.model_id === null && d.agent_id === null && d.agent_status === 'offline').length"))
                .isEqualTo("4");
        assertThat(scene.value("run('legacy-models', {show: 'devices'}).length"))
                .isEqualTo(scene.value("devices.where({groupKind: 'development'}).count() + 4"));
    }

    @Test
    void numbersRevisionsFromTheOldestOn() {
        CommandLineRun run =
                scene.run("legacy-models", "--show", "revisions", "--model", "Line 1", "--envelope", "-o", "json");

        assertThat(run).isEqualTo(new CommandLineRun(0, """
                        {
                          "success": true,
                          "revisions": [
                            {
                              "version": 1,
                              "created_at": "2024-04-02T20:27:31.480Z",
                              "release_notes": "First version"
                            },
                            {
                              "version": 2,
                              "created_at": "2024-04-08T21:41:36.407Z",
                              "release_notes": "Reports every minute"
                            }
                          ]
                        }
                        """, ""));
        assertThat(scene.value("run('legacy-models', {show: 'revisions', model: 'Line 1', code: true})[1].agent_code"
                        + " === groups.get('Line 1').currentDeployment.agentCode"))
                .isEqualTo("true");
    }

    @Test
    void wrongUseIsTold() {
        assertThat(scene.run("legacy-models", "--show", "revisions"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: revisions of which model? give --model GROUP\n  impsh run legacy-models --help\n"));
        assertThat(scene.run("legacy-models", "--code"))
                .isEqualTo(new CommandLineRun(
                        2, "", "impsh: --code is for --show revisions\n  impsh run legacy-models --help\n"));
        assertThat(scene.run("legacy-models", "--show", "revision"))
                .isEqualTo(
                        new CommandLineRun(2, "", "impsh: --show: 'revision' is none of models, devices, revisions\n"));
    }
}
