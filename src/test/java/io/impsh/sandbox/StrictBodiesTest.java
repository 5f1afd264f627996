package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Strict mode: each body that the service takes is refused when any part of it is spoilt, and changes nothing then. */
class StrictBodiesTest {
    private static final List<String> COLLECTIONS = List.of(
            "/products",
            "/devicegroups?page%5Bsize%5D=100",
            "/devices?page%5Bsize%5D=100",
            "/deployments?page%5Bsize%5D=100",
            "/webhooks",
            "/accounts/me/login_keys");

    /**
     * @param path with the names of groups in braces for their ids, and {@code {device}} and so on for those of the first
     * @param body what the service takes, single quotes for double ones, ids as in the path
     * @param optional names of members that may be missing
     */
    private record Row(String method, String path, String body, List<String> optional) {
        @Override
        public String toString() {
            return method + " " + path + " " + body.replaceAll("\\s+", " ");
        }
    }

    private static Row row(String method, String path, String body, String... optional) {
        return new Row(method, path, body, List.of(optional));
    }

    private static final List<Row> ROWS = List.of(
            row("POST", "/products", """
                    {'data': {'type': 'product', 'attributes': {'name': 'a', 'description': 'b'},
                     'relationships': {'owner': {'type': 'account', 'id': '{me}'}}}}""", "description", "relationships", "owner"),
            row("PATCH", "/products/{Thermostat}", """
                    {'data': {'type': 'product', 'id': '{Thermostat}',
                     'attributes': {'name': 'a', 'description': 'b'}}}""", "attributes", "name", "description"),
            row("POST", "/devicegroups", """
                    {'data': {'type': 'production_devicegroup',
                     'attributes': {'name': 'a', 'description': 'b', 'region': 'eu', 'env_vars': {'K': 1}},
                     'relationships': {'product': {'type': 'product', 'id': '{Thermostat}'}}}}""", "description", "region", "env_vars"),
            row("POST", "/devicegroups", """
                    {'data': {'type': 'factoryfixture_devicegroup', 'attributes': {'name': 'a'},
                     'relationships': {'product': {'type': 'product', 'id': '{Thermostat}'},
                      'production_target': {'type': 'production_devicegroup', 'id': '{Thermostat field}'},
                      'dut_target': {'type': 'dut_devicegroup', 'id': '{Thermostat DUT}'}}}}"""),
            row(
                    "PATCH",
                    "/devicegroups/{Thermostat field}",
                    """
                    {'data': {'type': 'production_devicegroup', 'id': '{Thermostat field}',
                     'attributes': {'name': 'a', 'description': 'b', 'load_code_after_blessing': false,
                      'env_vars': {'K': 1}}}}""",
                    "attributes",
                    "name",
                    "description",
                    "load_code_after_blessing",
                    "env_vars"),
            row(
                    "PATCH",
                    "/devicegroups/{Thermostat fixtures}",
                    """
                    {'data': {'type': 'factoryfixture_devicegroup', 'id': '{Thermostat fixtures}', 'attributes': {},
                     'relationships': {
                      'production_target': {'type': 'production_devicegroup', 'id': '{Thermostat field B}'},
                      'dut_target': {'type': 'dut_devicegroup', 'id': '{Thermostat DUT}'}}}}""",
                    "attributes",
                    "relationships",
                    "production_target",
                    "dut_target"),
            row("PUT", "/devicegroups/{Line 1}/relationships/min_supported_deployment", """
                    {'data': {'type': 'deployment', 'id': '{deployment}'}}"""),
            row("POST", "/devicegroups/{Line 1}/relationships/devices", """
                    {'data': [{'type': 'device', 'id': '{device}'}]}"""),
            row("POST", "/devicegroups/{Line 1}/relationships/devices", """
                    {'data': {'type': 'device', 'id': '{device}'}}"""),
            row("DELETE", "/devicegroups/{Line 1}/relationships/devices", """
                    {'data': [{'type': 'device', 'id': '{device}'}]}"""),
            row("PATCH", "/devices/{device}", """
                    {'data': {'type': 'device', 'id': '{device}', 'attributes': {'name': 'a'}}}""", "attributes", "name"),
            row("POST", "/deployments", """
                    {'data': {'type': 'deployment', 'attributes': {'device_code': 'a', 'agent_code': 'b',
                      'description': 'c', 'origin': 'd', 'flagged': true, 'tags': ['e']},
                     'relationships': {'devicegroup': {'type': 'development_devicegroup', 'id': '{Line 1}'}}}}""", "description", "origin", "flagged", "tags"),
            row("PATCH", "/deployments/{deployment}", """
                    {'data': {'type': 'deployment', 'id': '{deployment}',
                     'attributes': {'description': 'c', 'flagged': true, 'tags': ['e']}}}""", "attributes", "description", "flagged", "tags"),
            row("POST", "/webhooks", """
                    {'data': {'type': 'webhook', 'attributes': {'url': 'http://a.b', 'event': 'blessing',
                      'content_type': 'application/json'},
                     'relationships': {'devicegroup': {'type': 'development_devicegroup', 'id': '{Line 1}'}}}}"""),
            row("PATCH", "/webhooks/{webhook}", """
                    {'data': {'type': 'webhook', 'id': '{webhook}', 'attributes': {'url': 'http://a.b',
                      'content_type': 'application/json'}}}""", "attributes", "url", "content_type"),
            row("POST", "/accounts/me/login_keys", """
                    {'data': {'type': 'login_key', 'attributes': {'description': 'a'}}}""", "attributes", "description"),
            row("PATCH", "/accounts/me/login_keys/sandboxloginkey1", """
                    {'data': {'type': 'login_key', 'id': 'sandboxloginkey1',
                     'attributes': {'description': 'a'}}}""", "attributes", "description"),
            row("POST", "/auth", "{'id': 'demo', 'password': 'sandbox'}"),
            row("POST", "/auth/token", "{'key': 'sandboxloginkey1'}"));

