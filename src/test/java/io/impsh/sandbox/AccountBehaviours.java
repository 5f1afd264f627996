package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Section D: accounts and login keys. */
final class AccountBehaviours {
    private static final String KEYS = "/accounts/me/login_keys";
    private static final String EMPTY = "{'data': {'type': 'login_key', 'attributes': {}}}";
    private static final String NO_KEY = "404 NF001 Not Found: There is no such login key.";
    private static final String NO_PASSWORD = "403 PX302 Invalid Password: Changing login keys needs the account's"
            + " password in the header X-Electricimp-Password.";

    private AccountBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 30: account list", AccountBehaviours::accounts),
                new Behaviour("row 30: capabilities of an account", AccountBehaviours::capabilities),
                new Behaviour("row 31: others' things", AccountBehaviours::foreign),
                new Behaviour("row 31: others' accounts", AccountBehaviours::foreignAccounts),
                new Behaviour("row 32: login keys need the password", AccountBehaviours::passwordNeeded),
                new Behaviour("row 33: a new login key", AccountBehaviours::newKey),
                new Behaviour("row 33: login keys under the own id", AccountBehaviours::underOwnId),
                new Behaviour("row 34: ten login keys", AccountBehaviours::tenKeys),
                new Behaviour("row 35: description of a login key", AccountBehaviours::description),
                new Behaviour(
                        "row 35: description of a login key, strictly",
                        Scene.options().withStrict(true),
                        AccountBehaviours::strictly),
                new Behaviour("row 36: deleting a login key", AccountBehaviours::deleted));
    }

    private static void accounts(Scene scene) {
        Answer list = scene.get("/accounts").expect(200);
        assertThat(usernames(list)).containsExactly("demo", "partner");
        assertThat(list.data().get(0)).isEqualTo(scene.get("/accounts/me").data());
        assertThat(list.data().get(0).at("/attributes/email").stringValue()).isEqualTo("demo@example.com");
        scene.logIn("partner");
        assertThat(usernames(scene.get("/accounts"))).containsExactly("partner", "demo");
    }

    private static List<String> usernames(Answer list) {
        return list.data()
                .valueStream()
                .map(account -> account.at("/attributes/username").stringValue())
                .toList();
    }

    private static void capabilities(Scene scene) {
        for (String account : List.of("me", scene.me())) {
            Answer list = scene.get("/accounts/" + account + "/capabilities").expect(200);
            assertThat(list.ids()).isEmpty();
            assertThat(list.link("self")).isEqualTo(list.link("first"));
        }
        scene.get("/accounts/demo/capabilities").expectCode(404, "NF001");
    }

    private static void foreign(Scene scene) {
        String thermostat = scene.product("Thermostat");
        String line = scene.group("Line 1");
        String device = scene.unassigned();
        scene.get("/products/" + scene.product("Pump")).expect(200);
        scene.get("/devicegroups/" + scene.group("Pump dev")).expect(200);
        scene.logIn("partner");
        assertThat(scene.get("/products").names()).containsExactly("Pump");
        assertThat(scene.get("/devices").ids()).isEmpty();
        scene.get("/products/" + thermostat).expectCode(404, "NF001");
        scene.get("/devicegroups/" + line).expectCode(404, "NF001");
        scene.get("/devices/" + device).expectCode(404, "NF001");
        scene.delete("/products/" + thermostat).expectCode(404, "NF001");
    }

    private static void foreignAccounts(Scene scene) {
        String demo = scene.me();
        scene.logIn("partner");
        String partner = scene.me();
        assertThat(scene.get("/accounts/" + demo)
                        .expect(200)
                        .attribute("username")
                        .stringValue())
                .isEqualTo("demo");
        for (String path : List.of("/login_keys", "/refresh_tokens")) {
            scene.get("/accounts/" + demo + path).expectCode(403, "PX300");
        }
        scene.logInWithCode("mfa");
        assertThat(usernames(scene.get("/accounts"))).containsExactly("mfa");
        for (String account : List.of(demo, partner)) {
            for (String path : List.of("", "/login_keys", "/refresh_tokens", "/capabilities")) {
                scene.get("/accounts/" + account + path).expectCode(404, "NF001");
            }
        }
    }

    private static void passwordNeeded(Scene scene) {
        String key = create(scene, "x").expect(201).id();
        String item = KEYS + "/" + key;
        scene.post(KEYS, EMPTY).expectError(403, NO_PASSWORD);
        scene.post(KEYS, EMPTY, "X-Electricimp-Password", "x").expectError(403, NO_PASSWORD);
        scene.patch(item, change(key, "{'description': 'y'}")).expectError(403, NO_PASSWORD);
        scene.delete(item).expectError(403, NO_PASSWORD);
        assertThat(scene.get(KEYS).expect(200).ids()).containsExactly(Seed.LOGIN_KEY, key);
        assertThat(scene.get(item).attribute("description").stringValue()).isEqualTo("x");
    }

    private static void newKey(Scene scene) {
        Answer created = create(scene, "build server").expect(201);
        String key = created.id();
        assertThat(key).matches("[0-9a-z]{16}");
        String time = created.attribute("created_at").stringValue();
        assertThat(created.text()).isEqualTo("""
                {"data":{"type":"login_key","id":"%s","links":{"self":"%s%s/%s"},\
                "attributes":{"description":"build server","usages":0,"created_at":"%s","updated_at":"%s"},\
                "relationships":{}}}""".formatted(key, scene.sandbox.baseUrl(), KEYS, key, time, time));
        assertThat(scene.get(KEYS + "/" + key).expect(200).text()).isEqualTo(created.text());
        assertThat(scene.get(KEYS).expect(200).data().get(1)).isEqualTo(created.data());
        scene.get(KEYS + "/" + key + "0").expectError(404, NO_KEY);
        scene.logIn("partner");
        scene.get(KEYS + "/" + key).expectError(404, NO_KEY);
    }

    private static void underOwnId(Scene scene) {
        String keys = "/accounts/" + scene.me() + "/login_keys";
        String key = withPassword(scene, "POST", keys, EMPTY).expect(201).id();
        assertThat(scene.get(keys + "/" + key).expect(200).text())
                .isEqualTo(scene.get(KEYS + "/" + key).text());
        withPassword(scene, "PATCH", keys + "/" + key, change(key, "{}")).expect(200);
        withPassword(scene, "DELETE", keys + "/" + key, "null").expect(204);
        assertThat(scene.get(keys).ids()).containsExactly(Seed.LOGIN_KEY);
    }

    private static void tenKeys(Scene scene) {
        List<String> keys = new ArrayList<>(List.of(Seed.LOGIN_KEY));
        for (int i = 1; i < 10; i++) {
            keys.add(create(scene, "key " + i).expect(201).id());
        }
        assertThat(scene.get(KEYS).ids()).isEqualTo(keys);
        create(scene, "one more")
                .expectError(
                        409, "409 CX020 Account Limit Reached: An account may have 10 login keys; delete one first.");
        delete(scene, keys.get(3)).expect(204);
        create(scene, "one more").expect(201);
    }

    private static void description(Scene scene) {
        Answer bare = withPassword(scene, "POST", KEYS, EMPTY).expect(201);
        assertThat(bare.attribute("description").isNull()).isTrue();
        String item = KEYS + "/" + bare.id();
        Answer described = withPassword(
                        scene, "PATCH", item, change(bare.id(), "{'description': 'laptop', 'usages': 7}"))
                .expect(200);
        assertThat(described.attribute("description").stringValue()).isEqualTo("laptop");
        assertThat(described.attribute("usages").intValue()).isZero();
        assertThat(described.attribute("updated_at").stringValue())
                .isGreaterThan(described.attribute("created_at").stringValue());
        for (String nothing : List.of("{}", "null", "{'description': 'laptop'}")) {
            assertThat(withPassword(scene, "PATCH", item, change(bare.id(), nothing))
                            .expect(200)
                            .text())
                    .isEqualTo(described.text());
        }
        withPassword(scene, "PATCH", item, change(bare.id(), "{'description': 7}"))
                .expectCode(400, "VX001");
        withPassword(scene, "POST", KEYS, "{'type': 'login_key'}").expectCode(400, "VX002");
    }

    private static void strictly(Scene scene) {
        String key = create(scene, "x").expect(201).id();
        withPassword(scene, "PATCH", KEYS + "/" + key, change(key, "{'usages': 7}"))
                .expectError(400, "400 VX001 Invalid Attribute: There is no 'usages' here; known are description.");
        withPassword(scene, "PATCH", KEYS + "/" + key, change("x", "{}")).expectCode(400, "VX001");
        withPassword(scene, "POST", KEYS, "{'data': {'attributes': {}}}").expectCode(400, "VX001");
        withPassword(scene, "PATCH", KEYS + "/" + key, change(key, "{}")).expect(200);
    }

    private static void deleted(Scene scene) {
        String key = create(scene, "x").expect(201).id();
        String login = "{'key': '%s'}".formatted(key);
        String token = scene.post("/auth/token", login)
                .expect(200)
                .json()
                .path("access_token")
                .stringValue();
        delete(scene, key).expect(204);
        delete(scene, key).expectError(404, NO_KEY);
        scene.get(KEYS + "/" + key).expectError(404, NO_KEY);
        withPassword(scene, "PATCH", KEYS + "/" + key, change(key, "{}")).expectError(404, NO_KEY);
        scene.post("/auth/token", login).expectError(404, NO_KEY);
        scene.useToken(token);
        scene.get("/accounts/me").expect(200);
    }

    static Answer create(Scene scene, String description) {
        return withPassword(
                scene,
                "POST",
                KEYS,
                "{'data': {'type': 'login_key', 'attributes': {'description': '%s'}}}".formatted(description));
    }

    private static Answer delete(Scene scene, String key) {
        return withPassword(scene, "DELETE", KEYS + "/" + key, "null");
    }

    private static String change(String key, String attributes) {
        return "{'data': {'type': 'login_key', 'id': '%s', 'attributes': %s}}".formatted(key, attributes);
    }

    private static Answer withPassword(Scene scene, String method, String path, String body) {
        return scene.send(method, path, body, "X-Electricimp-Password", "sandbox");
    }
}
