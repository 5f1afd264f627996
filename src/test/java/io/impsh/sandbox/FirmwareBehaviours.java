package io.impsh.sandbox;

import static io.impsh.sandbox.LogBehaviours.log;
import static io.impsh.sandbox.LogBehaviours.messages;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Section M, as far as it can be shown without running code. */
final class FirmwareBehaviours {
    private static final String RELOAD = "status Agent restarted: reload.";
    private static final String NEW_CODE = "status Agent restarted: new_bytecode_version.";

    private FirmwareBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 105: the lines of a start, in order", FirmwareBehaviours::start),
                new Behaviour("row 105: with increasing times", FirmwareBehaviours::times),
                new Behaviour("row 105: without code", FirmwareBehaviours::withoutCode),
                new Behaviour("row 110: errors end no stream", FirmwareBehaviours::errors),
                new Behaviour("row 111: nothing old after a restart", FirmwareBehaviours::nothingOld),
                new Behaviour("row 112: the platform is quiet", FirmwareBehaviours::quiet),
                new Behaviour("off line only the agent logs", FirmwareBehaviours::offline));
    }

    /** A development group of its own, with code of which each side logs. */
    private static String group(Scene scene) {
        String group = scene.createGroup("development_devicegroup", scene.product("Thermostat"), "{'name': 'Firmware'}")
                .expect(201)
                .id();
        deploy(scene, group, "first");
        return group;
    }

    private static void deploy(Scene scene, String group, String word) {
        scene.post("/deployments", """
                        {'data': {'type': 'deployment', 'attributes': {
                         'device_code': 'server.log(\\'%s \\' + 1 + \\'!\\');\\nserver.error(@\\'bad\\');',
                         'agent_code': '// server.log(\\'no\\');\\nserver.log(\\'agent\\');'},
                         'relationships': {'devicegroup': {'type': 'development_devicegroup', 'id': '%s'}}}}""".formatted(word, group)).expect(201);
    }

    /** The newest entries, oldest of them first. */
    private static List<String> newest(Scene scene, String device, int count) {
        List<String> newest = new ArrayList<>();
        messages(scene, device, "?page%5Bsize%5D=" + count).forEach(message -> newest.add(0, message));
        return newest.stream()
                .map(message -> message.replaceAll(" \\d+!", " N!"))
                .toList();
    }

    private static void start(Scene scene) {
        String group = group(scene);
        String device = scene.devices("Line 1", 1).get(0);
        String download = "status Downloading new code; 0.07% program storage used";
        scene.assign(group, device).expect(204);
        assertThat(newest(scene, device, 6))
                .containsExactly(
                        RELOAD, NEW_CODE, download, "server.log first N!", "server.error bad", "agent.log agent");
        scene.post("/devices/" + device + "/restart", "null").expect(204);
        assertThat(newest(scene, device, 6))
                .containsExactly(
                        "agent.log agent",
                        RELOAD,
                        download,
                        "server.log first N!",
                        "server.error bad",
                        "agent.log agent");
        deploy(scene, group, "other");
        assertThat(newest(scene, device, 1)).containsExactly("agent.log agent");
        scene.post("/devicegroups/" + group + "/restart", "null").expect(204);
        assertThat(newest(scene, device, 6))
                .containsExactly(
                        RELOAD, NEW_CODE, download, "server.log other N!", "server.error bad", "agent.log agent");
    }

    private static void times(Scene scene) {
        String device = scene.devices("Line 1", 1).get(0);
        for (int i = 0; i < 3; i++) {
            scene.post("/devices/" + device + "/restart", "null").expect(204);
        }
        List<String> times = new ArrayList<>();
        scene.get("/devices/" + device + "/logs")
                .data()
                .forEach(entry -> times.add(0, entry.path("ts").stringValue()));
        assertThat(times).isSorted().doesNotHaveDuplicates();
    }

    private static void withoutCode(Scene scene) {
        String group = scene.createGroup("development_devicegroup", scene.product("Thermostat"), "{'name': 'Empty'}")
                .expect(201)
                .id();
        String device = scene.unassigned();
        scene.assign(group, device).expect(204);
        assertThat(messages(scene, device, ""))
                .containsExactly("status Downloading new code; 0.00% program storage used", RELOAD);
    }

    private static void errors(Scene scene) throws InterruptedException {
        String group = group(scene);
        String device = scene.devices("Line 1", 1).get(0);
        String id = scene.post("/logstream", "null").id();
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
            scene.send("PUT", "/logstream/" + id + "/" + device, "null").expect(204);
            scene.assign(group, device).expect(204);
            assertThat(stream.next(8).get(6)).endsWith(" development server.error bad");
            log(scene, device, "still there");
            assertThat(stream.next()).endsWith(" development server.log still there");
        }
    }

    private static void nothingOld(Scene scene) {
        String group = group(scene);
        String device = scene.devices("Line 1", 1).get(0);
        scene.assign(group, device).expect(204);
        deploy(scene, group, "second");
        scene.post("/devices/" + device + "/restart", "null").expect(204);
        List<String> all = messages(scene, device, "");
        assertThat(all.subList(0, all.indexOf(RELOAD))).noneMatch(message -> message.contains("first"));
    }

    private static void quiet(Scene scene) {
        String device = scene.devices("Line 1", 1).get(0);
        scene.post("/devices/" + device + "/restart", "null").expect(204);
        List<String> before = messages(scene, device, "");
        update(scene, device);
        assertThat(messages(scene, device, "")).isEqualTo(before);
    }

    private static void update(Scene scene, String device) {
        scene.patch(
                        "/devices/" + device,
                        "{'data': {'type': 'device', 'id': '%s', 'attributes': {'name': 'x'}}}".formatted(device))
                .expect(200);
    }

    private static void turn(Scene scene, String identifier, boolean on) {
        Device device = scene.device(identifier);
        scene.locked(() -> {
            scene.sandbox.store().turn(device, on);
            return null;
        });
    }

    private static void offline(Scene scene) {
        String group = group(scene);
        String device = scene.devices("Line 1", 1).get(0);
        turn(scene, device, false);
        turn(scene, device, false);
        scene.assign(group, device).expect(204);
        assertThat(newest(scene, device, 4))
                .containsExactly("status Device disconnected", RELOAD, NEW_CODE, "agent.log agent");
        turn(scene, device, true);
        assertThat(newest(scene, device, 4))
                .containsExactly(
                        "agent.log agent", "status Device connected", "server.log first N!", "server.error bad");
    }
}
