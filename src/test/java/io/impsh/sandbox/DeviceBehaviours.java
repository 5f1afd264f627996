package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Section H: devices. */
final class DeviceBehaviours {
    private DeviceBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 70: filters", DeviceBehaviours::filters),
                new Behaviour("row 70: devices in a shared group", DeviceBehaviours::shared),
                new Behaviour("row 71: only the name changes", DeviceBehaviours::renaming),
                new Behaviour("row 72: deleting", DeviceBehaviours::deleting),
                new Behaviour("row 73: restarting", DeviceBehaviours::restarting),
                new Behaviour("row 74: on line", DeviceBehaviours::online),
                new Behaviour("the form of a device", DeviceBehaviours::form));
    }

    private static int count(Scene scene, String... filters) {
        StringBuilder path = new StringBuilder("/devices?page%5Bsize%5D=1");
        for (int i = 0; i < filters.length; i += 2) {
            path.append("&filter%5B").append(filters[i]).append("%5D=").append(filters[i + 1]);
        }
        String last = scene.get(path.toString()).expect(200).link("last");
        boolean empty = scene.get(path.toString()).ids().isEmpty();
        return empty ? 0 : Integer.parseInt(last.replaceAll(".*number%5D=(\\d+)&.*", "$1"));
    }

    private static void filters(Scene scene) {
        String me = scene.me();
        assertThat(count(scene)).isEqualTo(250);
        assertThat(count(scene, "owner.id", me)).isEqualTo(250);
        assertThat(count(scene, "account.id", me)).isEqualTo(250);
        assertThat(count(scene, "owner.id", "nobody")).isZero();
        assertThat(count(scene, "product.id", scene.product("Thermostat"))).isEqualTo(188);
        assertThat(count(scene, "devicegroup.id", scene.group("Line 1"))).isEqualTo(75);
        assertThat(count(scene, "devicegroup.id", "nothing")).isZero();
        assertThat(count(scene, "devicegroup.type", "production_devicegroup")).isEqualTo(50);
        assertThat(count(scene, "devicegroup.owner.id", me)).isEqualTo(225);
        assertThat(count(scene, "devicegroup.owner.id", "null")).isEqualTo(25);
        assertThat(count(scene, "devicegroup.owner.id", "null", "owner.id", me)).isEqualTo(25);
        assertThat(count(scene, "devicegroup.owner.id", "null", "product.id", scene.product("Tracker")))
                .isZero();
        assertThat(count(
                        scene,
                        "product.id",
                        scene.product("Thermostat"),
                        "devicegroup.type",
                        "development_devicegroup"))
                .isEqualTo(125);
        assertThat(count(scene, "product.id", scene.product("Tracker"), "devicegroup.id", scene.group("Line 1")))
                .isZero();
        assertThat(count(scene, "colour", "red")).isEqualTo(250);
    }

    private static void shared(Scene scene) {
        String id = scene.devices("Line 1", 1).get(0);
        scene.assign(scene.group("Pump dev"), id).expect(204);
        assertThat(count(scene)).isEqualTo(250);
        String partner = scene.get("/accounts").ids().get(1);
        assertThat(count(scene, "devicegroup.owner.id", partner)).isEqualTo(1);
        scene.logIn("partner");
        assertThat(scene.get("/devices").ids()).containsExactly(id);
        scene.get("/devices/" + id).expect(200);
        assertThat(count(scene, "owner.id", partner)).isZero();
    }

    private static Answer update(Scene scene, String id, String attributes) {
        return scene.patch(
                "/devices/" + id,
                "{'data': {'type': 'device', 'id': '%s', 'attributes': %s}}".formatted(id, attributes));
    }

    private static void renaming(Scene scene) {
        List<String> ids = scene.devices("Line 1", 2);
        String id = ids.get(0);
        assertThat(update(scene, id, "{'name': 'Kitchen'}").attribute("name").stringValue())
                .isEqualTo("Kitchen");
        assertThat(update(scene, ids.get(1), "{'name': 'Kitchen'}").expect(200).id())
                .isEqualTo(ids.get(1));
        assertThat(update(scene, id, "{'name': ''}").attribute("name").stringValue())
                .isEmpty();
        assertThat(update(scene, id, "{'name': null}").attribute("name").isNull())
                .isTrue();
        assertThat(update(scene, id, "{}").expect(200).data())
                .isEqualTo(scene.get("/devices/" + id).data());
        update(scene, id, "null").expect(200);
        update(scene, id, "{'name': 7}")
                .expectError(400, "400 VX001 Invalid Attribute: The attribute name must be a text.");
        update(scene, id, "{'name': 'x', 'imp_type': 'imp006'}")
                .expectError(
                        400,
                        "400 VX001 Invalid Attribute: The attribute imp_type cannot be changed; only the name can.");
        assertThat(scene.get("/devices/" + id).attribute("name").isNull()).isTrue();
    }

    private static void deleting(Scene scene) {
        String assigned = scene.devices("Line 1", 1).get(0);
        scene.delete("/devices/" + assigned)
                .expectError(409, "409 CX006 Device Assigned: Cannot remove an assigned device; unassign it first.");
        String free = scene.unassigned();
        scene.delete("/devices/" + free).expect(204);
        scene.get("/devices/" + free).expectCode(404, "NF001");
        scene.delete("/devices/" + free).expectCode(404, "NF001");
        assertThat(count(scene)).isEqualTo(249);
        assertThat(count(scene, "devicegroup.owner.id", "null")).isEqualTo(24);
    }

    private static void restarting(Scene scene) {
        scene.post("/devices/" + scene.unassigned() + "/restart", "null")
                .expectError(409, "409 CX007 Device Unassigned: Cannot restart a device that is in no devicegroup.");
        String id = scene.devices("Line 1", 1).get(0);
        scene.post("/devices/" + id + "/restart", "null").expect(204);
        scene.post("/devices/" + id + "/conditional_restart", "null").expect(204);
        assertThat(scene.sandbox.recount().restartsByDevice())
                .containsOnlyKeys(id)
                .containsEntry(id, 1);
    }

    private static void online(Scene scene) {
        long offline = scene.get("/devices?page%5Bsize%5D=80")
                .data()
                .valueStream()
                .filter(device -> !device.at("/attributes/device_online").booleanValue())
                .count();
        assertThat(offline).isEqualTo(10);
    }

    private static void form(Scene scene) {
        Answer device = scene.get("/devices/" + scene.devices("Line 1", 1).get(0));
        assertThat(device.data().propertyNames()).containsExactly("type", "id", "links", "attributes", "relationships");
        assertThat(device.id()).matches("[0-9a-f]{16}");
        assertThat(device.data().path("attributes").propertyNames())
                .containsExactly(
                        "name",
                        "agent_id",
                        "agent_url",
                        "device_online",
                        "device_state_changed_at",
                        "agent_running",
                        "agent_state_changed_at",
                        "last_enrolled_at",
                        "imp_type",
                        "ip_address",
                        "mac_address",
                        "free_memory",
                        "rssi",
                        "swversion",
                        "plan_id");
        assertThat(device.attribute("mac_address").stringValue()).matches("([0-9a-f]{2}:){5}[0-9a-f]{2}");
        assertThat(device.attribute("plan_id").stringValue()).matches("[0-9a-f]{16}");
        assertThat(device.attribute("rssi").intValue()).isNegative();
        assertThat(device.data().path("relationships").propertyNames())
                .containsExactly("owner", "product", "devicegroup");
    }
}
