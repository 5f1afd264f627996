package io.impsh.sandbox;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What can be asked of the sandbox itself. */
class SideDoorTest {

    @Test
    void addsDevices() {
        inScene(scene -> {
            Answer added = scene.door(
                            "POST",
                            "/devices",
                            "{'count': 2, 'name': 'x', 'impType': 'imp005', 'group': 'Line 2', 'online': false}")
                    .expect(201);
            String id = added.json().at("/ids/1").stringValue();
            assertThat(added.text())
                    .isEqualTo("{\"ids\":[\"%s\",\"%s\"]}"
                            .formatted(added.json().at("/ids/0").stringValue(), id));
            Answer device = scene.get("/devices/" + id).expect(200);
            assertThat(device.attribute("name").stringValue()).isEqualTo("x-2");
            assertThat(device.attribute("imp_type").stringValue()).isEqualTo("imp005");
            assertThat(device.attribute("device_online").booleanValue()).isFalse();
            assertThat(device.attribute("agent_running").booleanValue()).isTrue();
            assertThat(device.relation("devicegroup").path("id").stringValue()).isEqualTo(scene.group("Line 2"));
            assertThat(scene.sandbox.recount().deviceCount("Line 2")).isEqualTo(52);
            assertThat(scene.sandbox.recount().totalAssignments()).isZero();
        });
    }

    @Test
    void addsOneDeviceOfWhichNothingIsSaid() {
        inScene(scene -> {
            String id = scene.door("POST", "/devices", "")
                    .expect(201)
                    .json()
                    .at("/ids/0")
                    .stringValue();
            Answer device = scene.get("/devices/" + id).expect(200);
            assertThat(device.attribute("name").isNull()).isTrue();
            assertThat(device.attribute("imp_type").stringValue()).isEqualTo("imp003");
            assertThat(device.attribute("device_online").booleanValue()).isTrue();
            assertThat(device.data().path("relationships").propertyNames()).containsExactly("owner");
            assertThat(scene.get("/devices?page%5Bnumber%5D=13").ids()).endsWith(id);
        });
    }

    @Test
    void devicesOfOthers() {
        inScene(scene -> {
            scene.door("POST", "/devices", "{'account': 'partner@example.com', 'name': 'p'}")
                    .expect(201);
            scene.door("POST", "/devices", "{'group': 'Pump dev', 'name': 'q'}").expect(201);
            scene.logIn("partner");
            assertThat(scene.get("/devices").names()).containsExactly("p", "q");
        });
    }

    @Test
    void devicesThatCannotBe() {
        inScene(scene -> {
            refused(scene, "{'count': 0}", "The key 'count' must be a whole number from 1 to 100000.");
            refused(scene, "{'name': 7}", "The key 'name' must be a text.");
            refused(scene, "{'online': 1}", "The key 'online' must be true or false.");
            refused(
                    scene,
                    "{'colour': 1}",
                    "The key 'colour' is not known here; known are count, name, impType, group, account, online.");
            refused(
                    scene,
                    "{'impType': 'imp9'}",
                    "The key 'impType' must be one of imp001, imp002, imp003, imp004m, imp005, imp006.");
            refused(
                    scene,
                    "{'impType': 'imp001', 'group': 'Thermostat fixtures'}",
                    "The key 'impType' cannot be imp001 in a fixture group.");
            scene.door("POST", "/devices", "{'group': 'Line 9'}")
                    .expectError(
                            404, "404 NF001 Not Found: There is no device group 'Line 9'; give its id or its name.");
            scene.door("POST", "/devices", "{'account': 'nobody'}")
                    .expectError(
                            404,
                            "404 NF001 Not Found: There is no account 'nobody'; give an id, a user name or an e-mail.");
            scene.door("POST", "/devices", "[").expectCode(400, "VX002");
            scene.door("POST", "/devices", "[]").expectCode(400, "VX002");
            assertThat(scene.sandbox.recount().devices()).isEqualTo(250);
        });
    }

    private static void refused(Scene scene, String body, String detail) {
        scene.door("POST", "/devices", body).expectError(400, "400 VX001 Invalid Attribute: " + detail);
    }

