package io.impsh.sandbox;

import static io.impsh.sandbox.LogBehaviours.log;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Section L: log streams. */
final class LogStreamBehaviours {
    private static final String OPENED = "event: state_change|data: opened";
    private static final String CLOSED = "event: state_change|data: closed";

    private LogStreamBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 95: opened without a token", LogStreamBehaviours::withoutToken),
                new Behaviour("row 96: opened comes first", LogStreamBehaviours::opened),
                new Behaviour("row 97: subscribed, lines, unsubscribed", LogStreamBehaviours::lines),
                new Behaviour("row 98: JSON", LogStreamBehaviours::json),
                new Behaviour("row 98: text", LogStreamBehaviours::text),
                new Behaviour("row 98: the format of either call", LogStreamBehaviours::formats),
                new Behaviour("row 99: unassigned devices, any identifier", LogStreamBehaviours::identifiers),
                new Behaviour("row 100: in the stored logs too", LogStreamBehaviours::stored),
                new Behaviour("row 101: keep-alive", LogStreamBehaviours::keepAlive),
                new Behaviour("row 102: devices of a stream", limits(1, 2), LogStreamBehaviours::tooManyDevices),
                new Behaviour("row 102: streams of an account", limits(2, 8), LogStreamBehaviours::tooManyStreams),
                new Behaviour("row 103: gone readers", LogStreamBehaviours::gone),
                new Behaviour("row 103: reconnecting", LogStreamBehaviours::reconnecting),
                new Behaviour("row 103: unknown streams and devices", LogStreamBehaviours::unknown),
                new Behaviour("row 104: idle streams stay", LogStreamBehaviours::idle),
                new Behaviour("a stream carries only what its account sees", LogStreamBehaviours::visibility),
                new Behaviour("devices in production stay and say nothing", LogStreamBehaviours::production));
    }

    private static SandboxOptions limits(int streams, int devices) {
        return Scene.options().withStreams(streams).withStreamDevices(devices);
    }

    private static String create(Scene scene) {
        return scene.post("/logstream", "null").expect(200).id();
    }

    private static Answer add(Scene scene, String stream, String device) {
        return scene.send("PUT", "/logstream/" + stream + "/" + device, "null");
    }

    private static String subscribed(String device) {
        return "event: state_change|data: " + device + " subscribed";
    }

    private static String unsubscribed(String device) {
        return "event: state_change|data: " + device + " unsubscribed";
    }

    /** Text and device of a line, without its time. */
    private static String line(String piece) {
        return piece.replaceFirst(" \\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z ", " ");
    }

    private static void withoutToken(Scene scene) throws InterruptedException {
        Answer created = scene.post("/logstream", "null").expect(200);
        String url = scene.sandbox.baseUrl() + "/logstream/" + created.id();
        assertThat(created.text()).isEqualTo("""
                        {'data':{'type':'logstream','id':'%s','links':{'self':'%s'},\
                        'attributes':{'url':'%s'},'relationships':{}}}""".replace('\'', '"').formatted(created.id(), url, url));
        try (EventStream stream = EventStream.open(scene, "/logstream/" + created.id())) {
            stream.expect(OPENED);
        }
        scene.useToken(null);
        scene.post("/logstream", "null").expectCode(401, "PX101");
        add(scene, created.id(), "x").expectCode(401, "PX101");
    }

    private static void opened(Scene scene) throws InterruptedException {
        String device = scene.devices("Line 1", 1).get(0);
        String id = create(scene);
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
            stream.expect(OPENED);
            add(scene, id, device).expect(204);
            stream.expect(subscribed(device));
        }
        id = create(scene);
        add(scene, id, device).expect(204);
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
            stream.expect(OPENED, subscribed(device));
        }
    }

    private static void lines(Scene scene) throws InterruptedException {
        List<String> devices = scene.devices("Line 1", 3);
        String id = create(scene);
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
            stream.expect(OPENED);
            log(scene, devices.get(0), "too early");
            add(scene, id, devices.get(0)).expect(204);
            add(scene, id, devices.get(1)).expect(204);
            for (int i = 1; i <= 3; i++) {
                for (String device : devices) {
                    log(scene, device, "line " + i);
                }
            }
            scene.delete("/logstream/" + id + "/" + devices.get(0)).expect(204);
            scene.delete("/logstream/" + id + "/" + devices.get(0)).expect(204);
            log(scene, devices.get(0), "too late");
            log(scene, devices.get(1), "last");
            assertThat(stream.next(10).stream().map(LogStreamBehaviours::line))
                    .containsExactly(
                            subscribed(devices.get(0)),
                            subscribed(devices.get(1)),
                            message(devices.get(0), "line 1"),
                            message(devices.get(1), "line 1"),
                            message(devices.get(0), "line 2"),
                            message(devices.get(1), "line 2"),
                            message(devices.get(0), "line 3"),
                            message(devices.get(1), "line 3"),
                            unsubscribed(devices.get(0)),
                            message(devices.get(1), "last"));
        }
    }

    private static String message(String device, String text) {
        return "event: message|data: " + device + " development server.log " + text;
    }

    private static void json(Scene scene) throws InterruptedException {
        String device = scene.devices("Line 1", 1).get(0);
        String id = create(scene);
        String hard = "{\"ok\": \"\\\"\"}\r\n\n\ttab \u0000\u0007\u001b[2J \u2028 ü \ud83d\ude00 data: x";
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id + "?format=json")) {
            stream.expect("event: state_change|data: {\"state\":\"opened\"}");
            add(scene, id, device).expect(204);
            log(scene, device, hard);
            scene.delete("/logstream/" + id + "/" + device).expect(204);
            stream.expect("event: state_change|data: {\"state\":\"subscribed\",\"device_id\":\"" + device + "\"}");
            String piece = stream.next();
            assertThat(piece).startsWith("event: message|data: {\"device_id\":\"" + device + "\",\"ts\":\"");
            JsonNode message = Answer.read(piece.substring("event: message|data: ".length()));
            assertThat(message)
                    .isEqualTo(scene.get("/devices/" + device + "/logs").data().get(0));
            assertThat(message.path("msg").stringValue()).isEqualTo(hard);
            stream.expect("event: state_change|data: {\"state\":\"unsubscribed\",\"device_id\":\"" + device + "\"}");
        }
    }

    private static void text(Scene scene) throws InterruptedException {
        String device = scene.devices("Line 1", 1).get(0);
        String id = create(scene);
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id + "?format=text")) {
            add(scene, id, device).expect(204);
            log(scene, device, "one\ntwo\r\nthree\rfour\n");
            log(scene, device, "");
            stream.expect(OPENED, subscribed(device));
            assertThat(stream.next(2).stream().map(LogStreamBehaviours::line))
                    .containsExactly(
                            message(device, "one|data: two|data: three|data: four|data: "), message(device, ""));
        }
    }

    private static void formats(Scene scene) throws InterruptedException {
        String json = "event: state_change|data: {\"state\":\"opened\"}";
        String id = scene.post("/logstream?format=json", "{}").expect(200).id();
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
            stream.expect(json);
        }
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id + "?format=text")) {
            stream.expect(OPENED);
        }
        String error = "400 VX003 Invalid Parameter: format must be text or json.";
        scene.get("/logstream/" + id + "?format=xml").expectError(400, error);
        scene.post("/logstream?format=xml", "null").expectError(400, error);
    }

    private static void identifiers(Scene scene) throws InterruptedException {
        String id = create(scene);
        String device = scene.unassigned();
        String other = scene.devices("Line 2", 1).get(0);
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
            stream.expect(OPENED);
            String mac =
                    scene.get("/devices/" + device).attribute("mac_address").stringValue();
            String agent = scene.get("/devices/" + other).attribute("agent_id").stringValue();
            add(scene, id, mac).expect(204);
            stream.expect(subscribed(device));
            add(scene, id, agent).expect(204);
            stream.expect(subscribed(other));
            scene.assign(scene.group("Line 1"), device).expect(204);
            log(scene, device, "hello");
            assertThat(line(stream.next()))
                    .isEqualTo("event: message|data: " + device + " development status Agent restarted: reload.");
        }
    }

    private static void stored(Scene scene) throws InterruptedException {
        String device = scene.devices("Line 1", 1).get(0);
        String id = create(scene);
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id + "?format=json")) {
            add(scene, id, device).expect(204);
            stream.next(2);
            for (int i = 1; i <= 20; i++) {
                log(scene, device, "line " + i);
            }
            JsonNode page = scene.get("/devices/" + device + "/logs").data();
            List<String> pieces = stream.next(20);
            for (int i = 0; i < 20; i++) {
                assertThat(pieces.get(i)).isEqualTo("event: message|data: " + page.get(19 - i));
            }
        }
    }

    private static void keepAlive(Scene scene) throws InterruptedException {
        scene.sandbox.simulation().streams().time(Duration.ofMillis(20), Duration.ofMinutes(1));
        try (EventStream stream = EventStream.open(scene, "/logstream/" + create(scene))) {
            stream.expect(OPENED, ": keep-alive", ": keep-alive", ": keep-alive");
        }
    }

    private static void tooManyDevices(Scene scene) throws InterruptedException {
        List<String> devices = scene.devices("Line 1", 3);
        String id = create(scene);
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
            add(scene, id, devices.get(0)).expect(204);
            add(scene, id, devices.get(1)).expect(204);
            add(scene, id, devices.get(0)).expect(204);
            add(scene, id, devices.get(2)).expect(204);
            devices.forEach(device -> log(scene, device, "line"));
            assertThat(stream.next(8).stream().map(LogStreamBehaviours::line))
                    .containsExactly(
                            OPENED,
                            subscribed(devices.get(0)),
                            subscribed(devices.get(1)),
                            subscribed(devices.get(0)),
                            unsubscribed(devices.get(1)),
                            subscribed(devices.get(2)),
                            message(devices.get(0), "line"),
                            message(devices.get(2), "line"));
        }
    }

    private static void tooManyStreams(Scene scene) throws InterruptedException {
        String first = create(scene);
        String second = create(scene);
        try (EventStream oldest = EventStream.open(scene, "/logstream/" + first);
                EventStream newer = EventStream.open(scene, "/logstream/" + second)) {
            oldest.expect(OPENED);
            newer.expect(OPENED);
            String third = create(scene);
            oldest.expect(CLOSED, EventStream.END);
            scene.get("/logstream/" + first)
                    .expectError(404, "404 NF001 Not Found: There is no log stream '" + first + "'.");
            try (EventStream newest = EventStream.open(scene, "/logstream/" + third)) {
                newest.expect(OPENED);
                scene.logIn("partner");
                create(scene);
                scene.logIn("demo");
                String device = scene.devices("Line 1", 1).get(0);
                add(scene, second, device).expect(204);
                add(scene, third, device).expect(204);
                newer.expect(subscribed(device));
                newest.expect(subscribed(device));
            }
        }
    }

    private static void gone(Scene scene) throws InterruptedException {
        scene.sandbox.simulation().streams().time(Duration.ofMillis(20), Duration.ofMillis(200));
        String device = scene.devices("Line 1", 1).get(0);
        String id = create(scene);
        EventStream stream = EventStream.open(scene, "/logstream/" + id);
        stream.expect(OPENED);
        add(scene, id, device).expect(204);
        stream.close();
        Await.until(() -> add(scene, id, device).status(), status -> status == 404);
    }

    private static void reconnecting(Scene scene) throws InterruptedException {
        String device = scene.devices("Line 1", 1).get(0);
        String id = create(scene);
        try (EventStream lost = EventStream.open(scene, "/logstream/" + id)) {
            lost.expect(OPENED);
            add(scene, id, device).expect(204);
            lost.expect(subscribed(device));
            try (EventStream again = EventStream.open(scene, "/logstream/" + id)) {
                again.expect(OPENED, subscribed(device));
                lost.expect(EventStream.END);
                log(scene, device, "hello");
                assertThat(line(again.next())).isEqualTo(message(device, "hello"));
            }
        }
        try (EventStream third = EventStream.open(scene, "/logstream/" + id)) {
            third.expect(OPENED, subscribed(device));
        }
    }

    private static void unknown(Scene scene) {
        String device = scene.devices("Line 1", 1).get(0);
        String missing = "404 NF001 Not Found: There is no log stream 'nothing'.";
        scene.get("/logstream/nothing").expectError(404, missing);
        add(scene, "nothing", device).expectError(404, missing);
        scene.delete("/logstream/nothing/" + device).expectError(404, missing);
        String id = create(scene);
        add(scene, id, "nobody").expectError(404, "404 NF001 Not Found: There is no device 'nobody'.");
        scene.delete("/logstream/" + id + "/nobody").expectCode(404, "NF001");
        scene.logIn("partner");
        add(scene, id, device).expectCode(404, "NF001");
    }

    private static void idle(Scene scene) throws InterruptedException {
        String device = scene.devices("Line 1", 1).get(0);
        scene.sandbox.simulation().streams().time(Duration.ofMillis(5), Duration.ofMillis(50));
        String id = create(scene);
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
            stream.expect(OPENED);
            for (int i = 0; i < 20; i++) {
                stream.expect(": keep-alive");
            }
            add(scene, id, device).expect(204);
            String piece = stream.next();
            while (piece.equals(": keep-alive")) {
                piece = stream.next();
            }
            assertThat(piece).isEqualTo(subscribed(device));
        }
    }

    private static void visibility(Scene scene) throws InterruptedException {
        List<String> devices = scene.devices("Line 1", 2);
        scene.assign(scene.group("Pump dev"), devices.get(0)).expect(204);
        scene.logIn("partner");
        String id = create(scene);
        add(scene, id, devices.get(1)).expectCode(404, "NF001");
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
            add(scene, id, devices.get(0)).expect(204);
            log(scene, devices.get(0), "shared");
            scene.logIn("demo");
            scene.assign(scene.group("Line 1"), devices.get(0)).expect(204);
            log(scene, devices.get(0), "private");
            assertThat(stream.next(4).stream().map(LogStreamBehaviours::line))
                    .containsExactly(
                            OPENED,
                            subscribed(devices.get(0)),
                            message(devices.get(0), "shared"),
                            unsubscribed(devices.get(0)));
        }
        String own = create(scene);
        String free = scene.unassigned();
        try (EventStream stream = EventStream.open(scene, "/logstream/" + own)) {
            add(scene, own, free).expect(204);
            scene.delete("/devices/" + free).expect(204);
            stream.expect(OPENED, subscribed(free), unsubscribed(free));
        }
    }

    private static void production(Scene scene) throws InterruptedException {
        String device = scene.devices("Line 1", 1).get(0);
        String id = create(scene);
        try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
            add(scene, id, device).expect(204);
            stream.expect(OPENED, subscribed(device));
            scene.door("POST", "/devices/" + device + "/bless", "{'group': 'Thermostat field'}")
                    .expect(204);
            scene.door("POST", "/devices/" + device + "/blinkup", "").expect(204);
            scene.delete("/logstream/" + id + "/" + device).expect(204);
            stream.expect(unsubscribed(device));
        }
        assertThat(scene.get("/devices/" + device + "/logs").data()).isEmpty();
    }
}
