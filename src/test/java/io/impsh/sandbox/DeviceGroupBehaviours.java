package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Section F: device groups. */
final class DeviceGroupBehaviours {
    private static final String DUPLICATE = "409 CX001 Duplicate Resource: Devicegroups must have unique names.";
    private static final String INVALID = "400 VX001 Invalid Attribute: ";

    private DeviceGroupBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 43: all seven types", DeviceGroupBehaviours::types),
                new Behaviour("row 43: unknown type or product", DeviceGroupBehaviours::unknown),
                new Behaviour("row 44: unique names inside the product", DeviceGroupBehaviours::unique),
                new Behaviour("row 45: targets", DeviceGroupBehaviours::targetRules),
                new Behaviour("row 46: changing one target", DeviceGroupBehaviours::oneTarget),
                new Behaviour("row 47: region and load_code_after_blessing", DeviceGroupBehaviours::production),
                new Behaviour("row 48: env_vars", DeviceGroupBehaviours::variables),
                new Behaviour("row 48: env_vars are for the owner", DeviceGroupBehaviours::foreignVariables),
                new Behaviour("row 49: update without attributes", DeviceGroupBehaviours::emptyUpdate),
                new Behaviour("row 50: type in the update", DeviceGroupBehaviours::updateType),
                new Behaviour("row 51: current and minimum deployment", DeviceGroupBehaviours::deployments),
                new Behaviour("row 52: raising the minimum", DeviceGroupBehaviours::minimum),
                new Behaviour(
                        "row 53, 58: neither deploying nor the minimum restarts", DeviceGroupBehaviours::noRestart),
                new Behaviour("row 54: flagged deployments", DeviceGroupBehaviours::flagged),
                new Behaviour("row 55: what is left of a group", DeviceGroupBehaviours::deleted),
                new Behaviour("row 57: restarting onto the current deployment", DeviceGroupBehaviours::restartWays),
                new Behaviour("row 54: deleting", DeviceGroupBehaviours::deleting),
                new Behaviour("row 56: restarting", DeviceGroupBehaviours::restarting),
                new Behaviour("filters of device groups", DeviceGroupBehaviours::filters));
    }

    static Answer setMinimum(Scene scene, String group, String deployment) {
        return scene.send(
                "PUT",
                "/devicegroups/" + group + "/relationships/min_supported_deployment",
                "{'data': {'type': 'deployment', 'id': '%s'}}".formatted(deployment));
    }

    private static String target(String name, String type, String id) {
        return ", '%s': {'type': '%s', 'id': '%s'}".formatted(name, type, id);
    }

    private static String targets(Scene scene) {
        return target("production_target", "production_devicegroup", scene.group("Thermostat field"))
                + target("dut_target", "dut_devicegroup", scene.group("Thermostat DUT"));
    }

    private static Answer update(Scene scene, String group, String type, String rest) {
        return scene.patch(
                "/devicegroups/" + group, "{'data': {'type': '%s', 'id': '%s', %s}}".formatted(type, group, rest));
    }

    private static void types(Scene scene) {
        String product = scene.product("Thermostat");
        for (String type : List.of("development", "dut", "production", "pre_dut", "pre_production")) {
            Answer group = scene.createGroup(type + "_devicegroup", product, "{'name': 'my %s'}".formatted(type))
                    .expect(201);
            assertThat(group.data().path("type").stringValue()).isEqualTo(type + "_devicegroup");
            assertThat(group.data().path("relationships").propertyNames())
                    .containsExactly("product", "owner", "creator");
        }
        Answer fixture = scene.createGroup("factoryfixture_devicegroup", product, "{'name': 'f'}", targets(scene))
                .expect(201);
        assertThat(fixture.relation("production_target").toString())
                .isEqualTo("{\"type\":\"production_devicegroup\",\"id\":\"" + scene.group("Thermostat field") + "\"}");
        scene.createGroup(
                        "pre_factoryfixture_devicegroup",
                        scene.product("Tracker"),
                        "{'name': 'p'}",
                        target("production_target", "pre_production_devicegroup", scene.group("Tracker pre-production"))
                                + target("dut_target", "pre_dut_devicegroup", scene.group("Tracker pre-DUT")))
                .expect(201);
    }

    private static void unknown(Scene scene) {
        scene.createGroup("office_devicegroup", scene.product("Thermostat"), "{'name': 'x'}")
                .expectError(400, INVALID + "The type must be one of the device group types, not office_devicegroup.");
        scene.createGroup("development_devicegroup", "nothing", "{'name': 'x'}")
                .expectError(404, "404 NF001 Not Found: There is no product 'nothing'.");
        scene.post("/devicegroups", "{'data': {'type': 'development_devicegroup', 'attributes': {'name': 'x'}}}")
                .expectError(400, INVALID + "The relationship product is required.");
    }

    private static void unique(Scene scene) {
        String type = "development_devicegroup";
        scene.createGroup(type, scene.product("Thermostat"), "{'name': 'Line 1'}")
                .expectError(409, DUPLICATE);
        scene.createGroup(type, scene.product("Tracker"), "{'name': 'Line 1'}").expect(201);
        update(scene, scene.group("Line 2"), type, "'attributes': {'name': 'Line 1'}")
                .expectError(409, DUPLICATE);
        update(scene, scene.group("Line 2"), type, "'attributes': {'name': 'Line 2'}")
                .expect(200);
    }

    private static void targetRules(Scene scene) {
        String fixture = "factoryfixture_devicegroup";
        String field = target("production_target", "production_devicegroup", scene.group("Thermostat field"));
        String dut = target("dut_target", "dut_devicegroup", scene.group("Thermostat DUT"));
        String preDut = target("dut_target", "pre_dut_devicegroup", scene.group("Tracker pre-DUT"));
        refuse(scene, fixture, field, "The relationship dut_target is required.");
        refuse(scene, fixture, dut, "The relationship production_target is required.");
        refuse(scene, "development_devicegroup", field, "Only fixture groups have targets.");
        refuse(
                scene,
                fixture,
                field + preDut,
                "The dut_target of a factoryfixture_devicegroup must be a dut_devicegroup of the same product.");
        refuse(
                scene,
                fixture,
                field + target("dut_target", "dut_devicegroup", scene.group("Tracker pre-DUT")),
                "The type must be pre_dut_devicegroup, not dut_devicegroup.");
        scene.createGroup(fixture, scene.product("Tracker"), "{'name': 'x'}", field + dut)
                .expectCode(400, "VX001");
        assertThat(scene.get("/devicegroups").ids()).hasSize(11);
    }

    private static void refuse(Scene scene, String type, String targets, String detail) {
        scene.createGroup(type, scene.product("Thermostat"), "{'name': 'x'}", targets)
                .expectError(400, INVALID + detail);
    }

    private static void oneTarget(Scene scene) {
        String fixtures = scene.group("Thermostat fixtures");
        String fieldB = scene.group("Thermostat field B");
        Answer changed = update(
                        scene,
                        fixtures,
                        "factoryfixture_devicegroup",
                        "'relationships': {'production_target': {'type': 'production_devicegroup', 'id': '%s'}}"
                                .formatted(fieldB))
                .expect(200);
        assertThat(changed.relation("production_target").path("id").stringValue())
                .isEqualTo(fieldB);
        assertThat(changed.relation("dut_target").path("id").stringValue()).isEqualTo(scene.group("Thermostat DUT"));
        String dut = scene.createGroup("dut_devicegroup", scene.product("Thermostat"), "{'name': 'second'}")
                .id();
        Answer both = retarget(scene, fixtures, "'dut_target': {'type': 'dut_devicegroup', 'id': '%s'}".formatted(dut));
        assertThat(both.expect(200).relation("production_target").path("id").stringValue())
                .isEqualTo(fieldB);
        assertThat(both.relation("dut_target").path("id").stringValue()).isEqualTo(dut);
        retarget(scene, fixtures, "'dut_target': {'type': 'production_devicegroup', 'id': '%s'}".formatted(fieldB))
                .expectError(
                        400,
                        INVALID + "The dut_target of a factoryfixture_devicegroup must be a dut_devicegroup"
                                + " of the same product.");
        retarget(scene, fixtures, "'dut_target': {'type': 'dut_devicegroup', 'id': 'none'}")
                .expectError(404, "404 NF001 Not Found: There is no device group 'none'.");
        assertThat(related(scene, fixtures, "dut_target")).isEqualTo(dut);
    }

    private static Answer retarget(Scene scene, String fixtures, String targets) {
        return update(scene, fixtures, "factoryfixture_devicegroup", "'relationships': {%s}".formatted(targets));
    }

    private static void production(Scene scene) {
        String product = scene.product("Thermostat");
        Answer group = scene.createGroup("production_devicegroup", product, "{'name': 'eu', 'region': 'eu-west'}")
                .expect(201);
        assertThat(group.data().path("attributes").propertyNames())
                .containsExactly(
                        "name",
                        "description",
                        "region",
                        "load_code_after_blessing",
                        "created_at",
                        "updated_at",
                        "env_vars");
        assertThat(group.attribute("region").stringValue()).isEqualTo("eu-west");
        assertThat(group.attribute("load_code_after_blessing").booleanValue()).isTrue();
        Answer changed = update(
                scene, group.id(), "production_devicegroup", "'attributes': {'load_code_after_blessing': false}");
        assertThat(changed.expect(200).attribute("load_code_after_blessing").booleanValue())
                .isFalse();
        update(scene, group.id(), "production_devicegroup", "'attributes': {'region': 'us'}")
                .expectError(400, INVALID + "The attribute region can be set at creation only.");
        Answer line = scene.get("/devicegroups/" + scene.group("Line 1"));
        assertThat(line.attribute("region").isNull()).isTrue();
        assertThat(line.data().path("attributes").has("load_code_after_blessing"))
                .isFalse();
        scene.createGroup("development_devicegroup", product, "{'name': 'x', 'region': 'eu'}")
                .expectError(400, INVALID + "The attribute region is for (pre-)production groups only.");
        update(scene, line.id(), "development_devicegroup", "'attributes': {'load_code_after_blessing': true}")
                .expectCode(400, "VX001");
    }

    private static void variables(Scene scene) {
        String vars = "{'Zulu':'text','alpha1':7,'beta':1.10,'big':12345678901234567890,'e':1e3,'f':-1.50E-07,'z':0.0}";
        Answer group = scene.createGroup(
                        "development_devicegroup",
                        scene.product("Thermostat"),
                        "{'name': 'x', 'env_vars': %s}".formatted(vars))
                .expect(201);
        assertThat(scene.get("/devicegroups/" + group.id()).text()).contains(vars.replace('\'', '"'));
        Answer replaced = update(scene, group.id(), "development_devicegroup", "'attributes': {'env_vars': {'one': 1}}")
                .expect(200);
        assertThat(replaced.attribute("env_vars").toString()).isEqualTo("{\"one\":1}");
        for (String bad : List.of("{'1a': 1}", "{'a_b': 1}", "{'': 1}", "{'a': true}", "{'a': null}", "[]", "'x'")) {
            update(scene, group.id(), "development_devicegroup", "'attributes': {'env_vars': %s}".formatted(bad))
                    .expectCode(400, "VX001");
        }
        assertThat(scene.get("/devicegroups/" + scene.group("Line 1"))
                        .attribute("env_vars")
                        .toString())
                .isEqualTo("{}");
    }

    private static void foreignVariables(Scene scene) {
        String pump = scene.group("Pump dev");
        update(scene, pump, "development_devicegroup", "'attributes': {'description': 'ours'}")
                .expect(200);
        update(scene, pump, "development_devicegroup", "'attributes': {'env_vars': {'a': 1}}")
                .expectError(
                        403, "403 PX300 Invalid Permission: Only the owner may set the variables of a device group.");
        Answer created = scene.createGroup("development_devicegroup", scene.product("Pump"), "{'name': 'mine'}")
                .expect(201);
        String partner = scene.get("/accounts").ids().get(1);
        assertThat(created.relation("owner").path("id").stringValue()).isEqualTo(partner);
        assertThat(created.relation("creator").path("id").stringValue()).isEqualTo(scene.me());
    }

    private static void emptyUpdate(Scene scene) {
        String group = scene.group("Line 1");
        Answer before = scene.get("/devicegroups/" + group);
        for (String attributes : List.of("{}", "null")) {
            Answer after = update(scene, group, "development_devicegroup", "'attributes': " + attributes);
            assertThat(after.expect(200).text()).isEqualTo(before.text());
        }
    }

    private static void updateType(Scene scene) {
        update(scene, scene.group("Line 1"), "devicegroup", "'attributes': {}")
                .expectError(400, INVALID + "The type must be development_devicegroup, not devicegroup.");
    }

    private static void deleting(Scene scene) {
        scene.delete("/devicegroups/" + scene.group("Line 1"))
                .expectError(
                        409,
                        "409 CX003 Devices Assigned: Cannot delete a devicegroup with assigned devices;"
                                + " unassign those first.");
        String product = scene.product("Thermostat");
        String dut =
                scene.createGroup("dut_devicegroup", product, "{'name': 'd'}").id();
        String fixture = scene.createGroup(
                        "factoryfixture_devicegroup",
                        product,
                        "{'name': 'f'}",
                        target("production_target", "production_devicegroup", scene.group("Thermostat field"))
                                + target("dut_target", "dut_devicegroup", dut))
                .expect(201)
                .id();
        scene.delete("/devicegroups/" + dut)
                .expectError(
                        409,
                        "409 CX004 Devicegroup Is Target: Cannot delete a devicegroup that is the target of another;"
                                + " change that one first.");
        scene.delete("/devicegroups/" + fixture).expect(204);
        scene.delete("/devicegroups/" + dut).expect(204);
        scene.get("/devicegroups/" + dut).expectCode(404, "NF001");
        scene.createGroup("dut_devicegroup", product, "{'name': 'd'}").expect(201);
    }

    private static String related(Scene scene, String group, String relationship) {
        return scene.get("/devicegroups/" + group)
                .relation(relationship)
                .path("id")
                .stringValue(null);
    }

    private static void deployments(Scene scene) {
        String group = scene.createGroup("development_devicegroup", scene.product("Thermostat"), "{'name': 'mine'}")
                .id();
        assertThat(related(scene, group, "current_deployment")).isNull();
        assertThat(related(scene, group, "min_supported_deployment")).isNull();
        String first = scene.deploy("mine", "", "").expect(201).id();
        assertThat(related(scene, group, "current_deployment")).isEqualTo(first);
        assertThat(related(scene, group, "min_supported_deployment")).isEqualTo(first);
        String second = scene.deploy("mine", "", "").expect(201).id();
        assertThat(related(scene, group, "current_deployment")).isEqualTo(second);
        assertThat(related(scene, group, "min_supported_deployment")).isEqualTo(first);
        assertThat(scene.get("/devicegroups/" + group)
                        .data()
                        .path("relationships")
                        .propertyNames())
                .containsExactly("product", "owner", "creator", "current_deployment", "min_supported_deployment");
    }

    private static void minimum(Scene scene) {
        String refused = "409 CX013 Minimum Deployment Refused: The minimum supported deployment ";
        String group = scene.group("Line 1");
        String first = scene.deploy("Line 1", "", "").expect(201).id();
        String second = scene.deploy("Line 1", "", "").expect(201).id();
        String foreign = scene.deploy("Line 2", "", "").expect(201).id();
        setMinimum(scene, group, second).expect(204);
        assertThat(related(scene, group, "min_supported_deployment")).isEqualTo(second);
        setMinimum(scene, group, second).expect(204);
        setMinimum(scene, group, first).expectError(409, refused + "cannot be older than the present one.");
        setMinimum(scene, group, foreign).expectError(409, refused + "must be one of the same devicegroup.");
        setMinimum(scene, group, "none").expectError(404, "404 NF001 Not Found: There is no deployment 'none'.");
        setMinimum(scene, "none", second).expectError(404, "404 NF001 Not Found: There is no device group 'none'.");
        String empty = scene.createGroup("development_devicegroup", scene.product("Thermostat"), "{'name': 'empty'}")
                .id();
        setMinimum(scene, empty, second).expectError(409, refused + "must be one of the same devicegroup.");
        assertThat(related(scene, group, "min_supported_deployment")).isEqualTo(second);
    }

    private static void noRestart(Scene scene) {
        String id = scene.deploy("Line 1", "", "").expect(201).id();
        setMinimum(scene, scene.group("Line 1"), id).expect(204);
        assertThat(scene.sandbox.recount().restartsByDevice()).isEmpty();
    }

    private static void flagged(Scene scene) {
        String group = scene.createGroup("development_devicegroup", scene.product("Thermostat"), "{'name': 'mine'}")
                .id();
        String id = scene.deploy("mine", "{'device_code': '', 'agent_code': '', 'flagged': true}")
                .expect(201)
                .id();
        scene.delete("/devicegroups/" + group)
                .expectError(
                        409,
                        "409 CX010 Flagged Deployments Exist: Cannot delete a devicegroup with flagged deployments;"
                                + " delete those first.");
        DeploymentBehaviours.update(scene, id, "{'flagged': false}").expect(200);
        scene.delete("/devicegroups/" + group).expect(204);
    }

    private static void deleted(Scene scene) {
        String product = scene.product("Thermostat");
        String group = scene.createGroup("development_devicegroup", product, "{'name': 'mine'}")
                .id();
        String build = scene.deploy("mine", "", "").expect(201).id();
        String webhook = scene.createWebhook(
                        "mine", "{'url': 'http://a.b', 'event': 'blinkup', 'content_type': 'application/json'}")
                .expect(201)
                .id();
        scene.delete("/devicegroups/" + group).expect(204);
        Answer zombie = scene.get("/deployments/" + build).expect(200);
        assertThat(zombie.data().path("relationships").has("devicegroup")).isFalse();
        assertThat(zombie.relation("product").path("id").stringValue()).isEqualTo(product);
        scene.get("/webhooks/" + webhook).expectCode(404, "NF001");
        assertThat(scene.get("/webhooks?page%5Bsize%5D=100").ids()).hasSize(9);
        scene.createGroup("development_devicegroup", product, "{'name': 'mine'}")
                .expect(201);
    }

    private static void restartWays(Scene scene) {
        String group = scene.group("Tracker dev");
        String restart = "/devicegroups/" + group + "/restart";
        String conditional = "/devicegroups/" + group + "/conditional_restart";
        String build = scene.deploy("Tracker dev", "", "").expect(201).id();
        scene.post(conditional, "null").expect(204);
        assertThat(scene.sandbox.recount().restartsByDevice()).isEmpty();
        setMinimum(scene, group, build).expect(204);
        String one = scene.devices("Tracker dev", 1).get(0);
        scene.post("/devices/" + one + "/conditional_restart", "null").expect(204);
        assertThat(scene.sandbox.recount().restartsByDevice()).containsOnlyKeys(one);
        scene.post(conditional, "null").expect(204);
        assertThat(scene.sandbox.recount().restartsByDevice()).hasSize(25).doesNotContainValue(2);
        scene.post(conditional, "null").expect(204);
        assertThat(scene.sandbox.recount().restartsByDevice()).doesNotContainValue(2);
        scene.post(restart, "null").expect(204);
        assertThat(scene.sandbox.recount().restartsByDevice()).hasSize(25).doesNotContainValue(1);
    }

    private static void restarting(Scene scene) {
        for (String call : List.of("/restart", "/conditional_restart")) {
            scene.post("/devicegroups/" + scene.group("Pump dev") + call, "null")
                    .expect(204);
            scene.post("/devicegroups/" + scene.group("Tracker dev") + call, "null")
                    .expect(204);
        }
        assertThat(scene.sandbox.recount().restartsByDevice()).hasSize(25).doesNotContainValue(2);
    }

    private static void filters(Scene scene) {
        assertThat(scene.get("/devicegroups?filter%5Btype%5D=production_devicegroup")
                        .names())
                .containsExactly("Thermostat field", "Thermostat field B");
        String both = "/devicegroups?filter%5Btype%5D=development_devicegroup&filter%5Bproduct.id%5D=";
        assertThat(scene.get(both + scene.product("Tracker")).names()).containsExactly("Tracker dev");
        assertThat(scene.get("/devicegroups?filter%5Bowner.id%5D=" + scene.me()).ids())
                .hasSize(10);
        assertThat(scene.get("/devicegroups?filter%5Bunknown%5D=x").ids()).hasSize(11);
    }
}
