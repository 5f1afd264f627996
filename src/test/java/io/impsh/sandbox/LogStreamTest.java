package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Log streams under load. */
@Isolated("whoever reads too slowly is cut off")
class LogStreamTest {
    private static final int STREAMS = 4;
    private static final int LINES = 2_000;

    /** A subscribed stream of one device, and what it is to say next. */
    private record Reader(EventStream stream, Device device) {
        /** Waits for so many lines, each the next of its device. */
        void follow(int lines) throws InterruptedException {
            String prefix = "event: message|data: " + device.id() + " ";
            String first = stream.next();
            long position = 0;
            while (!text(first, prefix).equals(text(Telemetry.line(device, position)))) {
                position++;
                assertThat(position).as(first).isLessThan(100_000);
            }
            for (int i = 1; i < lines; i++) {
                assertThat(text(stream.next(), prefix)).isEqualTo(text(Telemetry.line(device, position + i)));
            }
        }

        private static String text(LogLine line) {
            return "development " + line.type() + " " + line.message();
        }

        private static String text(String piece, String prefix) {
            assertThat(piece).startsWith(prefix);
            return piece.substring(prefix.length() + "2024-06-01T06:00:00.000Z ".length());
        }
    }

    private static String open(Scene scene, String device) {
        String id = scene.post("/logstream", "null").expect(200).id();
        scene.send("PUT", "/logstream/" + id + "/" + device, "null").expect(204);
        return id;
    }

    @Test
    void nothingLostNothingDoubled() throws InterruptedException {
        SandboxOptions options =
                Scene.options().withDevices(20).withStreams(STREAMS).withLogRate(5_000);
        try (Scene scene = new Scene(options)) {
            List<Reader> readers = new ArrayList<>();
            for (String id : online(scene).subList(0, STREAMS)) {
                EventStream stream = EventStream.open(scene, "/logstream/" + open(scene, id));
                stream.expect("event: state_change|data: opened", "event: state_change|data: " + id + " subscribed");
                readers.add(new Reader(stream, scene.device(id)));
            }
            for (Reader reader : readers) {
                reader.follow(LINES);
                reader.stream().close();
            }
        }
    }

    private static List<String> online(Scene scene) {
        return scene.locked(() -> scene.sandbox.store().devices().inOrder().stream()
                .filter(device -> device.online() && DeviceLogs.logs(device))
                .map(Device::id)
                .toList());
    }

    @Test
    void whoDoesNotReadIsCutOffAndHoldsNobodyUp() throws InterruptedException, IOException {
        try (Scene scene = new Scene(Scene.options().withStreams(2))) {
            List<String> devices = scene.devices("Line 1", 2);
            String stuck = open(scene, devices.get(0));
            String other = open(scene, devices.get(1));
            try (Socket socket = new Socket("127.0.0.1", scene.sandbox.baseUrl().getPort());
                    EventStream reader = EventStream.open(scene, "/logstream/" + other)) {
                reader.next(2);
                socket.getOutputStream()
                        .write(("GET /v5/logstream/" + stuck + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                Await.until(() -> isRead(scene, stuck), read -> read);
                String line = "x".repeat(1000);
                Device device = scene.device(devices.get(0));
                Await.until(
                        () -> scene.locked(() -> {
                            for (int i = 0; i < 10_000; i++) {
                                scene.sandbox.simulation().logs().append(device, "server.log", line);
                            }
                            return isRead(scene, stuck);
                        }),
                        read -> !read);
                LogBehaviours.log(scene, devices.get(1), "unimpressed");
                assertThat(reader.next()).endsWith(" unimpressed");
            }
        }
    }

    private static boolean isRead(Scene scene, String stream) {
        return scene.locked(() ->
                scene.sandbox.simulation().streams().find(stream).orElseThrow().isRead());
    }
}
