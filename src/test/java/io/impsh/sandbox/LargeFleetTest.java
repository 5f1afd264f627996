package io.impsh.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.http.RawConnection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hundred thousand devices in a heap of 512 MB, in a process of their own. */
class LargeFleetTest {
    private static Process process;
    private static RawConnection connection;
    private static String authorization;

    @BeforeAll
    static void start(@TempDir Path home) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dimpsh.home=" + Path.of("").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.impsh.cli.Main",
                        "sandbox",
                        "--devices",
                        "100000",
                        "--rate-limit",
                        "off")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().put("IMPSH_HOME", home.toString());
        process = command.start();
        String base = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        assertThat(base).startsWith("http://127.0.0.1:");
        connection = new RawConnection(URI.create(base).getPort());
        String login = "{\"id\": \"demo\", \"password\": \"sandbox\"}";
        JsonNode token = json("POST /v5/auth HTTP/1.1\r\nContent-Length: " + login.length() + "\r\n\r\n" + login);
        authorization = "Authorization: Bearer " + token.path("access_token").stringValue();
    }

    @AfterAll
    static void stop() throws IOException {
        process.destroyForcibly();
        if (connection != null) {
            connection.close();
        }
    }

    @Test
    void everyDeviceIsOnItsPage() throws IOException {
        JsonNode first = page(1, "");
        assertThat(first.at("/data/0/attributes/name").stringValue()).isEqualTo("thermo-000001");
        assertThat(first.at("/links/last").stringValue()).contains("page%5Bnumber%5D=1000&");
        JsonNode last = page(1000, "");
        assertThat(last.at("/data/98/attributes/name").stringValue()).isEqualTo("thermo-084999");
        assertThat(last.path("links").propertyNames()).containsExactly("self", "first", "prev", "last");
    }

    @Test
    void pagesOfAGroupAndOfAKind() throws IOException {
        JsonNode groups = get("/v5/devicegroups?page%5Bsize%5D=100");
        String line1 = groups.at("/data/0/id").stringValue();
        assertThat(groups.at("/data/0/attributes/name").stringValue()).isEqualTo("Line 1");
        JsonNode lastOfLine1 = page(300, "&filter%5Bdevicegroup.id%5D=" + line1);
        assertThat(lastOfLine1.at("/data/98/attributes/name").stringValue()).isEqualTo("thermo-029999");
        assertThat(lastOfLine1.path("links").has("next")).isFalse();
        JsonNode lastOfKind = page(600, "&filter%5Bdevicegroup.type%5D=development_devicegroup");
        assertThat(lastOfKind.at("/data/98/attributes/name").stringValue()).isEqualTo("tracker-009999");
        assertThat(lastOfKind.path("links").has("next")).isFalse();
    }

    private static JsonNode page(int number, String filter) throws IOException {
        return get("/v5/devices?page%5Bsize%5D=100&page%5Bnumber%5D=" + number + filter);
    }

    private static JsonNode get(String target) throws IOException {
        return json("GET " + target + " HTTP/1.1\r\n" + authorization + "\r\n\r\n");
    }

    private static JsonNode json(String request) throws IOException {
        String answer = connection.send(request).answer();
        assertThat(answer).startsWith("HTTP/1.1 200 OK\n");
        return new JsonMapper().readTree(answer.substring(answer.indexOf('\n')));
    }
}
