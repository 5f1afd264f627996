package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A sandbox of its own process is killed while it changes things, and finds them again. */
@Isolated("it measures what a second holds")
class KilledSandboxTest {
    private static final int KILLS = Integer.getInteger("impsh.test.kills", 3);

    /** What a kill may cost, in nanoseconds. */
    private static final long LOSS = TimeUnit.SECONDS.toNanos(1);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    /** @param when the answer had come, by the nanosecond clock */
    private record Made(String name, long when) {}

    @Test
    void losesAtMostASecond() throws Exception {
        Path file = folder.resolve("cloud.json");
        List<String> kept = List.of();
        for (int kill = 1; kill <= KILLS; kill++) {
            List<Made> made = new ArrayList<>();
            long killed = makeProductsUntilKilled(file, kill, made);
            List<String> found = products(file);
            List<String> wanted = new ArrayList<>(kept);
            made.forEach(product -> wanted.add(product.name()));
            assertThat(wanted).startsWith(found.toArray(String[]::new));
            assertThat(found)
                    .as("kill " + kill)
                    .containsAll(kept)
                    .containsAll(made.stream()
                            .filter(product -> product.when() < killed - LOSS)
                            .map(Made::name)
                            .toList());
            kept = found;
        }
    }

    private long makeProductsUntilKilled(Path file, int round, List<Made> made) throws Exception {
        Process process = sandbox(file);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String url = out.readLine();
            assertThat(url).as(() -> errors(file)).startsWith("http://127.0.0.1:");
            String token = Json.read(send(url + "/auth", null, "{\"id\":\"demo\",\"password\":\"sandbox\"}"))
                    .path("access_token")
                    .stringValue();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_300 + 170L * round);
            for (int i = 0; System.nanoTime() < end; i++) {
                String name = round + "." + i;
                send(
                        url + "/products",
                        token,
                        "{\"data\":{\"type\":\"product\",\"attributes\":{\"name\":\"" + name + "\"}}}");
                made.add(new Made(name, System.nanoTime()));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return System.nanoTime();
    }

    private Process sandbox(Path file) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.impsh.cli.Main",
                        "sandbox",
                        "--rate-limit",
                        "off",
                        "--data",
                        file.toString())
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private String errors(Path file) {
        try {
            return Files.readString(file.resolveSibling("errors"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private byte[] send(String url, String token, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = client.send(request.build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isBetween(200, 201);
        return response.body();
    }

    /** Those that were made here, in the order of the list. */
    private static List<String> products(Path file) {
        try (Scene scene = new Scene(Sandbox.start(Scene.options(), file))) {
            List<String> names = new ArrayList<>();
            String page = "/products?page%5Bsize%5D=100&page%5Bnumber%5D=";
            for (int number = 1; ; number++) {
                List<String> some = scene.get(page + number).expect(200).names();
                if (some.isEmpty()) {
                    return names.stream().filter(name -> name.contains(".")).toList();
                }
                names.addAll(some);
            }
        }
    }
}
