package io.impsh.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.http.RawConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Section A: transport and form. */
final class TransportBehaviours {
    private TransportBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 1: null, empty and {} bodies", TransportBehaviours::bodies),
                new Behaviour("row 2: content types", TransportBehaviours::contentTypes),
                new Behaviour("row 3: repeated and trailing slashes", TransportBehaviours::slashes),
                new Behaviour("row 4: brackets, commas and plus signs in queries", TransportBehaviours::queries),
                new Behaviour("row 5: every error is JSON of one form", TransportBehaviours::errors),
                new Behaviour("row 5: what no client library would send", TransportBehaviours::rawRequests),
                new Behaviour("row 5: internal failures", TransportBehaviours::failures),
                new Behaviour("row 6: answers without a body", TransportBehaviours::noContent),
                new Behaviour("row 7: flat relationships", TransportBehaviours::relationships),
                new Behaviour("row 8: links of lists", TransportBehaviours::links),
                new Behaviour("row 9: page sizes", TransportBehaviours::pageSizes),
                new Behaviour("row 10: pages hold each element once", TransportBehaviours::walk),
                new Behaviour("row 11: time stamps", TransportBehaviours::times),
                new Behaviour(
                        "row 12: rate limit",
                        SandboxOptions.defaults().withRateLimit(3),
                        TransportBehaviours::rateLimit),
                new Behaviour("row 12: no limit, no headers", TransportBehaviours::noRateLimit),
                new Behaviour(
                        "row 12: five requests at once within the default limit",
                        SandboxOptions.defaults(),
                        TransportBehaviours::fiveAtOnce),
                new Behaviour("row 13: connections do not wait for each other", TransportBehaviours::connections),
                new Behaviour("row 13: an event stream and requests beside it", TransportBehaviours::streamBeside),
                new Behaviour("row 13: a connection carries many requests", TransportBehaviours::keepAlive),
                new Behaviour("row 13: two hundred connections at once", TransportBehaviours::manyConnections));
    }

    private static void bodies(Scene scene) {
        String line = "/devicegroups/" + scene.group("Line 1");
        for (String body : List.of("null", "", "{}")) {
            scene.send("GET", "/products", body).expect(200);
            scene.post(line + "/restart", body).expect(204);
            scene.send("DELETE", "/devices/" + scene.unassigned(), body).expect(204);
        }
    }

    private static void contentTypes(Scene scene) {
        for (String type : List.of("application/vnd.api+json; charset=utf-8", "application/json", "text/plain")) {
            scene.post(
                            "/products",
                            "{'data': {'type': 'product', 'attributes': {'name': '%s'}}}".formatted(type),
                            "Content-Type",
                            type)
                    .expect(201);
        }
        scene.post("/devicegroups/" + scene.group("Line 1") + "/restart", "").expect(204);
        HttpHeaders headers = scene.get("/products").headers();
        assertThat(headers.firstValue("content-type")).contains("application/vnd.api+json");
        assertThat(headers.firstValue("content-language")).contains("en");
        assertThat(headers.firstValue("accept")).contains("application/vnd.api+json");
    }

    private static void slashes(Scene scene) {
        assertThat(scene.get("//products").text())
                .isEqualTo(scene.get("/products").text());
        scene.get("/products/").expectError(404, "404 NF002 Not Found: There is nothing at this path.");
        scene.get("/products//").expectCode(404, "NF002");
    }

    private static void queries(Scene scene) {
        String group = scene.group("Line 1");
        Answer encoded = scene.get("/devices?filter%5Bdevicegroup.id%5D=" + group);
        assertThat(encoded.ids()).hasSize(20);
        assertThat(scene.get("/devices?%66ilter%5bdevicegroup.id%5D=" + group).ids())
                .isEqualTo(encoded.ids());
        assertThat(scene.get("/devices?filter%5Bdevicegroup.type%5D=a+b%2Cc").link("self"))
                .endsWith("/devices?filter%5Bdevicegroup.type%5D=a%20b%2Cc" + "&page%5Bnumber%5D=1&page%5Bsize%5D=20");
    }

    private static void errors(Scene scene) {
        scene.get("/nothing/here").expectError(404, "404 NF002 Not Found: There is nothing at this path.");
        scene.get("/deployment").expectCode(404, "NF002");
        scene.get("/accounts/me/nothing").expectCode(404, "NF002");
        scene.send("PUT", "/products", "{}")
                .expectError(405, "405 VX405 Method Not Allowed: PUT is not possible here; GET, POST is.");
        scene.post("/products", "{'data': ")
                .expectError(400, "400 VX002 Malformed Request: The body is not valid JSON.");
        scene.post("/products", "[".repeat(5000)).expectCode(400, "VX002");
        scene.post("/products", "{} {}").expectCode(400, "VX002");
        for (String body : List.of("null", "[]", "7", "{}", "{'data': null}", "{'data': []}")) {
            scene.post("/products", body).expectCode(400, "VX002");
        }
    }

    private static void rawRequests(Scene scene) throws IOException {
        for (String target : List.of("/v5/a%", "/v5/[", "/v5/|", "/v5/^", "/v5/{", "/v5/\"", "/v5/a b", "*", "")) {
            try (RawConnection connection = connect(scene)) {
                assertThat(connection
                                .send("GET " + target + " HTTP/1.1\r\n\r\n")
                                .answer())
                        .isEqualTo("HTTP/1.1 404 Not Found\n{\"errors\":[{\"status\":\"404\",\"code\":\"NF002\","
                                + "\"title\":\"Not Found\",\"detail\":\"There is nothing at this path.\"}]}");
            }
        }
        try (RawConnection connection = connect(scene)) {
            assertThat(connection.send("GET /v5/products\r\n\r\n").answer())
                    .isEqualTo("HTTP/1.1 400 Bad Request\n{\"errors\":[{\"status\":\"400\",\"code\":\"VX002\","
                            + "\"title\":\"Malformed Request\","
                            + "\"detail\":\"The request line must be a method, a target and HTTP/1.1.\"}]}");
        }
        try (RawConnection connection = connect(scene)) {
            assertThat(connection.send("GET /v5/products HTTP/3.0\r\n\r\n").answer())
                    .isEqualTo("HTTP/1.1 505 HTTP Version Not Supported\n{\"errors\":[{\"status\":\"505\","
                            + "\"code\":\"VX505\",\"title\":\"HTTP Version Not Supported\","
                            + "\"detail\":\"The version must be HTTP/1.1 or HTTP/1.0, not HTTP/3.0.\"}]}");
        }
    }

    private static void failures(Scene scene) {
        scene.sandbox.setFaults("500:100%");
        scene.get("/products").expectError(500, "500 XX001 Internal Error: The request could not be processed.");
    }

    private static void noContent(Scene scene) throws IOException {
        String path = "/v5/devices/" + scene.unassigned();
        try (RawConnection connection = connect(scene)) {
            String one = "DELETE " + path + " HTTP/1.1\r\n" + scene.authorization() + "\r\n\r\n";
            // The second answer follows at once upon the head of the first.
            assertThat(connection.send(one + one).head())
                    .startsWith("HTTP/1.1 204 No Content\r\n")
                    .doesNotContain("content-length", "content-type", "transfer-encoding");
            assertThat(connection.head()).startsWith("HTTP/1.1 404 ");
        }
        scene.get("/products/none").expect(404);
        assertThat(scene.get("/products/none").text()).doesNotContain("\"data\"");
        assertThat(scene.get("/devices?filter%5Bproduct.id%5D=none").text()).startsWith("{\"data\":[],");
    }

    private static void relationships(Scene scene) {
        Answer product = scene.get("/products/" + scene.product("Thermostat")).expect(200);
        assertThat(product.data().path("relationships").toString())
                .isEqualTo("{'owner':{'type':'account','id':'ME'},'creator':{'type':'account','id':'ME'}}"
                        .replace('\'', '"')
                        .replace("ME", scene.me()));
        Answer device = scene.get("/devices/" + scene.unassigned());
        assertThat(device.data().path("relationships").propertyNames()).containsExactly("owner");
        assertThat(scene.get("/accounts/me").data().path("relationships").toString())
                .isEqualTo("{}");
    }

    private static void links(Scene scene) {
        String base = scene.sandbox.baseUrl() + "/devices?filter%5Bdevicegroup.type%5D=dut_devicegroup";
        Answer first = scene.get("/devices?page%5Bsize%5D=3&filter%5Bdevicegroup.type%5D=dut_devicegroup");
        assertThat(first.json().path("links").toString())
                .isEqualTo("{'self':'B1S','first':'B1S','next':'B2S','last':'B3S'}"
                        .replace('\'', '"')
                        .replace("B", base + "&page%5Bnumber%5D=")
                        .replace("S", "&page%5Bsize%5D=3"));
        String rest =
                first.link("next").substring(scene.sandbox.baseUrl().toString().length());
        Answer second = scene.get(rest);
        assertThat(second.json().path("links").propertyNames())
                .containsExactly("self", "first", "prev", "next", "last");
        Answer empty = scene.get("/devices?filter%5Bproduct.id%5D=nothing");
        assertThat(empty.ids()).isEmpty();
        assertThat(empty.json().path("links").propertyNames()).containsExactly("self", "first", "last");
        assertThat(empty.link("self")).isEqualTo(empty.link("first"));
    }

    private static void pageSizes(Scene scene) {
        assertThat(scene.get("/devices").ids()).hasSize(20);
        assertThat(scene.get("/devices?page%5Bsize%5D=1").ids()).hasSize(1);
        assertThat(scene.get("/devices?page%5Bsize%5D=100").ids()).hasSize(100);
        assertThat(scene.get("/devices?page%5Bnumber%5D=999999999&page%5Bsize%5D=100")
                        .ids())
                .isEmpty();
        scene.get("/devices?page%5Bsize%5D=101")
                .expectError(400, "400 VX003 Invalid Parameter: page[size] must be a whole number from 1 to 100.");
        scene.get("/devices?page%5Bnumber%5D=0")
                .expectError(400, "400 VX003 Invalid Parameter: page[number] must be a whole number from 1.");
        scene.get("/devices?page%5Bnumber%5D=x").expectCode(400, "VX003");
    }

    private static void walk(Scene scene) {
        assertThat(new LinkedHashSet<>(walked(scene, 7))).hasSize(250);
        assertThat(walked(scene, 7)).hasSize(250).isEqualTo(walked(scene, 100));
    }

    private static List<String> walked(Scene scene, int size) {
        List<String> ids = new ArrayList<>();
        String path = "/devices?page%5Bnumber%5D=1&page%5Bsize%5D=" + size;
        while (path != null) {
            Answer page = scene.get(path).expect(200);
            ids.addAll(page.ids());
            String next = page.link("next");
            path = next == null
                    ? null
                    : next.substring(scene.sandbox.baseUrl().toString().length());
        }
        return ids;
    }

    private static void times(Scene scene) {
        Answer created = scene.createProduct("{'name': 'Valve'}").expect(201);
        String time = created.attribute("created_at").stringValue();
        assertThat(time).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(created.attribute("updated_at").stringValue()).isEqualTo(time);
        String path = "/products/" + created.id();
        Answer same = scene.patch(path, "{'data': {'type': 'product', 'attributes': {'name': 'Valve'}}}");
        assertThat(same.data()).isEqualTo(created.data());
        Answer changed = scene.patch(path, "{'data': {'type': 'product', 'attributes': {'name': 'Tap'}}}");
        assertThat(changed.attribute("created_at").stringValue()).isEqualTo(time);
        assertThat(changed.attribute("updated_at").stringValue()).isGreaterThan(time);
    }

    private static void rateLimit(Scene scene) throws InterruptedException {
        List<String> seen = new ArrayList<>();
        Answer answer = scene.get("/products");
        while (answer.status() == 200 && seen.size() < 100) {
            seen.add(remaining(answer));
            answer = scene.get("/accounts/me");
        }
        answer.expectError(429, "429 CX429 Rate Limit Exceeded: Too many requests; try again in a second.");
        assertThat(seen).endsWith("2", "1", "0");
        assertThat(remaining(answer)).isEqualTo("0");
        assertThat(answer.headers().firstValue("x-ratelimit-limit")).contains("3");
        assertThat(answer.headers().firstValue("x-ratelimit-reset")).contains("1");
        Answer login = scene.login("demo").expect(200);
        assertThat(remaining(login)).isEqualTo("3");
        assertThat(Await.until(() -> scene.get("/accounts/me"), later -> later.status() == 200)
                        .status())
                .isEqualTo(200);
        assertThat(scene.sandbox.recount().rateLimited()).isPositive();
    }

    private static String remaining(Answer answer) {
        return answer.headers().firstValue("x-ratelimit-remaining").orElseThrow();
    }

    private static void noRateLimit(Scene scene) {
        for (int i = 0; i < 60; i++) {
            Answer answer = scene.get("/accounts/me").expect(200);
            assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("x-ratelimit"));
        }
    }

    private static void fiveAtOnce(Scene scene) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> scene.get("/devices")));
        }
        assertThat(answers).extracting(answer -> answer.join().status()).containsOnly(200);
    }

    private static void connections(Scene scene) throws IOException {
        try (Socket slow = new Socket("127.0.0.1", scene.sandbox.baseUrl().getPort())) {
            slow.setSoTimeout(10_000);
            OutputStream out = slow.getOutputStream();
            out.write("GET /v5/a HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nConnection: close\r\n\r\nnu"
                    .getBytes(UTF_8));
            scene.get("/products").expect(200);
            out.write("ll".getBytes(UTF_8));
            assertThat(new String(slow.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 404 ");
        }
    }

    private static void streamBeside(Scene scene) throws InterruptedException {
        String device = scene.devices("Line 1", 1).get(0);
        String id = scene.post("/logstream", "null").expect(200).id();
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
            stream.expect("event: state_change|data: opened");
            for (int i = 0; i < 20; i++) {
                scene.get("/devices/" + device).expect(200);
            }
            scene.send("PUT", "/logstream/" + id + "/" + device, "null").expect(204);
            stream.expect("event: state_change|data: " + device + " subscribed");
            scene.patch(
                            "/devices/" + device,
                            "{'data': {'type': 'device', 'id': '%s', 'attributes': {'name': 'x'}}}".formatted(device))
                    .expect(200);
            scene.delete("/logstream/" + id + "/" + device).expect(204);
            stream.expect("event: state_change|data: " + device + " unsubscribed");
        }
    }

    private static void keepAlive(Scene scene) throws IOException {
        String request =
                "GET /v5/accounts/me HTTP/1.1\r\n" + scene.authorization() + "\r\nContent-Length: 4\r\n\r\nnull";
        try (RawConnection connection = connect(scene)) {
            String first = connection.send(request).answer();
            assertThat(first).startsWith("HTTP/1.1 200 OK\n{\"data\":{\"type\":\"account\"");
            assertThat(connection.send(request).answer()).isEqualTo(first);
            // Both at once, as a client does that does not wait.
            connection.send(request + request);
            assertThat(connection.answer()).isEqualTo(first);
            assertThat(connection.answer()).isEqualTo(first);
        }
    }

    private static void manyConnections(Scene scene) throws IOException {
        String request = "GET /v5/accounts/me HTTP/1.1\r\n" + scene.authorization() + "\r\n\r\n";
        List<RawConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                connections.add(connect(scene));
            }
            for (int round = 0; round < 3; round++) {
                for (RawConnection connection : connections) {
                    connection.send(request);
                }
                for (RawConnection connection : connections) {
                    assertThat(connection.answer()).startsWith("HTTP/1.1 200 OK\n{\"data\":{\"type\":\"account\"");
                }
            }
            assertThat(scene.sandbox.recount().requests("GET", "/accounts/{id}"))
                    .isEqualTo(600);
        } finally {
            for (RawConnection connection : connections) {
                connection.close();
            }
        }
    }

    private static RawConnection connect(Scene scene) throws IOException {
        return new RawConnection(scene.sandbox.baseUrl().getPort());
    }
}
