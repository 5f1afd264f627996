package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Section B: identifiers. */
final class IdentifierBehaviours {
    private static final List<String> STRANGE = List.of(
            "Thermostat",
            "demo@example.com",
            "{me}{Thermostat}",
            "http://example.com/x",
            " ",
            "a b",
            "\"x\"",
            "50%",
            "what?",
            "#1",
            "äöü",
            "a/b",
            "..",
            ".",
            "0c:2a:69:00:00:00:00",
            "\0",
            "null",
            "[x]");

    private IdentifierBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 14: names and other non-ids are not found", IdentifierBehaviours::notFound),
                new Behaviour("row 14: ids of another type, and longer ids", IdentifierBehaviours::wrongType),
                new Behaviour("row 15: identifiers with odd characters", IdentifierBehaviours::odd),
                new Behaviour("row 16: devices by id, MAC and agent", IdentifierBehaviours::devices),
                new Behaviour("row 16: agent id of an unassigned device", IdentifierBehaviours::sleepingAgent),
                new Behaviour("row 17: replies carry the canonical id", IdentifierBehaviours::canonical),
                new Behaviour("row 18: PATCH repeats the identifier of the path", IdentifierBehaviours::patch),
                new Behaviour("row 19: me", IdentifierBehaviours::me));
    }

    private static void notFound(Scene scene) {
        for (String collection : List.of("/products/", "/devicegroups/", "/devices/", "/accounts/")) {
            scene.get(collection + "Thermostat").expectCode(404, "NF001");
        }
        for (String collection : List.of("/products/", "/devicegroups/", "/devices/")) {
            scene.patch(collection + "Thermostat", "null").expectCode(404, "NF001");
            scene.delete(collection + "Thermostat").expectCode(404, "NF001");
        }
        scene.get("/products/Thermostat").expectError(404, "404 NF001 Not Found: There is no product 'Thermostat'.");
    }

    private static void wrongType(Scene scene) {
        String product = scene.product("Thermostat");
        scene.get("/devicegroups/" + product).expectCode(404, "NF001");
        scene.get("/devices/" + product).expectCode(404, "NF001");
        scene.get("/products/" + product + "0").expectCode(404, "NF001");
        scene.get("/products/" + product + "/more").expectCode(404, "NF002");
    }

    private static void odd(Scene scene) {
        for (String collection : List.of("/products/", "/devicegroups/", "/devices/", "/accounts/")) {
            for (String strange : STRANGE) {
                String encoded =
                        URLEncoder.encode(strange, StandardCharsets.UTF_8).replace("+", "%20");
                Answer answer = scene.get(collection + encoded).expectCode(404, "NF001");
                assertThat(answer.json().at("/errors/0/detail").stringValue()).contains("'" + strange + "'");
            }
        }
    }

    private static void devices(Scene scene) {
        String id = scene.devices("Line 1", 1).get(0);
        Answer device = scene.get("/devices/" + id).expect(200);
        String mac = device.attribute("mac_address").stringValue();
        String agent = device.attribute("agent_id").stringValue();
        for (String identifier : List.of(id, mac, mac.toUpperCase(), agent)) {
            assertThat(scene.get("/devices/" + identifier).expect(200).id()).isEqualTo(id);
            scene.post("/devices/" + identifier + "/restart", "null").expect(204);
            scene.assign(scene.group("Line 1"), identifier).expect(204);
        }
        assertThat(scene.sandbox.recount().assignmentsByDevice())
                .containsOnlyKeys(id)
                .containsEntry(id, 4);
    }

    private static void sleepingAgent(Scene scene) {
        String id = scene.devices("Line 1", 1).get(0);
        String agent = scene.get("/devices/" + id).attribute("agent_id").stringValue();
        scene.unassign(scene.group("Line 1"), List.of(), agent).expect(204);
        scene.get("/devices/" + agent).expectCode(404, "NF001");
        scene.assign(scene.group("Line 1"), agent).expectCode(400, "NF001");
    }

    private static void canonical(Scene scene) throws InterruptedException {
        String id = scene.devices("Line 1", 1).get(0);
        Answer device = scene.get("/devices/" + id).expect(200);
        String mac = device.attribute("mac_address").stringValue();
        String stream = scene.post("/logstream?format=json", "null").id();
        try (EventStream events = EventStream.open(scene, "/logstream/" + stream)) {
            events.expect("event: state_change|data: {\"state\":\"opened\"}");
            for (String name : List.of(mac, device.attribute("agent_id").stringValue(), mac.toUpperCase(Locale.ROOT))) {
                assertThat(scene.get("/devices/" + name).text()).isEqualTo(device.text());
                assertThat(scene.patch("/devices/" + name, changeOf(name))
                                .expect(200)
                                .text())
                        .isEqualTo(device.text());
                for (String records : List.of("/logs", "/history")) {
                    String data = scene.get("/devices/" + name + records)
                            .expect(200)
                            .data()
                            .toString();
                    assertThat(data).contains(id).doesNotContain(name);
                }
                scene.send("PUT", "/logstream/" + stream + "/" + name, "null").expect(204);
                scene.delete("/logstream/" + stream + "/" + name).expect(204);
                for (String state : List.of("subscribed", "unsubscribed")) {
                    events.expect("event: state_change|data: {'state':'%s','device_id':'%s'}"
                            .formatted(state, id)
                            .replace('\'', '"'));
                }
            }
        }
        assertThat(scene.get("/accounts/me").data().at("/links/self").stringValue())
                .endsWith("/accounts/" + scene.me());
        Answer product = scene.post(
                "/products",
                "{'data': {'type': 'product', 'attributes': {'name': 'mine'},"
                        + " 'relationships': {'owner': {'type': 'account', 'id': 'me'}}}}");
        assertThat(product.expect(201).relation("owner").path("id").stringValue())
                .isEqualTo(scene.me());
    }

    private static String changeOf(String name) {
        return "{'data': {'type': 'device', 'id': '%s', 'attributes': {}}}".formatted(name);
    }

    private static void patch(Scene scene) {
        String id = scene.devices("Line 1", 1).get(0);
        String mac = scene.get("/devices/" + id).attribute("mac_address").stringValue();
        Answer renamed = scene.patch(
                        "/devices/" + mac,
                        "{'data': {'type': 'device', 'id': '%s', 'attributes': {'name': 'x'}}}".formatted(mac))
                .expect(200);
        assertThat(renamed.id()).isEqualTo(id);
        assertThat(renamed.attribute("name").stringValue()).isEqualTo("x");
    }

    private static void me(Scene scene) {
        Answer me = scene.get("/accounts/me").expect(200);
        assertThat(me.id()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(scene.get("/accounts/" + me.id()).text()).isEqualTo(me.text());
        scene.get("/accounts/demo").expectCode(404, "NF001");
        scene.get("/accounts/demo@example.com").expectCode(404, "NF001");
    }
}
