package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code audit.ndjson} when several processes write it, of which one is killed. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class AuditProcessesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EACH = 150;

    @TempDir
    Path home;

    @Test
    void aKillCutsNoLineOfAnybody() throws Exception {
        try (Sandbox sandbox =
                Sandbox.start(SandboxOptions.defaults().withDevices(50).withoutRateLimit())) {
            CommandLineRun.logIn(home, sandbox);
            Process one = start("one", EACH);
            Process other = start("other", EACH);
            Process endless = start("endless", Integer.MAX_VALUE);
            try {
                while (lines("endless").size() < 40) {
                    assertThat(endless.isAlive()).as(said("endless")).isTrue();
                    LockSupport.parkNanos(1_000_000);
                }
            } finally {
                endless.destroyForcibly();
            }
            assertThat(one.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(endless.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(one.exitValue()).as(said("one")).isZero();
            assertThat(other.exitValue()).as(said("other")).isZero();
        }

        Map<String, List<Integer>> answered = new HashMap<>();
        for (JsonNode line : all()) {
            if (line.path("record").asString().equals("after")) {
                answered.computeIfAbsent(line.path("session").asString(), first -> new ArrayList<>())
                        .add(line.path("request").asInt());
            }
        }
        for (String name : List.of("one", "other")) {
            List<JsonNode> sent = lines(name);
            assertThat(sent).hasSize(EACH);
            assertThat(answered.get(sent.get(0).path("session").asString()))
                    .containsExactlyElementsOf(sent.stream()
                            .map(line -> line.path("request").asInt())
                            .toList());
        }
        List<JsonNode> killed = lines("endless");
        assertThat(killed.size()
                        - answered.get(killed.get(0).path("session").asString()).size())
                .isBetween(0, 1);
    }

    /** It renames one device again and again, so that its lines can be told from those of others. */
    private Process start(String name, int times) throws IOException {
        String loop = "const d = devices.get('23d6824e2ef3fc17'); for (let i = 0; i < " + times + "; i++) d.rename('"
                + name + "')";
        return OwnProcess.start(home, name, "-e", loop);
    }

    private String said(String name) throws IOException {
        return Files.readString(home.resolve(name));
    }

    /** Every line that is there; none can be one that is not whole, but the last as long as it is being written. */
    private List<JsonNode> all() throws IOException {
        Path file = home.resolve("state/audit.ndjson");
        String text = Files.exists(file) ? Files.readString(file) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> (JsonNode) JSON.readTree(line))
                .toList();
    }

    /** The lines of one process before its requests. */
    private List<JsonNode> lines(String name) throws IOException {
        return all().stream()
                .filter(line -> line.path("body").toString().contains("\"" + name + "\""))
                .toList();
    }
}