    @Test
    void blessesIntoTheTargetOfTheFactoryLine() {
        inScene(scene -> {
            for (String group : List.of("Thermostat DUT", "Thermostat fixtures")) {
                String id = scene.devices(group, 1).get(0);
                scene.door("POST", "/devices/" + id + "/bless", "").expect(204);
                Answer device = scene.get("/devices/" + id);
                assertThat(device.relation("devicegroup").path("id").stringValue())
                        .isEqualTo(scene.group("Thermostat field"));
                assertThat(device.attribute("device_online").booleanValue()).isFalse();
            }
        });
    }

    @Test
    void blessesIntoANamedGroup() {
        inScene(scene -> {
            String id = scene.unassigned();
            String bless = "/devices/" + id + "/bless";
            scene.door("POST", bless, "")
                    .expectError(
                            400,
                            "400 VX001 Invalid Attribute: The key 'group' is required, as the device is not on one"
                                    + " factory line; name a production group such as {\"group\": \"Thermostat field\"}.");
            scene.door("POST", bless, "{'group': 'Line 1'}")
                    .expectError(
                            400,
                            "400 VX001 Invalid Attribute: The key 'group' must name a production or pre-production"
                                    + " group.");
            scene.door("POST", bless, "{'group': 'Tracker pre-production'}").expect(204);
            assertThat(scene.get("/devices/" + id)
                            .relation("devicegroup")
                            .path("type")
                            .stringValue())
                    .isEqualTo("pre_production_devicegroup");
            scene.door("POST", bless, "{'group': 'Thermostat field'}")
                    .expectError(
                            409,
                            "409 CX021 Device Blessed: The device is blessed already; unassign it with the unbond key"
                                    + " first.");
        });
    }

    @Test
    void blinkUpLeavesADeviceWhereItIs() {
        inScene(scene -> {
            String id = scene.devices("Thermostat field", 1).get(0);
            scene.door("POST", "/devices/" + id + "/online", "{'online': false}")
                    .expect(204);
            Answer before = scene.get("/devices/" + id);
            assertThat(before.attribute("device_online").booleanValue()).isFalse();
            scene.door("POST", "/devices/" + id + "/blinkup", "{}").expect(204);
            Answer after = scene.get("/devices/" + id);
            assertThat(after.attribute("device_online").booleanValue()).isTrue();
            assertThat(after.attribute("last_enrolled_at").stringValue())
                    .isGreaterThan(before.attribute("last_enrolled_at").stringValue());
            assertThat(after.relation("devicegroup")).isEqualTo(before.relation("devicegroup"));
            String unassigned = scene.unassigned();
            scene.door("POST", "/devices/" + unassigned + "/blinkup", "").expect(204);
            assertThat(scene.unassigned()).isEqualTo(unassigned);
        });
    }

    @Test
    void devicesAreFoundByAnyName() {
        inScene(scene -> {
            Answer device = scene.get("/devices/" + scene.devices("Line 1", 1).get(0));
            for (String identifier : List.of(
                    device.id(),
                    device.attribute("mac_address").stringValue(),
                    device.attribute("agent_id").stringValue(),
                    device.attribute("name").stringValue())) {
                scene.door("POST", "/devices/" + identifier + "/blinkup", "").expect(204);
            }
            scene.door("POST", "/devices/nope/blinkup", "")
                    .expectError(
                            404,
                            "404 NF001 Not Found: There is no device 'nope'; give a device id, a MAC address, or a"
                                    + " name that only one device has.");
            scene.door("POST", "/devices/" + device.id() + "/online", "{}")
                    .expectError(400, "400 VX001 Invalid Attribute: The key 'online' is required.");
        });
    }

