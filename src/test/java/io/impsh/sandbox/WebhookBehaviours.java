package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** Section J: webhooks. */
final class WebhookBehaviours {
    private static final String INVALID = "400 VX001 Invalid Attribute: ";
    private static final String INVALID_URL = "400 VX004 Invalid URL: The provided URL is invalid.";

    private WebhookBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 85: URLs", WebhookBehaviours::urls),
                new Behaviour("row 86: event and content type", WebhookBehaviours::attributes),
                new Behaviour("row 86: event and group are fixed", WebhookBehaviours::fixed),
                new Behaviour("row 87: update without attributes", WebhookBehaviours::emptyUpdate),
                new Behaviour("row 88: list and filter", WebhookBehaviours::list),
                new Behaviour("row 88: what a webhook looks like", WebhookBehaviours::resource),
                new Behaviour("row 89: a deployment calls once, as JSON and as a form", WebhookBehaviours::deployment),
                new Behaviour("row 89: blessing and BlinkUp call, in production only", WebhookBehaviours::production),
                new Behaviour("row 89: what fails does not matter to the caller", WebhookBehaviours::failures),
                new Behaviour("row 89: a silent receiver delays nobody", WebhookBehaviours::silence),
                new Behaviour("row 89: to this machine only", WebhookBehaviours::loopback),
                new Behaviour(
                        "row 89: switched off",
                        Scene.options().withWebhooks(WebhookReach.OFF),
                        WebhookBehaviours::switchedOff),
                new Behaviour(
                        "strict webhooks: unknown keys and missing fields",
                        Scene.options().withStrict(true),
                        WebhookBehaviours::strict));
    }

    private static Answer update(Scene scene, String webhook, String attributes) {
        return scene.patch(
                "/webhooks/" + webhook,
                "{'data': {'type': 'webhook', 'id': '%s', 'attributes': %s}}".formatted(webhook, attributes));
    }

    private static String attributes(String url) {
        return "{'url': '%s', 'event': 'deployment', 'content_type': 'application/json'}".formatted(url);
    }

    private static void urls(Scene scene) {
        String id = null;
        for (String url : List.of("http://example.com", "https://example.com:8443/a?b=c#d", "HTTP://127.0.0.1/")) {
            Answer created = scene.createWebhook("Line 1", attributes(url)).expect(201);
            assertThat(created.attribute("url").stringValue()).isEqualTo(url);
            id = created.id();
            update(scene, id, "{'url': '%s'}".formatted(url)).expect(200);
        }
        for (String url : List.of("", "word", "example.com/x", "ftp://a.b/", "http:///x", "http://a b/", "/x")) {
            scene.createWebhook("Line 1", attributes(url)).expectError(400, INVALID_URL);
            update(scene, id, "{'url': '%s'}".formatted(url)).expectError(400, INVALID_URL);
        }
        assertThat(scene.get("/webhooks/" + id).attribute("url").stringValue()).isEqualTo("HTTP://127.0.0.1/");
    }

    private static void attributes(Scene scene) {
        for (String event : List.of("blessing", "blinkup", "deployment")) {
            for (String type : List.of("application/json", "application/x-www-form-urlencoded")) {
                Answer created = scene.createWebhook(
                                "Line 1",
                                "{'url': 'http://a.b', 'event': '%s', 'content_type': '%s'}".formatted(event, type))
                        .expect(201);
                assertThat(created.attribute("event").stringValue()).isEqualTo(event);
                assertThat(created.attribute("content_type").stringValue()).isEqualTo(type);
            }
        }
        refuse(scene, "{'event': 'blinkup', 'content_type': 'application/json'}", "url is required");
        refuse(scene, "{'url': 'http://a.b', 'content_type': 'application/json'}", "event is required");
        refuse(scene, "{'url': 'http://a.b', 'event': 'blinkup'}", "content_type is required");
        refuse(scene, "{'url': 7}", "url must be a text");
        refuse(
                scene,
                "{'url': 'http://a.b', 'event': 'restart', 'content_type': 'application/json'}",
                "event must be one of blessing, blinkup, deployment");
        refuse(
                scene,
                "{'url': 'http://a.b', 'event': 'blinkup', 'content_type': 'text/plain'}",
                "content_type must be one of application/json, application/x-www-form-urlencoded");
        scene.post("/webhooks", "{'data': {'type': 'webhook', 'attributes': %s}}".formatted(attributes("http://a.b")))
                .expectError(400, INVALID + "The relationship devicegroup is required.");
        scene.createWebhook("development_devicegroup", "none", attributes("http://a.b"))
                .expectError(404, "404 NF001 Not Found: There is no device group 'none'.");
        scene.createWebhook("production_devicegroup", scene.group("Line 1"), attributes("http://a.b"))
                .expectError(400, INVALID + "The type must be development_devicegroup, not production_devicegroup.");
    }

    private static void refuse(Scene scene, String attributes, String why) {
        scene.createWebhook("Line 1", attributes).expectError(400, INVALID + "The attribute " + why + ".");
    }

    private static void fixed(Scene scene) {
        String id = scene.createWebhook("Line 1", attributes("http://a.b"))
                .expect(201)
                .id();
        update(scene, id, "{'event': 'blinkup'}").expectError(400, INVALID + "The attribute event cannot be changed.");
        Answer changed = update(scene, id, "{'content_type': 'application/x-www-form-urlencoded'}")
                .expect(200);
        assertThat(changed.attribute("event").stringValue()).isEqualTo("deployment");
        assertThat(changed.attribute("updated_at").stringValue())
                .isGreaterThan(changed.attribute("created_at").stringValue());
    }

    private static void emptyUpdate(Scene scene) {
        String id = scene.createWebhook("Line 1", attributes("http://a.b"))
                .expect(201)
                .id();
        String before = scene.get("/webhooks/" + id).text();
        assertThat(update(scene, id, "{}").expect(200).text()).isEqualTo(before);
        assertThat(update(scene, id, "null").expect(200).text()).isEqualTo(before);
        scene.delete("/webhooks/" + id).expect(204);
        scene.delete("/webhooks/" + id).expectCode(404, "NF001");
        update(scene, id, "{}").expectError(404, "404 NF001 Not Found: There is no webhook '" + id + "'.");
    }

    private static void list(Scene scene) {
        String one = scene.createWebhook("Line 1", attributes("http://a.b")).id();
        String two = scene.createWebhook("Line 2", attributes("http://a.b")).id();
        Answer all = scene.get("/webhooks?page%5Bsize%5D=100");
        assertThat(all.ids()).hasSize(11).endsWith(one, two);
        all.data().forEach(webhook -> assertThat(
                        webhook.at("/relationships/devicegroup/id").stringValue())
                .isNotEmpty());
        String ofGroup = "/webhooks?filter%5Bdevicegroup.id%5D=";
        assertThat(scene.get(ofGroup + scene.group("Line 1")).ids()).containsExactly(one);
        assertThat(scene.get(ofGroup + "none").ids()).isEmpty();
        scene.logIn("partner");
        assertThat(scene.get("/webhooks").ids()).isEmpty();
        scene.get("/webhooks/" + one).expectCode(404, "NF001");
    }

    private static void resource(Scene scene) {
        String group = scene.group("Thermostat field");
        Answer webhooks = scene.get("/webhooks?filter%5Bdevicegroup.id%5D=" + group);
        assertThat(webhooks.data().get(0).toString()).isEqualTo("""
                        {'type':'webhook','id':'ID','links':{'self':'URL/webhooks/ID'},'attributes':{\
                        'url':'https://hooks.example/blessing','event':'blessing','content_type':'application/json',\
                        'created_at':'2024-04-23T04:58:31.689Z','updated_at':'2024-04-23T04:58:31.689Z'},\
                        'relationships':{'owner':{'type':'account','id':'ME'},'creator':{'type':'account','id':'ME'},\
                        'product':{'type':'product','id':'PRODUCT'},\
                        'devicegroup':{'type':'production_devicegroup','id':'GROUP'}}}""".replace('\'', '"')
                .replace("URL", scene.sandbox.baseUrl().toString())
                .replace("ID", webhooks.ids().get(0))
                .replace("ME", scene.me())
                .replace("PRODUCT", scene.product("Thermostat"))
                .replace("GROUP", group));
    }

    private static void deployment(Scene scene) throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            scene.createWebhook("Line 1", attributes(receiver.url("/json?x=1"))).expect(201);
            scene.deploy("Line 2", "", "").expect(201);
            scene.deploy("Line 1", "{", "").expectCode(400, "CX005");
            Answer first = scene.deploy("Line 1", "server.log(1);", "").expect(201);
            String payload = """
                    {'deployment_id':'%s','devicegroup_id':'%s','product_id':'%s','sha':'%s','created_at':'%s'}""".formatted(
                            first.id(),
                            scene.group("Line 1"),
                            scene.product("Thermostat"),
                            first.attribute("sha").stringValue(),
                            first.attribute("created_at").stringValue())
                    .replace('\'', '"');
            assertThat(receiver.next()).isEqualTo("POST /json?x=1 application/json " + payload);
            String webhook = scene.get("/webhooks?page%5Bsize%5D=100").ids().get(9);
            update(
                            scene,
                            webhook,
                            "{'url': '%s', 'content_type': 'application/x-www-form-urlencoded'}"
                                    .formatted(receiver.url("/form")))
                    .expect(200);
            Answer second = scene.deploy("Line 1", "server.log(2);", "").expect(201);
            assertThat(receiver.next())
                    .isEqualTo("POST /form application/x-www-form-urlencoded deployment_id=" + second.id()
                            + "&devicegroup_id=" + scene.group("Line 1")
                            + "&product_id=" + scene.product("Thermostat")
                            + "&sha=" + second.attribute("sha").stringValue()
                            + "&created_at="
                            + second.attribute("created_at").stringValue().replace(":", "%3A"));
            assertThat(outcomes(scene, 2)).isEqualTo(Map.of("delivered", 2));
            assertThat(receiver.waiting()).isZero();
        }
    }

    private static Map<String, Integer> outcomes(Scene scene, int total) throws InterruptedException {
        return Await.until(
                () -> scene.sandbox.recount().webhooks(),
                counts -> counts.values().stream().mapToInt(Integer::intValue).sum() >= total);
    }

    private static void production(Scene scene) throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            for (String group : List.of("Thermostat field", "Thermostat DUT")) {
                for (String event : List.of("blessing", "blinkup")) {
                    scene.createWebhook(
                                    group,
                                    "{'url': '%s', 'event': '%s', 'content_type': 'application/x-www-form-urlencoded'}"
                                            .formatted(receiver.url("/" + event), event))
                            .expect(201);
                }
            }
            String device = scene.devices("Thermostat DUT", 1).get(0);
            scene.door("POST", "/devices/" + device + "/blinkup", "").expect(204);
            scene.door("POST", "/devices/" + device + "/bless", "{'group': 'Thermostat field'}")
                    .expect(204);
            assertThat(receiver.next())
                    .startsWith("POST /blessing application/x-www-form-urlencoded device_id=" + device + "&imp_id=");
            scene.door("POST", "/devices/" + device + "/blinkup", "").expect(204);
            String plan = scene.get("/devices/" + device).attribute("plan_id").stringValue();
            assertThat(receiver.next())
                    .startsWith("POST /blinkup application/x-www-form-urlencoded device_id=" + device + "&plan_id="
                            + plan + "&token=");
            assertThat(outcomes(scene, 4)).isEqualTo(Map.of("delivered", 2, "withheld", 2));
            assertThat(receiver.waiting()).isZero();
        }
    }

    private static void failures(Scene scene) throws Exception {
        String nobody;
        try (WebhookReceiver gone = new WebhookReceiver()) {
            nobody = gone.url("/");
        }
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            scene.createWebhook("Line 1", attributes(nobody)).expect(201);
            scene.createWebhook("Line 1", attributes(receiver.url("/refuse"))).expect(201);
            scene.createWebhook("Line 1", attributes(receiver.url("/elsewhere")))
                    .expect(201);
            scene.deploy("Line 1", "", "").expect(201);
            assertThat(outcomes(scene, 3)).isEqualTo(Map.of("failed", 3));
            // One attempt each, and the redirect is not followed.
            assertThat(receiver.waiting()).isEqualTo(2);
            assertThat(List.of(receiver.next(), receiver.next())).noneMatch(call -> call.contains("/target"));
        }
    }

    private static void silence(Scene scene) throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            for (int i = 0; i < 20; i++) {
                scene.createWebhook("Line 1", attributes(receiver.url("/silent")))
                        .expect(201);
            }
            long start = System.nanoTime();
            scene.deploy("Line 1", "", "").expect(201);
            scene.get("/accounts/me").expect(200);
            assertThat(System.nanoTime() - start).isLessThan(4_000_000_000L);
        }
    }

    private static void loopback(Scene scene) throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            scene.createWebhook("Line 1", attributes("http://hooks.example/")).expect(201);
            scene.createWebhook("Line 1", attributes(receiver.url("/").replace("127.0.0.1", "127.0.0.1@hooks.example")))
                    .expect(201);
            scene.createWebhook("Line 1", attributes(receiver.url("/").replace("127.0.0.1", "localhost")))
                    .expect(201);
            scene.deploy("Line 1", "", "").expect(201);
            assertThat(outcomes(scene, 3)).isEqualTo(Map.of("withheld", 2, "delivered", 1));
        }
    }

    private static void switchedOff(Scene scene) throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            scene.createWebhook("Line 1", attributes(receiver.url("/"))).expect(201);
            scene.deploy("Line 1", "", "").expect(201);
            assertThat(outcomes(scene, 1)).isEqualTo(Map.of("withheld", 1));
            assertThat(receiver.waiting()).isZero();
        }
    }

    private static void strict(Scene scene) {
        String id = scene.createWebhook("Line 1", attributes("http://a.b"))
                .expect(201)
                .id();
        scene.createWebhook("Line 1", "{'url': 'http://a.b', 'name': 'x'}")
                .expectError(400, INVALID + "There is no 'name' here; known are url, event, content_type.");
        update(scene, id, "{'name': 'x'}")
                .expectError(400, INVALID + "There is no 'name' here; known are url, content_type.");
        scene.patch("/webhooks/" + id, "{'data': {'type': 'webhook', 'attributes': {}}}")
                .expectError(400, INVALID + "The id must be the one in the path.");
        scene.patch("/webhooks/" + id, "{'data': {'id': '%s', 'attributes': {}}}".formatted(id))
                .expectError(400, INVALID + "The type is required and must be a text.");
    }
}
