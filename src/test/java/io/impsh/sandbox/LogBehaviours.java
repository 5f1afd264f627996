package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Section K: stored logs. */
final class LogBehaviours {
    private LogBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 90: newest first, in pages", LogBehaviours::pages),
                new Behaviour("row 91: the form of an entry", LogBehaviours::form),
                new Behaviour("row 92: twenty lines are the default page", LogBehaviours::twenty),
                new Behaviour("row 93: a thousand are kept", LogBehaviours::limit),
                new Behaviour("row 94: production does not log", LogBehaviours::production),
                new Behaviour("logs survive unassigning", LogBehaviours::survive),
                new Behaviour("logs of unknown devices", LogBehaviours::unknown));
    }

    /** Newest first: as many as the query asks for. */
    static List<String> messages(Scene scene, String device, String query) {
        List<String> messages = new ArrayList<>();
        scene.get("/devices/" + device + "/logs" + query)
                .expect(200)
                .data()
                .forEach(entry -> messages.add(entry.path("type").stringValue() + " "
                        + entry.path("msg").stringValue()));
        return messages;
    }

    /** As the program of the device would, without an HTTP call. */
    static void log(Scene scene, String identifier, String message) {
        Device device = scene.device(identifier);
        scene.locked(() -> scene.sandbox.simulation().logs().append(device, "server.log", message));
    }

    private static void pages(Scene scene) {
        String id = scene.devices("Line 1", 1).get(0);
        for (int i = 1; i <= 50; i++) {
            log(scene, id, "line " + i);
        }
        Answer first = scene.get("/devices/" + id + "/logs").expect(200);
        List<String> walked = new ArrayList<>();
        int page = 1;
        Answer answer;
        do {
            answer = scene.get("/devices/" + id + "/logs?page%5Bsize%5D=7&page%5Bnumber%5D=" + page++);
            answer.data().forEach(entry -> walked.add(entry.path("msg").stringValue()));
        } while (answer.link("next") != null);
        List<String> newest = new ArrayList<>();
        for (int i = 50; i >= 1; i--) {
            newest.add("line " + i);
        }
        assertThat(walked.subList(0, 50)).isEqualTo(newest);
        assertThat(walked).hasSizeGreaterThan(70).endsWith("Device connected", "Agent restarted: reload.");
        assertThat(first.link("first")).isEqualTo(first.link("self")).endsWith("page%5Bnumber%5D=1&page%5Bsize%5D=20");
        assertThat(messages(scene, id, "?page%5Bnumber%5D=99")).isEmpty();
        scene.get("/devices/" + id + "/logs?page%5Bsize%5D=101").expectCode(400, "VX003");
    }

    private static void form(Scene scene) {
        String id = scene.devices("Line 1", 1).get(0);
        String mac = scene.get("/devices/" + id).attribute("mac_address").stringValue();
        log(scene, id, "{\"a\": \"\u0007\u2028ü\"}\r\n");
        JsonNode entry = scene.get("/devices/" + mac + "/logs").data().get(0);
        assertThat(entry.propertyNames()).containsExactly("device_id", "ts", "log_type", "type", "msg");
        assertThat(entry.path("device_id").stringValue()).isEqualTo(id);
        assertThat(entry.path("ts").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(entry.path("log_type").stringValue()).isEqualTo("development");
        assertThat(entry.path("type").stringValue()).isEqualTo("server.log");
        assertThat(entry.path("msg").stringValue()).isEqualTo("{\"a\": \"\u0007\u2028ü\"}\r\n");
    }

    private static void twenty(Scene scene) {
        String id = scene.devices("Line 1", 1).get(0);
        scene.assign(scene.group("Line 1"), id).expect(204);
        List<String> newest = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            log(scene, id, "line " + i);
            newest.add(0, "server.log line " + i);
        }
        assertThat(messages(scene, id, "")).isEqualTo(newest);
    }

    private static void limit(Scene scene) {
        String id = scene.devices("Line 1", 1).get(0);
        for (int i = 1; i <= 1001; i++) {
            log(scene, id, "line " + i);
        }
        assertThat(messages(scene, id, "?page%5Bsize%5D=100")).startsWith("server.log line 1001");
        assertThat(messages(scene, id, "?page%5Bsize%5D=100&page%5Bnumber%5D=10"))
                .hasSize(100)
                .endsWith("server.log line 2");
        assertThat(messages(scene, id, "?page%5Bsize%5D=100&page%5Bnumber%5D=11"))
                .isEmpty();
    }

    private static void production(Scene scene) {
        for (String group : List.of("Thermostat field", "Tracker pre-production")) {
            String id = scene.devices(group, 1).get(0);
            Answer none = scene.get("/devices/" + id + "/logs").expect(200);
            assertThat(none.data()).isEmpty();
            assertThat(none.link("first")).isEqualTo(none.link("self"));
            scene.post("/devices/" + id + "/restart", "null").expect(204);
            assertThat(messages(scene, id, "")).isEmpty();
        }
        for (String group :
                List.of("Thermostat fixtures", "Thermostat DUT", "Tracker pre-factory", "Tracker pre-DUT")) {
            String id = scene.devices(group, 1).get(0);
            assertThat(messages(scene, id, "")).as(group).hasSize(20);
        }
    }

    private static void survive(Scene scene) {
        String id = scene.devices("Line 1", 1).get(0);
        log(scene, id, "last words");
        List<String> before = messages(scene, id, "");
        scene.unassign(scene.group("Line 1"), List.of(), id).expect(204);
        assertThat(messages(scene, id, "")).isEqualTo(before).startsWith("server.log last words");
        assertThat(messages(
                        scene,
                        scene.get("/devices?filter%5Bdevicegroup.owner.id%5D=null&page%5Bsize%5D=100").ids().stream()
                                .filter(other -> !other.equals(id))
                                .findFirst()
                                .orElseThrow(),
                        ""))
                .isEmpty();
    }

    private static void unknown(Scene scene) {
        scene.get("/devices/nobody/logs").expectError(404, "404 NF001 Not Found: There is no device 'nobody'.");
        scene.logIn("partner");
        scene.get("/devices/"
                        + scene.sandbox
                                .recount()
                                .groupByDevice()
                                .keySet()
                                .iterator()
                                .next() + "/logs")
                .expectCode(404, "NF001");
    }
}
