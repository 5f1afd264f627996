package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Section I: deployments. */
final class DeploymentBehaviours {
    private static final String INVALID = "400 VX001 Invalid Attribute: ";
    private static final String FLAGGED = "409 CX011 Resource Flagged: You cannot delete flagged deployments;"
            + " set the flagged attribute to false and try again.";
    private static final String IN_USE = "409 CX012 Deployment In Use: Cannot delete the minimum supported deployment"
            + " of a devicegroup, nor a newer one.";

    private DeploymentBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 75: both codes, known group", DeploymentBehaviours::required),
                new Behaviour("row 76: code comes back unchanged", DeploymentBehaviours::verbatim),
                new Behaviour("row 77: sha", DeploymentBehaviours::sha),
                new Behaviour("row 78: defaults", DeploymentBehaviours::defaults),
                new Behaviour("row 79: tags", DeploymentBehaviours::tags),
                new Behaviour("row 79: what cannot be changed", DeploymentBehaviours::fixed),
                new Behaviour("row 80: filters", DeploymentBehaviours::filters),
                new Behaviour("row 80: filters on zombies", DeploymentBehaviours::zombieFilters),
                new Behaviour("row 81: code that does not compile", DeploymentBehaviours::compilation),
                new Behaviour("row 82: deleting", DeploymentBehaviours::deleting),
                new Behaviour("row 83, 84: zombies without a product", DeploymentBehaviours::withoutProduct),
                new Behaviour("row 11: created_at of deployments", DeploymentBehaviours::times),
                new Behaviour("deployments: newest first, page by page", DeploymentBehaviours::order),
                new Behaviour("deployments of a shared product", DeploymentBehaviours::shared),
                new Behaviour("deployments of the seed", DeploymentBehaviours::seed),
                new Behaviour("libraries: names and versions", DeploymentBehaviours::libraries),
                new Behaviour("deployments: half of a character", DeploymentBehaviours::halfCharacter),
                new Behaviour("deployments: pages with much code", DeploymentBehaviours::muchCode),
                new Behaviour(
                        "strict deployments: unknown keys and missing fields",
                        Scene.options().withStrict(true),
                        DeploymentBehaviours::strict));
    }

    static Answer update(Scene scene, String deployment, String attributes) {
        return scene.patch(
                "/deployments/" + deployment,
                "{'data': {'type': 'deployment', 'id': '%s', 'attributes': %s}}".formatted(deployment, attributes));
    }

    private static void required(Scene scene) {
        scene.deploy("Line 1", "{'device_code': ''}")
                .expectError(400, INVALID + "The attribute agent_code is required.");
        scene.deploy("Line 1", "{'agent_code': ''}")
                .expectError(400, INVALID + "The attribute device_code is required.");
        scene.deploy("Line 1", "{'device_code': null, 'agent_code': ''}")
                .expectError(400, INVALID + "The attribute device_code must be a text.");
        Answer empty = scene.deploy("Line 1", "", "").expect(201);
        assertThat(empty.attribute("device_code").stringValue()).isEmpty();
        scene.deployInto("development_devicegroup", "none", "{'device_code': '', 'agent_code': ''}")
                .expectError(404, "404 NF001 Not Found: There is no device group 'none'.");
        scene.deployInto("devicegroup", scene.group("Line 1"), "{'device_code': '', 'agent_code': ''}")
                .expectError(400, INVALID + "The type must be development_devicegroup, not devicegroup.");
        scene.post("/deployments", "{'data': {'type': 'deployment', 'attributes': {}}}")
                .expectError(400, INVALID + "The relationship devicegroup is required.");
    }

    private static void verbatim(Scene scene) {
        String code = "\\r\\n\\tserver.log(1);  \\r// \\u00fc \\ud83d\\ude00 \\u0000 \\u2028\\n\\n";
        Answer created = scene.deploy("Line 1", code, code + " ").expect(201);
        String meant = "\r\n\tserver.log(1);  \r// ü 😀 \0 \u2028\n\n";
        Answer read = scene.get("/deployments/" + created.id());
        assertThat(read.attribute("device_code").stringValue()).isEqualTo(meant);
        assertThat(read.attribute("agent_code").stringValue()).isEqualTo(meant + " ");
        Answer raw = scene.deploy("Line 1", "// ü😀", "").expect(201);
        assertThat(raw.attribute("device_code").stringValue()).isEqualTo("// ü😀");
    }

    private static String sha(Answer deployment) {
        return deployment.attribute("sha").stringValue();
    }

    private static void sha(Scene scene) {
        Answer one = scene.deploy("Line 1", "a", "b").expect(201);
        assertThat(sha(one)).matches("[0-9a-f]{64}");
        Answer copy = scene.deploy("Line 2", "a", "b").expect(201);
        assertThat(sha(copy)).isEqualTo(sha(one));
        assertThat(copy.id()).isNotEqualTo(one.id());
        for (String[] other : new String[][] {{"b", "a"}, {"ab", ""}, {"", "ab"}, {"a", "b "}}) {
            assertThat(sha(scene.deploy("Line 1", other[0], other[1]).expect(201)))
                    .isNotEqualTo(sha(one));
        }
        assertThat(sha(scene.deploy("Pump dev", "a", "b").expect(201))).isNotEqualTo(sha(one));
    }

    private static void defaults(Scene scene) {
        Answer created = scene.deploy("Line 1", "a", "b").expect(201);
        assertThat(created.data().toString()).isEqualTo("""
                        {'type':'deployment','id':'ID','links':{'self':'URL/deployments/ID'},'attributes':{\
                        'sha':'SHA','description':null,'origin':null,'tags':[],'flagged':false,\
                        'device_code':'a','agent_code':'b','created_at':'TIME','updated_at':'TIME'},\
                        'relationships':{'owner':{'type':'account','id':'ME'},'creator':{'type':'account','id':'ME'},\
                        'product':{'type':'product','id':'PRODUCT'},\
                        'devicegroup':{'type':'development_devicegroup','id':'GROUP'}}}""".replace('\'', '"')
                .replace("URL", scene.sandbox.baseUrl().toString())
                .replace("ID", created.id())
                .replace("SHA", sha(created))
                .replace("TIME", created.attribute("created_at").stringValue())
                .replace("ME", scene.me())
                .replace("PRODUCT", scene.product("Thermostat"))
                .replace("GROUP", scene.group("Line 1")));
        assertThat(scene.get("/deployments/" + created.id()).text()).isEqualTo(created.text());
        Answer full = scene.deploy("Line 1", """
                        {'device_code': 'a', 'agent_code': 'b', 'description': 'd', 'origin': 'o', 'tags': ['b', 'a'],
                         'flagged': true}""").expect(201);
        assertThat(full.data().path("attributes").toString())
                .contains("\"description\":\"d\",\"origin\":\"o\",\"tags\":[\"b\",\"a\"],\"flagged\":true,");
        assertThat(full.relation("flagger").path("id").stringValue()).isEqualTo(scene.me());
    }

    private static void tags(Scene scene) {
        String id = scene.deploy("Line 1", "", "").expect(201).id();
        String all = "['z', 'A-Z_0.9*', 'RC1', 'z']";
        assertThat(update(scene, id, "{'tags': %s}".formatted(all))
                        .expect(200)
                        .attribute("tags")
                        .toString())
                .isEqualTo("[\"z\",\"A-Z_0.9*\",\"RC1\",\"z\"]");
        for (String bad : List.of("['a b']", "['']", "['a,b']", "['ü']", "['a', 7]", "[null]")) {
            update(scene, id, "{'tags': %s}".formatted(bad))
                    .expectError(
                            400, INVALID + "The attribute tags may have texts of letters, digits and _ - * . only.");
        }
        for (String bad : List.of("'a'", "null", "{}")) {
            update(scene, id, "{'tags': %s}".formatted(bad))
                    .expectError(400, INVALID + "The attribute tags must be a list of texts.");
        }
        String longest = "x".repeat(250);
        update(scene, id, "{'tags': ['%s', '%s']}".formatted(longest, longest)).expect(200);
        update(scene, id, "{'tags': ['%s', '%s', 'y']}".formatted(longest, longest))
                .expectError(400, INVALID + "The attribute tags may have 500 characters in total.");
        assertThat(update(scene, id, "{'tags': ['one']}").attribute("tags").toString())
                .isEqualTo("[\"one\"]");
        assertThat(update(scene, id, "{'tags': []}").attribute("tags").toString())
                .isEqualTo("[]");
    }

    private static void fixed(Scene scene) {
        Answer created = scene.deploy("Line 1", "a", "b").expect(201);
        for (String name : List.of("origin", "device_code", "agent_code", "sha")) {
            update(scene, created.id(), "{'%s': 'x'}".formatted(name))
                    .expectError(400, INVALID + "The attribute " + name + " cannot be changed.");
        }
        assertThat(update(scene, created.id(), "{}").expect(200).text()).isEqualTo(created.text());
        assertThat(update(scene, created.id(), "null").expect(200).text()).isEqualTo(created.text());
        Answer changed = update(scene, created.id(), "{'description': 'd', 'flagged': true}")
                .expect(200);
        assertThat(changed.attribute("description").stringValue()).isEqualTo("d");
        assertThat(changed.relation("flagger").path("id").stringValue()).isEqualTo(scene.me());
        assertThat(changed.attribute("updated_at").stringValue())
                .isGreaterThan(created.attribute("updated_at").stringValue());
        Answer unflagged = update(scene, created.id(), "{'flagged': false}").expect(200);
        assertThat(unflagged.data().path("relationships").has("flagger")).isFalse();
        update(scene, created.id(), "{'flagged': 'yes'}")
                .expectError(400, INVALID + "The attribute flagged must be true or false.");
        update(scene, created.id(), "{'description': '%s'}".formatted("y".repeat(256)))
                .expectError(400, INVALID + "The attribute description may have 255 characters.");
    }

    private static List<String> found(Scene scene, String... filters) {
        StringBuilder query = new StringBuilder("/deployments?page%5Bsize%5D=100");
        for (int i = 0; i < filters.length; i += 2) {
            query.append("&filter%5B").append(filters[i]).append("%5D=").append(filters[i + 1]);
        }
        return scene.get(query.toString()).expect(200).ids();
    }

    private static void filters(Scene scene) {
        String code = "{'device_code': 'x', 'agent_code': '%s', 'tags': [%s], 'flagged': %s}";
        Answer one = scene.deploy("Line 1", code.formatted("1", "'my', 'RC.1'", "true"));
        Answer two = scene.deploy("Line 2", code.formatted("1", "'my'", "false"));
        Answer three = scene.deploy("Tracker dev", code.formatted("3", "'RC.1', 'my'", "false"));
        String[] my = {"tags", "my"};
        assertThat(found(scene, my)).containsExactly(three.id(), two.id(), one.id());
        assertThat(found(scene, "tags", "my%2CRC.1")).containsExactly(three.id(), one.id());
        assertThat(found(scene, "tags", "RC.1,my")).containsExactly(three.id(), one.id());
        assertThat(found(scene, "tags", "my,none")).isEmpty();
        assertThat(found(scene, "sha", sha(one))).containsExactly(two.id(), one.id());
        assertThat(found(scene, "tags", "my", "flagged", "true")).containsExactly(one.id());
        assertThat(found(scene, "tags", "my", "flagged", "false")).containsExactly(three.id(), two.id());
        assertThat(found(scene, "tags", "my", "flagged", "any")).hasSize(3);
        assertThat(found(scene, "tags", "my", "flagger.id", scene.me())).containsExactly(one.id());
        assertThat(found(scene, "tags", "my", "product.id", scene.product("Thermostat")))
                .containsExactly(two.id(), one.id());
        assertThat(found(scene, "tags", "my", "devicegroup.id", scene.group("Line 2")))
                .containsExactly(two.id());
        assertThat(found(scene, "tags", "my", "owner.id", scene.me(), "creator.id", scene.me()))
                .hasSize(3);
        String partner = scene.get("/accounts").ids().get(1);
        assertThat(found(scene, "tags", "my", "owner.id", partner)).isEmpty();
        assertThat(found(scene, "owner.id", partner, "creator.id", partner)).hasSize(4);
        for (String filter : List.of("owner.id", "creator.id", "product.id", "devicegroup.id", "sha", "flagger.id")) {
            assertThat(found(scene, filter, "none")).as(filter).isEmpty();
        }
        assertThat(scene.get("/deployments?filter%5Btags%5D=my&filter%5Bflagged%5D=any&page%5Bsize%5D=1")
                        .link("next"))
                .isEqualTo(scene.sandbox.baseUrl()
                        + "/deployments?filter%5Btags%5D=my&filter%5Bflagged%5D=any"
                        + "&page%5Bnumber%5D=2&page%5Bsize%5D=1");
    }

    private static void zombieFilters(Scene scene) {
        Answer group = scene.createGroup("development_devicegroup", scene.product("Thermostat"), "{'name': 'short'}");
        String type = "development_devicegroup";
        String id = scene.deployInto(type, group.id(), "{'device_code': '', 'agent_code': '', 'tags': ['mine']}")
                .expect(201)
                .id();
        assertThat(found(scene, "devicegroup.id", group.id())).containsExactly(id);
        scene.delete("/devicegroups/" + group.id()).expect(204);
        assertThat(found(scene, "devicegroup.id", group.id())).isEmpty();
        assertThat(found(scene, "product.id", scene.product("Thermostat"), "tags", "mine"))
                .containsExactly(id);
        Answer zombie = scene.get("/deployments/" + id).expect(200);
        assertThat(zombie.data().path("relationships").propertyNames()).containsExactly("owner", "creator", "product");
    }

    private static void compilation(Scene scene) {
        String current = current(scene);
        int before = found(scene).size();
        Answer refused = scene.deploy("Line 1", "function f() {\\n\\tserver.log(1;\\n}", "\\n  ]")
                .expectError(400, "400 CX005 Compilation Error: The code cannot be compiled.");
        assertThat(refused.json().at("/errors/0/meta").toString())
                .isEqualTo("""
                        [{'type':'ERROR','file':'device_code','row':3,'column':1,'text':'expected QUOTE)QUOTE'},\
                        {'type':'ERROR','file':'agent_code','row':2,'column':3,'text':'expression expected'}]""".replace('\'', '"').replace("QUOTE", "'"));
        scene.deploy("Line 1", "", "#line 7 \\\"lib.nut\\\"\\n)").expectCode(400, "CX005");
        assertThat(found(scene)).hasSize(before);
        assertThat(current(scene)).isEqualTo(current);
    }

    private static String current(Scene scene) {
        return scene.get("/devicegroups/" + scene.group("Line 1"))
                .relation("current_deployment")
                .path("id")
                .stringValue();
    }

    private static void deleting(Scene scene) {
        String group = scene.createGroup("development_devicegroup", scene.product("Thermostat"), "{'name': 'mine'}")
                .id();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(scene.deploy("mine", "", "").expect(201).id());
        }
        scene.delete("/deployments/" + ids.get(0)).expectError(409, IN_USE);
        scene.delete("/deployments/" + ids.get(3)).expectError(409, IN_USE);
        DeviceGroupBehaviours.setMinimum(scene, group, ids.get(2)).expect(204);
        update(scene, ids.get(0), "{'flagged': true}").expect(200);
        scene.delete("/deployments/" + ids.get(0)).expectError(409, FLAGGED);
        scene.delete("/deployments/" + ids.get(1)).expect(204);
        scene.delete("/deployments/" + ids.get(1)).expectCode(404, "NF001");
        scene.get("/deployments/" + ids.get(1))
                .expectError(404, "404 NF001 Not Found: There is no deployment '" + ids.get(1) + "'.");
        scene.delete("/deployments/" + ids.get(2)).expectError(409, IN_USE);
        update(scene, ids.get(0), "{'flagged': false}").expect(200);
        scene.delete("/deployments/" + ids.get(0)).expect(204);
        scene.delete("/devicegroups/" + group).expect(204);
        scene.delete("/deployments/" + ids.get(3)).expect(204);
        update(scene, ids.get(2), "{'flagged': true}").expect(200);
        scene.delete("/deployments/" + ids.get(2)).expectError(409, FLAGGED);
    }

    private static void withoutProduct(Scene scene) {
        String product = scene.createProduct("{'name': 'Valve'}").id();
        String group = scene.createGroup("development_devicegroup", product, "{'name': 'valves'}")
                .id();
        String id = scene.deploy("valves", "", "").expect(201).id();
        scene.delete("/devicegroups/" + group).expect(204);
        update(scene, id, "{'flagged': true}").expect(200);
        scene.delete("/products/" + product).expect(204);
        Answer zombie = scene.get("/deployments/" + id).expect(200);
        assertThat(zombie.data().path("relationships").propertyNames()).containsExactly("owner", "creator", "flagger");
        assertThat(found(scene, "product.id", product)).isEmpty();
        scene.delete("/deployments/" + id).expectError(409, FLAGGED);
        update(scene, id, "{'flagged': false}").expect(200);
        scene.delete("/deployments/" + id).expect(204);
        scene.delete("/deployments/" + id).expectCode(404, "NF001");
    }

    private static void times(Scene scene) {
        String before = "";
        for (int i = 0; i < 50; i++) {
            Answer created = scene.deploy("Line 1", "", "").expect(201);
            String time = created.attribute("created_at").stringValue();
            assertThat(time)
                    .isGreaterThan(before)
                    .isEqualTo(created.attribute("updated_at").stringValue());
            before = time;
        }
    }

    private static void order(Scene scene) {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            created.add(0, scene.deploy("Line 1", "", "").expect(201).id());
        }
        assertThat(scene.get("/deployments").ids()).isEqualTo(created.subList(0, 20));
        assertThat(scene.get("/deployments?page%5Bnumber%5D=2").ids()).startsWith(created.get(20));
        assertThat(found(scene)).startsWith(created.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    private static void shared(Scene scene) {
        Answer ours = scene.deploy("Pump dev", "", "").expect(201);
        assertThat(ours.relation("creator").path("id").stringValue()).isEqualTo(scene.me());
        String partner = ours.relation("owner").path("id").stringValue();
        String own = found(scene, "product.id", scene.product("Thermostat")).get(0);
        scene.logIn("partner");
        assertThat(partner).isEqualTo(scene.me());
        assertThat(found(scene)).hasSize(5).startsWith(ours.id());
        scene.get("/deployments/" + own).expectCode(404, "NF001");
    }

    private static void seed(Scene scene) {
        for (var group : scene.get("/devicegroups").data()) {
            String id = group.path("id").stringValue();
            List<String> own = found(scene, "devicegroup.id", id);
            assertThat(own).hasSizeBetween(2, 5);
            assertThat(group.at("/relationships/current_deployment/id").stringValue())
                    .isEqualTo(own.get(0));
            assertThat(own)
                    .contains(group.at("/relationships/min_supported_deployment/id")
                            .stringValue());
        }
        List<String> all = found(scene, "owner.id", scene.me());
        assertThat(all).hasSize(34);
        Answer zombie = scene.get("/deployments/" + all.get(33));
        assertThat(zombie.data().path("relationships").propertyNames()).containsExactly("owner", "creator", "product");
        assertThat(zombie.attribute("tags").toString()).isEqualTo("[\"v0.9\"]");
        assertThat(found(scene, "tags", "RC1")).hasSize(11);
        assertThat(found(scene, "flagged", "true")).hasSize(8);
        for (String id : all) {
            Answer deployment = scene.get("/deployments/" + id);
            for (String code : List.of("device_code", "agent_code")) {
                assertThat(SquirrelCheck.findings(
                                code, deployment.attribute(code).stringValue()))
                        .isEmpty();
            }
        }
    }

    private static void libraries(Scene scene) {
        Answer libraries = scene.get("/libraries").expect(200);
        assertThat(libraries.data().get(0).toString()).isEqualTo("""
                        {'type':'library','id':'ID','links':{'self':'URL/libraries/ID'},'attributes':{\
                        'name':'Promise.lib.nut','supported':true},'relationships':{'versions':[\
                        {'type':'library_version','id':'Promise.lib.nut:4.0.0'},\
                        {'type':'library_version','id':'Promise.lib.nut:3.0.1'},\
                        {'type':'library_version','id':'Promise.lib.nut:3.0.0'},\
                        {'type':'library_version','id':'Promise.lib.nut:2.0.0'}]}}""".replace('\'', '"')
                .replace("URL", scene.sandbox.baseUrl().toString())
                .replace("ID", libraries.ids().get(0)));
        assertThat(libraries.ids()).doesNotHaveDuplicates();
        assertThat(libraries.data().findValuesAsString("supported")).contains("true", "false");
        assertThat(scene.get("/libraries?page%5Bsize%5D=1").names()).containsExactly("Promise.lib.nut");
    }

    /** JSON can say it, UTF-8 cannot. */
    private static void halfCharacter(Scene scene) {
        Answer created = scene.deploy("Line 1", "// \\ud83d", "").expect(201);
        assertThat(scene.get("/deployments/" + created.id()).expect(200).text()).contains("\\uD83D");
        scene.get("/deployments").expect(200);
    }

    /** Answers of this size are written as they go, not gathered first. */
    private static void muchCode(Scene scene) {
        String code = "x".repeat(2_000_000);
        String first = scene.deploy("Line 1", "// " + code, "").expect(201).id();
        String second = scene.deploy("Line 2", "// " + code, "").expect(201).id();
        Answer page = scene.get("/deployments?page%5Bsize%5D=3").expect(200);
        assertThat(page.ids()).startsWith(second, first).hasSize(3);
        assertThat(page.data().get(0).at("/attributes/device_code").stringValue())
                .isEqualTo("// " + code);
        assertThat(page.link("next")).contains("page%5Bnumber%5D=2");
        assertThat(page.headers().firstValue("Content-Type")).contains("application/vnd.api+json");
    }

    private static void strict(Scene scene) {
        scene.deploy("Line 1", "{'device_code': '', 'agent_code': '', 'name': 'x'}")
                .expectError(
                        400,
                        INVALID + "There is no 'name' here; known are device_code, agent_code, description, origin,"
                                + " flagged, tags.");
        String id = scene.deploy("Line 1", "", "").expect(201).id();
        update(scene, id, "{'origin': 'x'}")
                .expectError(400, INVALID + "There is no 'origin' here; known are description, flagged, tags.");
        scene.patch("/deployments/" + id, "{'data': {'type': 'deployment', 'attributes': {}}}")
                .expectError(400, INVALID + "The id must be the one in the path.");
        scene.patch("/deployments/" + id, "{'data': {'id': '%s', 'attributes': {}}}".formatted(id))
                .expectError(400, INVALID + "The type is required and must be a text.");
        update(scene, id, "{'flagged': true, 'tags': ['a'], 'description': 'd'}")
                .expect(200);
        String group = scene.group("Line 1");
        String path = "/devicegroups/" + group + "/relationships/min_supported_deployment";
        scene.send("PUT", path, "{'data': {'id': '%s'}}".formatted(id)).expectCode(400, "VX001");
        scene.send("PUT", path, "{'data': {'type': 'deployment', 'id': '%s'}, 'x': 1}".formatted(id))
                .expectError(400, INVALID + "The body has nothing but \"data\".");
        scene.send("PUT", path, "null").expectCode(400, "VX001");
        DeviceGroupBehaviours.setMinimum(scene, group, id).expect(204);
    }
}
