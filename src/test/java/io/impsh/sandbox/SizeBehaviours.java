package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Section O: sizes. */
final class SizeBehaviours {
    private static final String NAME =
            "400 VX001 Invalid Attribute: The attribute name must be a text of 1 to 80 characters.";
    private static final String DESCRIPTION =
            "400 VX001 Invalid Attribute: The attribute description may have 255 characters.";

    private SizeBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 117: names of 80 characters", SizeBehaviours::names),
                new Behaviour("row 117: descriptions of 255 characters", SizeBehaviours::descriptions),
                new Behaviour("row 117: tags of 500 characters in total", SizeBehaviours::tags),
                new Behaviour("row 117: ten login keys, five refresh tokens", SizeBehaviours::secrets),
                new Behaviour("row 117: pages of 100", SizeBehaviours::pages),
                new Behaviour("row 117: 40 requests a second", SandboxOptions.defaults(), SizeBehaviours::requests),
                new Behaviour("row 117: an access token lives 3600 s", SizeBehaviours::tokenLife));
    }

    /** Characters, whatever their number of bytes. */
    private static String text(int length) {
        return "😀".repeat(length);
    }

    private static void names(Scene scene) {
        scene.createProduct("{'name': '%s'}".formatted(text(80))).expect(201);
        scene.createProduct("{'name': '%s'}".formatted(text(81))).expectError(400, NAME);
        String product = scene.product("Thermostat");
        scene.createGroup("development_devicegroup", product, "{'name': '%s'}".formatted(text(80)))
                .expect(201);
        scene.createGroup("development_devicegroup", product, "{'name': '%s'}".formatted(text(81)))
                .expectError(400, NAME);
    }

    private static void descriptions(Scene scene) {
        String fitting = "'description': '%s'}".formatted(text(255));
        String longer = "'description': '%s'}".formatted(text(256));
        scene.createProduct("{'name': 'a', " + fitting).expect(201);
        scene.createProduct("{'name': 'b', " + longer).expectError(400, DESCRIPTION);
        String product = scene.product("Thermostat");
        scene.createGroup("development_devicegroup", product, "{'name': 'a', " + fitting)
                .expect(201);
        scene.createGroup("development_devicegroup", product, "{'name': 'b', " + longer)
                .expectError(400, DESCRIPTION);
        scene.deploy("Line 1", "{'device_code': '', 'agent_code': '', " + fitting)
                .expect(201);
        scene.deploy("Line 1", "{'device_code': '', 'agent_code': '', " + longer)
                .expectError(400, DESCRIPTION);
    }

    private static void tags(Scene scene) {
        String tags = "{'device_code': '', 'agent_code': '', 'tags': ['%s', '%s']}";
        scene.deploy("Line 1", tags.formatted("x".repeat(499), "y")).expect(201);
        scene.deploy("Line 1", tags.formatted("x".repeat(499), "yy"))
                .expectError(400, "400 VX001 Invalid Attribute: The attribute tags may have 500 characters in total.");
    }

    private static void secrets(Scene scene) {
        while (scene.get("/accounts/me/login_keys").ids().size() < 10) {
            AccountBehaviours.create(scene, "x").expect(201);
        }
        AccountBehaviours.create(scene, "x").expectCode(409, "CX020");
        for (int i = 0; i < 6; i++) {
            scene.login("demo").expect(200);
            assertThat(scene.get("/accounts/me/refresh_tokens").ids()).hasSize(Math.min(2 + i, 5));
        }
    }

    private static void pages(Scene scene) {
        assertThat(scene.get("/devices?page%5Bsize%5D=100").expect(200).ids()).hasSize(100);
        scene.get("/devices?page%5Bsize%5D=101").expectCode(400, "VX003");
    }

    private static void requests(Scene scene) {
        Answer answer = scene.get("/accounts/me").expect(200);
        assertThat(answer.headers().firstValue("X-RateLimit-Limit")).contains("40");
    }

    private static void tokenLife(Scene scene) {
        assertThat(scene.login("demo").json().path("expires_in").intValue()).isEqualTo(3600);
    }
}