    @TestFactory
    Stream<DynamicTest> everySpoiltBodyIsRefused() {
        return ROWS.stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> check(row)));
    }

    private static void check(Row row) {
        try (Scene scene = new Scene(Scene.options().withStrict(true))) {
            Function<String, String> filled = ids(scene);
            String path = filled.apply(row.path());
            String body = filled.apply(row.body()).replace('\'', '"');
            List<String> before = everything(scene);
            for (SpoiltBodies.Body spoilt : SpoiltBodies.of(Answer.read(body), row.optional())) {
                Answer answer = send(scene, row.method(), path, spoilt.text());
                assertThat(answer.status()).as(spoilt + " → " + answer.text()).isEqualTo(400);
                assertThat(answer.json().at("/errors/0/code").stringValue())
                        .as(spoilt.toString())
                        .startsWith("VX");
            }
            assertThat(everything(scene)).isEqualTo(before);
            assertThat(send(scene, row.method(), path, body).status()).isIn(200, 201, 204);
        }
    }

    private static Answer send(Scene scene, String method, String path, String body) {
        return scene.send(method, path, body, "X-Electricimp-Password", "sandbox");
    }

    private static List<String> everything(Scene scene) {
        return COLLECTIONS.stream()
                .map(path -> scene.get(path).expect(200).text())
                .toList();
    }

    private static Function<String, String> ids(Scene scene) {
        String webhook = scene.createWebhook(
                        "Line 2", "{'url': 'http://a.c', 'event': 'blinkup', 'content_type': 'application/json'}")
                .expect(201)
                .id();
        String deployment = scene.deploy("Line 1", "", "").expect(201).id();
        return text -> text.replace("{me}", scene.me())
                .replace("{Thermostat}", scene.product("Thermostat"))
                .replace("{Line 1}", scene.group("Line 1"))
                .replace("{Thermostat field}", scene.group("Thermostat field"))
                .replace("{Thermostat field B}", scene.group("Thermostat field B"))
                .replace("{Thermostat DUT}", scene.group("Thermostat DUT"))
                .replace("{Thermostat fixtures}", scene.group("Thermostat fixtures"))
                .replace("{device}", scene.devices("Line 1", 1).get(0))
                .replace("{deployment}", deployment)
                .replace("{webhook}", webhook);
    }
}