    @Test
    void devicesLog() {
        inScene(scene -> {
            String id = scene.devices("Line 1", 1).get(0);
            String log = "/devices/" + id + "/log";
            scene.door("POST", log, "{'msg': 'one'}").expect(204);
            scene.door("POST", log, "[{'msg': 'two', 'type': 'agent.log'}, {'msg': '', 'type': 'server.error'}]")
                    .expect(204);
            List<String> lines = scene.get("/devices/" + id + "/logs?page%5Bsize%5D=3")
                    .data()
                    .valueStream()
                    .map(entry -> entry.path("type").stringValue() + ": "
                            + entry.path("msg").stringValue())
                    .toList();
            assertThat(lines).containsExactly("server.error: ", "agent.log: two", "server.log: one");
            scene.door("POST", log, "{}").expectError(400, "400 VX001 Invalid Attribute: The key 'msg' is required.");
            scene.door("POST", log, "{'msg': 'x', 'type': 'device.log'}")
                    .expectError(
                            400,
                            "400 VX001 Invalid Attribute: The key 'type' must be one of server.log, server.error,"
                                    + " server.sleep, agent.log, agent.error, status, powerstate, lastexitcode,"
                                    + " firmware.");
            scene.door("POST", "/devices/" + scene.unassigned() + "/log", "{'msg': 'x'}")
                    .expectError(
                            409,
                            "409 CX022 Device Not Logging: Only devices in a group that is not for production log;"
                                    + " assign it to one first.");
        });
    }

    @Test
    void faultsAreSetAndLiftedWithoutHittingTheSideDoor() {
        inScene(scene -> {
            scene.door("POST", "/faults", "{'faults': '429:100%'}").expect(204);
            scene.get("/products").expect(429);
            assertThat(scene.door("GET", "/state", "")
                            .expect(200)
                            .json()
                            .path("faults")
                            .stringValue())
                    .isEqualTo("429:100%");
            scene.door("POST", "/faults", "{'faults': ''}").expect(204);
            scene.get("/products").expect(200);
            scene.door("POST", "/faults", "{}")
                    .expectError(400, "400 VX001 Invalid Attribute: The key 'faults' is required; it may be empty.");
            scene.door("POST", "/faults", "{'faults': 'fire:1%'}")
                    .expectError(
                            400,
                            "400 VX001 Invalid Attribute: fault 'fire:1%': unknown fault 'fire'; allowed are 429:N%,"
                                    + " 500:N%, reset:N%, truncate:N%, delay:N%@TIME, stream-cut:TIME,"
                                    + " stream-stall:TIME or stream-stall:TIME@TIME, stream-close:TIME,"
                                    + " stream-garbage:N% and stream-forget:N%, a TIME being such as 500ms or 5s.");
        });
    }

    @Test
    void linesOfOneCallAreOfOneMoment() {
        inScene(scene -> {
            String id = scene.devices("Line 1", 1).get(0);
            String lines = IntStream.range(0, 500)
                    .mapToObj(i -> "{'msg': 'line " + i + "'}")
                    .collect(joining(","));
            scene.door("POST", "/devices/" + id + "/log", "[" + lines + "]").expect(204);
            JsonNode page =
                    scene.get("/devices/" + id + "/logs?page%5Bsize%5D=100").data();
            assertThat(page.get(0).path("msg").stringValue()).isEqualTo("line 499");
            assertThat(page.valueStream()
                            .map(entry -> entry.path("ts").stringValue())
                            .distinct())
                    .hasSize(1);
        });
    }

    @Test
    void closesTheStreamsOfAnAccount() throws Exception {
        try (Scene scene = new Scene(Scene.options().withStreams(2))) {
            String first = scene.post("/logstream", "null").expect(200).id();
            String second = scene.post("/logstream", "null").expect(200).id();
            try (EventStream stream = EventStream.open(scene, "/logstream/" + first)) {
                stream.expect("event: state_change|data: opened");
                assertThat(scene.door("POST", "/streams/close", "{'account': 'partner'}")
                                .text())
                        .isEqualTo("{\"closed\":0}");
                assertThat(scene.door("POST", "/streams/close", "").text()).isEqualTo("{\"closed\":2}");
                stream.expect("event: state_change|data: closed", EventStream.END);
            }
            scene.get("/logstream/" + second).expectCode(404, "NF001");
            scene.door("POST", "/streams/close", "{'account': 'x'}").expectCode(404, "NF001");
        }
    }

