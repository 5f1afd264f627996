package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What goes wrong on log streams when that is specified, seen by their readers. */
@Timeout(30)
@Execution(ExecutionMode.CONCURRENT)
class StreamFaultsTest {
    private static final String OPENED = "event: state_change|data: opened";
    private static final String CLOSED = "event: state_change|data: closed";

    @Test
    void sameSeedSameFates() {
        assertThat(fates(7)).isEqualTo(fates(7)).isNotEqualTo(fates(8));
    }

    private static List<Object> fates(long seed) {
        StreamFaults faults = FaultSpecification.parse(
                        "stream-cut:5s,stream-close:600s,stream-garbage:50%,stream-forget:50%")
                .ofStreams(seed);
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            StreamFate fate = faults.take();
            fate.begin(0);
            all.add(List.of(fate.untilNext(0), fate.spoils(), fate.forgets(), fate.cutsInside(), fate.cutAt(100)));
        }
        return all;
    }

    @Test
    void whatIsSeldomHappensAtLastHoweverShortConnectionsAre() {
        StreamFaults faults =
                FaultSpecification.parse("stream-cut:1s,stream-close:60s").ofStreams(1);
        StreamFate fate = faults.take();
        List<StreamTrouble> troubles = new ArrayList<>();
        for (long now = 0; now < Duration.ofSeconds(300).toNanos(); ) {
            fate.begin(now);
            long wait = fate.untilNext(now);
            assertThat(wait).isBetween(0L, Duration.ofMillis(1500).toNanos());
            now += wait;
            fate.due(now).ifPresent(troubles::add);
            fate.end(now);
        }
        assertThat(troubles.stream().filter(StreamTrouble.CLOSE::equals).count())
                .isBetween(4L, 9L);
        assertThat(troubles.stream().filter(StreamTrouble.CUT::equals).count()).isBetween(270L, 330L);
    }

    @Test
    void connectionsAreCutBetweenEventsAndInTheMiddle() throws Exception {
        SandboxOptions busy = Scene.options().withDevices(10).withLogRate(2000);
        try (Scene scene = new Scene(busy)) {
            scene.sandbox.setFaults("stream-cut:40ms");
            String id = stream(scene, scene.devices("Line 1", 3));
            String opened = "event: state_change\ndata: opened\n\n";
            List<Boolean> whole = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String answer = everything(scene, id);
                String events = answer.substring(answer.indexOf("\r\n\r\n") + 4);
                // The cut may come within the first event already.
                assertThat(events.startsWith(opened) || opened.startsWith(events))
                        .as(answer)
                        .isTrue();
                assertThat(events).doesNotContain("data: closed");
                whole.add(events.endsWith("\n\n"));
            }
            assertThat(whole).contains(true, false);
            assertThat(scene.sandbox.recount().faults()).isEqualTo(Map.of("stream-cut", 16));
        }
    }

    /** All that comes on one connection, as to an old client. */
    private static String everything(Scene scene, String id) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", scene.sandbox.baseUrl().getPort())) {
            socket.getOutputStream()
                    .write(("GET /v5/logstream/" + id + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String stream(Scene scene, List<String> devices) {
        String id = scene.post("/logstream", "null").expect(200).id();
        devices.forEach(device ->
                scene.send("PUT", "/logstream/" + id + "/" + device, "null").expect(204));
        return id;
    }

    @Test
    void aStalledConnectionStaysOpenAndSilent() throws Exception {
        try (Scene scene = new Scene(Scene.options())) {
            scene.sandbox.simulation().streams().time(Duration.ofMillis(20), Duration.ofMinutes(1));
            String device = scene.devices("Line 1", 1).get(0);
            String id = stream(scene, List.of(device));
            scene.sandbox.setFaults("stream-stall:50ms");
            try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
                awaitFault(scene, "stream-stall");
                LogBehaviours.log(scene, device, "lost");
                scene.sandbox.setFaults("");
                scene.door("POST", "/streams/close", "").expect(200);
                stream.expect(OPENED, subscribed(device));
                String next = stream.next();
                while (next.equals(": keep-alive")) {
                    next = stream.next();
                }
                assertThat(next).isEqualTo(EventStream.END);
            }
            assertThat(newest(scene, device)).isEqualTo("lost");
        }
    }

    private static String subscribed(String device) {
        return "event: state_change|data: " + device + " subscribed";
    }

    private static void awaitFault(Scene scene, String word) throws InterruptedException {
        Await.until(() -> scene.sandbox.recount().faults(), faults -> faults.containsKey(word));
    }

    private static String newest(Scene scene, String device) {
        return scene.get("/devices/" + device + "/logs?page%5Bsize%5D=1")
                .data()
                .at("/0/msg")
                .stringValue();
    }

    @Test
    void aReaderThatLeavesAStalledConnectionIsMissedSoon() throws Exception {
        try (Scene scene = new Scene(Scene.options())) {
            String id = stream(scene, List.of());
            scene.sandbox.setFaults("stream-stall:1ms");
            try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
                stream.expect(OPENED);
                awaitFault(scene, "stream-stall");
            }
            LogStreams streams = scene.sandbox.simulation().streams();
            Await.until(() -> scene.locked(() -> streams.find(id).map(LogStream::isRead)), Optional.of(false)::equals);
        }
    }

    @Test
    void aStallWithAnEndOnlyComesLate() throws Exception {
        try (Scene scene = new Scene(Scene.options())) {
            String device = scene.devices("Line 1", 1).get(0);
            String id = stream(scene, List.of(device));
            scene.sandbox.setFaults("stream-stall:50ms@100ms");
            try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
                stream.expect(OPENED, subscribed(device));
                awaitFault(scene, "stream-stall");
                LogBehaviours.log(scene, device, "late");
                assertThat(stream.next()).endsWith(" late");
            }
        }
    }

    @Test
    void spoiltLinesAreNoLinesButStored() throws Exception {
        try (Scene scene = new Scene(Scene.options())) {
            String device = scene.devices("Line 1", 1).get(0);
            String id = stream(scene, List.of(device));
            scene.sandbox.setFaults("stream-garbage:100%");
            try (EventStream stream = EventStream.open(scene, "/logstream/" + id + "?format=json")) {
                stream.next(2);
                IntStream.range(0, 30).forEach(i -> LogBehaviours.log(scene, device, "line " + i));
                List<String> spoilt = stream.next(30);
                assertThat(spoilt)
                        .allMatch(piece -> piece.startsWith("event: message|data: "))
                        .noneMatch(piece -> piece.endsWith("}"))
                        .anyMatch(piece -> piece.contains("502 Bad Gateway"))
                        .anyMatch(piece -> piece.contains("{\"device_id\":\"" + device))
                        .anyMatch(piece -> piece.startsWith("event: message|data: \ufffd"));
            }
            assertThat(newest(scene, device)).isEqualTo("line 29");
            assertThat(scene.sandbox.recount().faults()).isEqualTo(Map.of("stream-garbage", 30));
        }
    }

    @Test
    void streamsAreClosedAndForgotten() throws Exception {
        try (Scene scene = new Scene(Scene.options())) {
            String id = stream(scene, List.of());
            scene.sandbox.setFaults("stream-close:20ms");
            try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
                stream.expect(OPENED, CLOSED, EventStream.END);
            }
            scene.get("/logstream/" + id).expectCode(404, "NF001");
            id = stream(scene, List.of());
            scene.sandbox.setFaults("stream-cut:20ms,stream-forget:100%");
            try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
                stream.expect(OPENED, EventStream.END);
            }
            awaitFault(scene, "stream-forget");
            scene.get("/logstream/" + id).expectCode(404, "NF001");
        }
    }

    @Test
    void connectionsThatStandHaveNewFaultsAtOnce() throws Exception {
        try (Scene scene = new Scene(Scene.options())) {
            String id = stream(scene, List.of());
            try (EventStream stream = EventStream.open(scene, "/logstream/" + id)) {
                stream.expect(OPENED);
                scene.sandbox.setFaults("stream-close:1ms");
                stream.expect(CLOSED, EventStream.END);
            }
        }
    }
}
