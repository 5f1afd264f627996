package io.impsh.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A sandbox, and someone logged in to it. */
final class Scene implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final Sandbox sandbox;
    private final AtomicLong ahead = new AtomicLong();
    private String token;

    Scene(SandboxOptions options) {
        sandbox = Sandbox.start(options, () -> System.currentTimeMillis() + ahead.get());
        logIn("demo");
    }

    /** Around a sandbox that somebody else has started; closing the scene closes it. */
    Scene(Sandbox started) {
        sandbox = started;
        logIn("demo");
    }

    static SandboxOptions options() {
        return SandboxOptions.defaults().withoutRateLimit();
    }

    /** Lets tokens grow old. */
    void pass(Duration time) {
        ahead.addAndGet(time.toMillis());
    }

    void logIn(String user) {
        useToken(login(user).expect(200).json().path("access_token").stringValue());
    }

    /** For the account with a second factor. */
    void logInWithCode(String user) {
        String step = login(user).json().at("/errors/0/meta/login_token").stringValue();
        useToken(post("/auth", "{'login_token': '%s'}".formatted(step), "X-Electricimp-OTP-Token", "000000")
                .expect(200)
                .json()
                .path("access_token")
                .stringValue());
    }

    /** {@code null} sends none. */
    void useToken(String accessToken) {
        token = accessToken;
    }

    /** The header line that says who asks, for requests written by hand. */
    String authorization() {
        return "Authorization: Bearer " + token;
    }

    Answer login(String user) {
        return post("/auth", "{'id': '%s', 'password': 'sandbox'}".formatted(user));
    }

    Answer get(String path) {
        return send("GET", path, "null");
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, "null");
    }

    /** Single quotes in the body stand for double ones; the path follows the version. */
    Answer send(String method, String path, String body, String... headers) {
        return sendTo(URI.create(sandbox.baseUrl() + path), method, body, headers);
    }

    /** To the side door; the path follows {@code /sandbox}. */
    Answer door(String method, String path, String body, String... headers) {
        return sendTo(sandbox.baseUrl().resolve("/sandbox" + path), method, body, headers);
    }

    private Answer sendTo(URI target, String method, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).method(method, BodyPublishers.ofString(body.replace('\'', '"')));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String product(String name) {
        return named("/products", name);
    }

    String group(String name) {
        return named("/devicegroups", name);
    }

    String me() {
        return get("/accounts/me").id();
    }

    private String named(String collection, String name) {
        Answer all = get(collection + "?page%5Bsize%5D=100").expect(200);
        return all.ids().get(all.names().indexOf(name));
    }

    /** Ids of the first devices of a group. */
    List<String> devices(String group, int count) {
        return get("/devices?filter%5Bdevicegroup.id%5D=" + group(group) + "&page%5Bsize%5D=" + count)
                .ids();
    }

    /** The first devices of a group that are not imp001. */
    String fit(String group) {
        for (var device : get("/devices?filter%5Bdevicegroup.id%5D=" + group(group) + "&page%5Bsize%5D=100")
                .data()) {
            if (!device.at("/attributes/imp_type").stringValue().equals("imp001")) {
                return device.path("id").stringValue();
            }
        }
        throw new IllegalStateException("only imp001 in " + group);
    }

    /** A device itself, for what is done to it without a call. */
    Device device(String id) {
        return locked(() -> sandbox.store().devices().inOrder().stream()
                .filter(device -> device.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    /** Works on the store as the service does. */
    <T> T locked(Supplier<T> work) {
        synchronized (sandbox.store()) {
            return work.get();
        }
    }

    String unassigned() {
        return get("/devices?filter%5Bdevicegroup.owner.id%5D=null").ids().get(0);
    }

    Answer createProduct(String attributes) {
        return post("/products", "{'data': {'type': 'product', 'attributes': %s}}".formatted(attributes));
    }

    Answer createGroup(String type, String product, String attributes) {
        return createGroup(type, product, attributes, "");
    }

    /** @param targets further relationships, each after a comma */
    Answer createGroup(String type, String product, String attributes, String targets) {
        return post("/devicegroups", """
                {'data': {'type': '%s', 'attributes': %s,
                 'relationships': {'product': {'type': 'product', 'id': '%s'}%s}}}""".formatted(type, attributes, product, targets));
    }

    /** The group by name, or by type and id. */
    Answer createWebhook(String group, String attributes) {
        return createWebhook(typeOf(group), group(group), attributes);
    }

    Answer createWebhook(String type, String group, String attributes) {
        return post("/webhooks", inGroup("webhook", type, group, attributes));
    }

    /** Code without quotes into the group of this name. */
    Answer deploy(String group, String deviceCode, String agentCode) {
        return deploy(group, "{'device_code': '%s', 'agent_code': '%s'}".formatted(deviceCode, agentCode));
    }

    Answer deploy(String group, String attributes) {
        return deployInto(typeOf(group), group(group), attributes);
    }

    Answer deployInto(String type, String group, String attributes) {
        return post("/deployments", inGroup("deployment", type, group, attributes));
    }

    private String typeOf(String group) {
        return get("/devicegroups/" + group(group)).data().path("type").stringValue();
    }

    private static String inGroup(String resource, String type, String group, String attributes) {
        return """
                {'data': {'type': '%s', 'attributes': %s,
                 'relationships': {'devicegroup': {'type': '%s', 'id': '%s'}}}}""".formatted(resource, attributes, type, group);
    }

    Answer assign(String group, String... devices) {
        return post("/devicegroups/" + group + "/relationships/devices", identifiers(devices));
    }

    Answer unassign(String group, List<String> headers, String... devices) {
        return send(
                "DELETE",
                "/devicegroups/" + group + "/relationships/devices",
                identifiers(devices),
                headers.toArray(String[]::new));
    }

    static String identifiers(String... devices) {
        List<String> elements = List.of(devices).stream()
                .map("{'type': 'device', 'id': '%s'}"::formatted)
                .toList();
        return "{'data': [" + String.join(", ", elements) + "]}";
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
