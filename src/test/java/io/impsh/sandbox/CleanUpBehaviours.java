package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;

/** Section N: order and cascade when a client cleans up. */
final class CleanUpBehaviours {
    private CleanUpBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 113, 114: deleting a product by force", CleanUpBehaviours::byForce),
                new Behaviour("row 115: zombies match filters of the account", CleanUpBehaviours::zombies),
                new Behaviour("row 115: a reset leaves no zombies", CleanUpBehaviours::reset),
                new Behaviour("row 116: lists see what was just done", CleanUpBehaviours::readYourWrites));
    }

    /** As the vendor's tool does it: in parallel where it can. */
    private static void byForce(Scene scene) {
        String product = scene.product("Thermostat");
        String inProduct = "filter%5Bproduct.id%5D=" + product + "&page%5Bsize%5D=100";
        List<String> groups = scene.get("/devicegroups?" + inProduct).ids();
        for (String group : groups) {
            List<String> devices = scene.get("/devices?filter%5Bdevicegroup.id%5D=" + group + "&page%5Bsize%5D=100")
                    .ids();
            inParallel(
                    devices, device -> scene.unassign(group, List.of("X-Electricimp-Key", "sandbox-unbond-key"), device)
                            .expect(204));
        }
        List<String> deployments = scene.get("/deployments?" + inProduct).ids();
        assertThat(deployments).hasSize(20);
        inParallel(
                scene.get("/deployments?filter%5Bflagged%5D=true&" + inProduct).ids(),
                id -> DeploymentBehaviours.update(scene, id, "{'flagged': false}")
                        .expect(200));
        String fixtures = scene.group("Thermostat fixtures");
        scene.delete("/devicegroups/" + fixtures).expect(204);
        inParallel(
                groups.stream().filter(group -> !group.equals(fixtures)).toList(),
                group -> scene.delete("/devicegroups/" + group).expect(204));
        scene.delete("/products/" + product).expect(204);
        inParallel(deployments, id -> scene.delete("/deployments/" + id).expect(204));
        inParallel(deployments, id -> scene.delete("/deployments/" + id).expectCode(404, "NF001"));
        assertThat(scene.get("/products").names()).containsExactly("Tracker", "Pump");
        assertThat(scene.get("/deployments?" + inProduct).ids()).isEmpty();
    }

    private static void inParallel(List<String> ids, Consumer<String> work) {
        ids.parallelStream().forEach(work);
    }

    private static void zombies(Scene scene) {
        String type = "development_devicegroup";
        String code = "{'device_code': 'x', 'agent_code': 'y', 'tags': ['again']}";
        Answer first = null;
        for (int run = 1; run <= 2; run++) {
            String group = scene.createGroup(type, scene.product("Thermostat"), "{'name': 'run'}")
                    .expect(201)
                    .id();
            first = scene.deployInto(type, group, code).expect(201);
            scene.delete("/devicegroups/" + group).expect(204);
            assertThat(scene.get("/deployments?filter%5Btags%5D=again").ids()).hasSize(run);
        }
        assertThat(scene.get("/deployments?filter%5Bsha%5D="
                                + first.attribute("sha").stringValue())
                        .ids())
                .hasSize(2);
    }

    private static void reset(Scene scene) {
        List<String> before = scene.get("/deployments?page%5Bsize%5D=100").ids();
        zombies(scene);
        scene.door("POST", "/reset", "").expect(204);
        assertThat(scene.get("/deployments?filter%5Btags%5D=again").ids()).isEmpty();
        assertThat(scene.get("/deployments?page%5Bsize%5D=100").ids()).isEqualTo(before);
    }

    private static void readYourWrites(Scene scene) {
        String product = scene.createProduct("{'name': 'Valve'}").expect(201).id();
        assertThat(scene.get("/products").ids()).contains(product);
        String group = scene.createGroup("development_devicegroup", product, "{'name': 'valves'}")
                .id();
        assertThat(scene.get("/devicegroups").names()).contains("valves");
        String build = scene.deploy("valves", "", "").expect(201).id();
        assertThat(scene.get("/deployments").ids()).startsWith(build);
        DeploymentBehaviours.update(scene, build, "{'tags': ['now']}").expect(200);
        assertThat(scene.get("/deployments?filter%5Btags%5D=now").ids()).containsExactly(build);
        String webhook = scene.createWebhook(
                        "valves", "{'url': 'http://a.b', 'event': 'blinkup', 'content_type': 'application/json'}")
                .id();
        assertThat(scene.get("/webhooks").ids()).contains(webhook);
        String device = scene.unassigned();
        scene.assign(group, device).expect(204);
        assertThat(scene.devices("valves", 20)).containsExactly(device);
        scene.unassign(group, List.of(), device).expect(204);
        assertThat(scene.devices("valves", 20)).isEmpty();
        scene.delete("/webhooks/" + webhook).expect(204);
        assertThat(scene.get("/webhooks").ids()).doesNotContain(webhook);
        scene.delete("/devicegroups/" + group).expect(204);
        assertThat(scene.get("/devicegroups").names()).doesNotContain("valves");
        scene.delete("/deployments/" + build).expect(204);
        assertThat(scene.get("/deployments").ids()).doesNotContain(build);
        scene.delete("/products/" + product).expect(204);
        assertThat(scene.get("/products").ids()).doesNotContain(product);
    }
}
