package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.http.RawConnection;
import java.util.List;

/** Section G: assignment. */
final class AssignmentBehaviours {
    private static final List<String> NO_HEADERS = List.of();
    private static final List<String> KEY = List.of("X-Electricimp-Key", "sandbox-unbond-key");

    private AssignmentBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 59: array, single object, empty array", AssignmentBehaviours::forms),
                new Behaviour("row 60: effects of assigning", AssignmentBehaviours::effects),
                new Behaviour("row 61: the agent id is remembered", AssignmentBehaviours::agent),
                new Behaviour("row 62: moving", AssignmentBehaviours::moving),
                new Behaviour("row 63: assigning again restarts", AssignmentBehaviours::again),
                new Behaviour("row 64: not atomic", AssignmentBehaviours::notAtomic),
                new Behaviour("row 65: unknown group", AssignmentBehaviours::unknownGroup),
                new Behaviour("row 66: unassigning what is not there", AssignmentBehaviours::unassignUnknown),
                new Behaviour("row 67: production groups by hand", AssignmentBehaviours::production),
                new Behaviour("row 67: imp001 and fixtures", AssignmentBehaviours::firstGeneration),
                new Behaviour("row 68: unbond key", AssignmentBehaviours::unbondKey),
                new Behaviour("row 69: effects of unassigning", AssignmentBehaviours::unassigned),
                new Behaviour("malformed lists change nothing", AssignmentBehaviours::malformed));
    }

    private static void forms(Scene scene) {
        String line = scene.group("Line 2");
        String path = "/devicegroups/" + line + "/relationships/devices";
        List<String> moved = scene.devices("Line 1", 3);
        scene.post(path, Scene.identifiers(moved.get(0), moved.get(1))).expect(204);
        scene.post(path, "{'data': {'type': 'device', 'id': '%s'}}".formatted(moved.get(2)))
                .expect(204);
        scene.post(path, "{'data': []}").expect(204);
        Recount recount = scene.sandbox.recount();
        assertThat(recount.deviceCount("Line 1")).isEqualTo(72);
        assertThat(recount.deviceCount("Line 2")).isEqualTo(53);
        assertThat(recount.assignmentsByDevice()).containsOnlyKeys(moved).containsValue(1);
    }

    private static void effects(Scene scene) {
        String id = scene.unassigned();
        String line = scene.group("Line 1");
        scene.assign(line, id).expect(204);
        Answer device = scene.get("/devices/" + id);
        assertThat(device.relation("devicegroup").toString())
                .isEqualTo("{\"type\":\"development_devicegroup\",\"id\":\"" + line + "\"}");
        assertThat(device.relation("product").path("id").stringValue()).isEqualTo(scene.product("Thermostat"));
        String agent = device.attribute("agent_id").stringValue();
        assertThat(agent).matches("[0-9A-Za-z_-]{12}");
        assertThat(device.attribute("agent_url").stringValue()).isEqualTo("https://agent.electricimp.com/" + agent);
        assertThat(device.attribute("agent_running").booleanValue()).isTrue();
        String all = "page%5Bsize%5D=100";
        assertThat(scene.get("/devices?filter%5Bdevicegroup.id%5D=" + line + "&" + all)
                        .ids())
                .contains(id);
        assertThat(scene.get("/devices?filter%5Bdevicegroup.owner.id%5D=null&" + all)
                        .ids())
                .hasSize(24)
                .doesNotContain(id);
    }

    private static void agent(Scene scene) {
        String id = scene.devices("Line 1", 1).get(0);
        String agent = scene.get("/devices/" + id).attribute("agent_id").stringValue();
        scene.unassign(scene.group("Line 1"), NO_HEADERS, id).expect(204);
        scene.assign(scene.group("Tracker dev"), id).expect(204);
        assertThat(scene.get("/devices/" + id).attribute("agent_id").stringValue())
                .isEqualTo(agent);
    }

    private static void moving(Scene scene) {
        List<String> moved = scene.devices("Line 1", 75);
        assertThat(moved).hasSize(75);
        scene.assign(scene.group("Line 2"), moved.toArray(String[]::new)).expect(204);
        assertThat(scene.devices("Line 1", 100)).isEmpty();
        assertThat(scene.devices("Line 2", 100)).hasSize(100).containsAll(moved);
    }

    private static void again(Scene scene) {
        String id = scene.devices("Line 1", 1).get(0);
        String before =
                scene.get("/devices/" + id).attribute("agent_state_changed_at").stringValue();
        scene.assign(scene.group("Line 1"), id).expect(204);
        Answer after = scene.get("/devices/" + id);
        assertThat(after.attribute("agent_state_changed_at").stringValue()).isGreaterThan(before);
        assertThat(after.relation("devicegroup").path("id").stringValue()).isEqualTo(scene.group("Line 1"));
        assertThat(scene.devices("Line 1", 100)).hasSize(75);
    }

    private static void notAtomic(Scene scene) {
        List<String> moved = scene.devices("Line 1", 2);
        Answer answer = scene.assign(scene.group("Line 2"), "nobody", moved.get(0), "23ffffffffffffff", moved.get(1));
        assertThat(RawConnection.withoutErrorIds(answer.expect(400).text()))
                .isEqualTo("""
                        {'errors':[{'status':'404','code':'NF001','title':'Not Found',\
                        'detail':'There is no device #nobody#.','source':{'pointer':'/data/0'}},\
                        {'status':'404','code':'NF001','title':'Not Found',\
                        'detail':'There is no device #23ffffffffffffff#.','source':{'pointer':'/data/2'}}]}""".replace('\'', '"').replace('#', '\''));
        assertThat(scene.sandbox.recount().assignmentsByDevice()).containsOnlyKeys(moved);
        scene.assign(scene.group("Line 2"), "nobody")
                .expectError(400, "404 NF001 Not Found: There is no device 'nobody'.");
        String path = "/devicegroups/" + scene.group("Line 2") + "/relationships/devices";
        Answer single = scene.post(path, "{'data': {'type': 'device', 'id': 'nobody'}}");
        assertThat(single.expect(400).json().at("/errors/0/source/pointer").stringValue())
                .isEqualTo("/data");
    }

    private static void unknownGroup(Scene scene) {
        scene.assign("nothing", scene.unassigned())
                .expectError(404, "404 NF001 Not Found: There is no device group 'nothing'.");
        scene.unassign("nothing", NO_HEADERS, scene.unassigned()).expectCode(404, "NF001");
    }

    private static void unassignUnknown(Scene scene) {
        String elsewhere = scene.devices("Line 2", 1).get(0);
        String here = scene.devices("Line 1", 1).get(0);
        Answer answer = scene.unassign(scene.group("Line 1"), NO_HEADERS, elsewhere, here, scene.unassigned());
        assertThat(answer.expect(400).errors()).hasSize(2).allMatch(error -> error.startsWith("404 NF001 Not Found:"));
        Recount recount = scene.sandbox.recount();
        assertThat(recount.unassignmentsByDevice()).containsOnlyKeys(here);
        assertThat(recount.groupByDevice()).containsEntry(elsewhere, "Line 2").doesNotContainKey(here);
    }

    private static void production(Scene scene) {
        String id = scene.devices("Line 1", 1).get(0);
        for (String group :
                List.of("Thermostat field", "Thermostat DUT", "Tracker pre-production", "Tracker pre-DUT")) {
            Answer answer = scene.assign(scene.group(group), id).expectCode(400, "CX008");
            assertThat(answer.errors().get(0)).startsWith("400 CX008 Assignment Refused: Device '" + id + "' cannot");
        }
        String sold = scene.devices("Thermostat field", 1).get(0);
        scene.assign(scene.group("Thermostat field"), sold).expect(204);
        scene.assign(scene.group("Thermostat field B"), sold).expect(204);
        scene.assign(scene.group("Tracker pre-production"), sold).expectCode(400, "PX301");
        scene.assign(scene.group("Line 1"), sold)
                .expectError(
                        400,
                        "403 PX301 Invalid Unbond Key: Device '" + sold + "' is in a production devicegroup;"
                                + " it has to be unassigned with the unbond key first.");
        assertThat(scene.sandbox.recount().groupByDevice()).containsEntry(sold, "Thermostat field B");
    }

    private static void firstGeneration(Scene scene) {
        String fixtures = scene.group("Thermostat fixtures");
        scene.assign(fixtures, scene.fit("Line 1")).expect(204);
        String old = scene.get("/devices?page%5Bsize%5D=100&filter%5Bdevicegroup.id%5D=" + scene.group("Line 1"))
                .data()
                .valueStream()
                .filter(device ->
                        device.at("/attributes/imp_type").stringValue().equals("imp001"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .stringValue();
        scene.assign(fixtures, old)
                .expectError(
                        400,
                        "400 CX008 Assignment Refused: Device '" + old
                                + "' is an imp001, which cannot be in a factoryfixture_devicegroup.");
    }

    private static void unbondKey(Scene scene) {
        String field = scene.group("Thermostat field");
        String sold = scene.devices("Thermostat field", 1).get(0);
        String refused = "403 PX301 Invalid Unbond Key: Unassigning production devices needs the account's unbond key.";
        scene.unassign(field, NO_HEADERS, sold).expectError(403, refused);
        scene.unassign(field, List.of("X-Electricimp-Key", "wrong"), sold).expectError(403, refused);
        assertThat(scene.sandbox.recount().unassignmentsByDevice()).isEmpty();
        scene.unassign(field, KEY, sold).expect(204);
        scene.assign(scene.group("Line 1"), sold).expect(204);
        scene.unassign(scene.group("Line 1"), List.of("X-Electricimp-Key", "wrong"), sold)
                .expect(204);
    }

    private static void unassigned(Scene scene) {
        String id = scene.devices("Line 1", 1).get(0);
        scene.unassign(scene.group("Line 1"), NO_HEADERS, id).expect(204);
        Answer device = scene.get("/devices/" + id);
        for (String name : List.of("agent_id", "agent_url", "agent_state_changed_at")) {
            assertThat(device.attribute(name).isNull()).as(name).isTrue();
        }
        assertThat(device.attribute("agent_running").booleanValue()).isFalse();
        assertThat(device.data().path("relationships").propertyNames()).containsExactly("owner");
        assertThat(scene.get("/devices?page%5Bsize%5D=100&filter%5Bdevicegroup.owner.id%5D=null")
                        .ids())
                .hasSize(26)
                .contains(id);
    }

    private static void malformed(Scene scene) {
        String path = "/devicegroups/" + scene.group("Line 2") + "/relationships/devices";
        String id = scene.devices("Line 1", 1).get(0);
        for (String bad : List.of("{'type': 'device'}", "7", "{'type': 'product', 'id': 'x'}", "{'id': 7}")) {
            Answer answer = scene.post(path, "{'data': [{'type': 'device', 'id': '%s'}, %s]}".formatted(id, bad));
            answer.expectCode(400, "VX001");
            assertThat(answer.json().at("/errors/0/source/pointer").stringValue())
                    .isEqualTo("/data/1");
        }
        for (String bad : List.of("null", "{}", "{'data': 'x'}", "{'data': null}")) {
            scene.post(path, bad).expectCode(400, "VX002");
        }
        assertThat(scene.sandbox.recount().assignmentsByDevice()).isEmpty();
    }
}