    @Test
    void resetGoesBackToTheSeed() {
        inScene(scene -> {
            String before = everything(scene);
            String device = scene.devices("Line 1", 1).get(0);
            scene.assign(scene.group("Line 2"), device).expect(204);
            scene.delete("/devices/" + scene.unassigned()).expect(204);
            scene.createProduct("{'name': 'x'}").expect(201);
            scene.door("POST", "/faults", "{'faults': 'delay:1%@1ms'}").expect(204);
            AccountBehaviours.create(scene, "x").expect(201);
            scene.door("POST", "/reset", "").expect(204);
            assertThat(scene.door("GET", "/state", "").text()).isEqualTo("""
                    {"products":3,"devices":250,"unassigned":25,"groups":{"Line 1":75,"Line 2":50,"Pump dev":0,\
                    "Thermostat DUT":8,"Thermostat field":37,"Thermostat field B":13,"Thermostat fixtures":5,\
                    "Tracker dev":25,"Tracker pre-DUT":3,"Tracker pre-factory":2,"Tracker pre-production":7},\
                    "assignments":{},"unassignments":{},"restarts":{},"requests":{},"rateLimited":0,"faults":"",\
                    "faulted":{},"webhooks":{}}""");
            assertThat(everything(scene)).isEqualTo(before);
        });
    }

    private static String everything(Scene scene) {
        return String.join(
                "\n",
                scene.get("/accounts").expect(200).text(),
                scene.get("/accounts/me/login_keys").expect(200).text(),
                scene.get("/products").expect(200).text(),
                scene.get("/devicegroups").expect(200).text(),
                scene.get("/devices?page%5Bsize%5D=100").expect(200).text());
    }

    @Test
    void stateTellsWhatHappened() {
        inScene(scene -> {
            String device = scene.devices("Line 1", 1).get(0);
            scene.assign(scene.group("Line 2"), device).expect(204);
            var state = scene.door("GET", "/state", "").expect(200).json();
            assertThat(state.path("assignments").toString()).isEqualTo("{\"" + device + "\":1}");
            assertThat(state.path("requests").toString())
                    .isEqualTo("{\"GET /devicegroups\":2,\"GET /devices\":1,"
                            + "\"POST /auth\":1,\"POST /devicegroups/{id}/relationships/devices\":1}");
        });
    }

    @Test
    void pathsAndMethods() {
        inScene(scene -> {
            scene.door("GET", "", "").expectCode(404, "NF002");
            scene.door("GET", "/nothing", "").expectCode(404, "NF002");
            scene.door("GET", "/reset", "")
                    .expectError(405, "405 VX405 Method Not Allowed: GET is not possible here; POST is.");
            scene.door("POST", "/reset", "{'hard': true}")
                    .expectError(400, "400 VX001 Invalid Attribute: The key 'hard' is not known here.");
        });
    }

    @Test
    void isNotForWebPages() throws Exception {
        try (Scene scene = new Scene(Scene.options())) {
            scene.door("POST", "/reset", "", "Origin", "http://127.0.0.1:1")
                    .expectError(
                            403,
                            "403 PX303 Side Door Closed: Under /sandbox/ no web page may ask; leave out the header"
                                    + " Origin.");
            assertThat(asHost(scene, "evil.example:80"))
                    .startsWith("HTTP/1.1 403 Forbidden\r\n")
                    .endsWith("""
                    {"errors":[{"status":"403","code":"PX303","title":"Side Door Closed","detail":\
                    "Under /sandbox/ the host must be 127.0.0.1 or localhost, not 'evil.example:80'."}]}""");
            for (String name : List.of("127.0.0.1.evil.example", "localhost.evil.example", "127.0.0.1@evil.example")) {
                assertThat(asHost(scene, name)).startsWith("HTTP/1.1 403 Forbidden\r\n");
            }
            for (String name : List.of("localhost", "LOCALHOST:80", "127.0.0.1", "[::1]:80", "127.1.2.3")) {
                assertThat(asHost(scene, name)).startsWith("HTTP/1.1 200 OK\r\n");
            }
        }
    }

    private static String asHost(Scene scene, String host) throws Exception {
        return RawSocket.exchange(
                scene.sandbox, "GET /sandbox/state HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    private static void inScene(Consumer<Scene> check) {
        try (Scene scene = new Scene(Scene.options())) {
            check.accept(scene);
        }
    }
}
