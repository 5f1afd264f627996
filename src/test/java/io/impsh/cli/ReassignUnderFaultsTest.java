package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.Recount;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job against a service that refuses, breaks off and cuts its answers: the report has to be the truth. */
@Execution(ExecutionMode.CONCURRENT)
class ReassignUnderFaultsTest {
    private static final int DEVICES = 1000;
    private static final String FAULTS = "429:10%,500:2%,reset:2%,truncate:2%";

    @TempDir
    Path home;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("impsh.test.seeds", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyDeviceIsMovedOrNamedAndTheRecountAgrees(long seed) {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults()
                .withDevices(DEVICES)
                .withSeed(seed)
                .withoutRateLimit()
                .withFaults(FAULTS))) {
            sandbox.moveAll("Line 1");

            CommandLineRun run = move(sandbox);

            JsonNode items = JsonMapper.shared().readTree(run.out()).path("items");
            Set<String> done = ids(items, "done");
            Recount recount = sandbox.recount();
            assertThat(items.size()).isEqualTo(DEVICES);
            assertThat(done).isEqualTo(in(recount, "Line 2"));
            assertThat(recount.assignmentsByDevice().values()).allMatch(times -> times == 1);
            assertThat(run.exitCode()).isEqualTo(done.size() == DEVICES ? 0 : 3);
        }
    }

    private CommandLineRun move(Sandbox sandbox) {
        return CommandLineRun.of(
                Map.of(
                        "IMPSH_HOME", home.toString(),
                        "IMPSH_ENDPOINT", sandbox.baseUrl().toString(),
                        "IMPSH_USER", sandbox.user(),
                        "IMPSH_PASSWORD", sandbox.password()),
                "",
                List.of("--yes", "-o", "json", "-e", "devices.where({group: 'Line 1'}).assignTo('Line 2').apply()")
                        .toArray(String[]::new));
    }

    private static Set<String> ids(JsonNode items, String outcome) {
        Set<String> ids = new TreeSet<>();
        items.forEach(item -> {
            if (item.path("outcome").asString().equals(outcome)) {
                ids.add(item.path("id").asString());
            }
        });
        return ids;
    }

    private static Set<String> in(Recount recount, String group) {
        Set<String> ids = new TreeSet<>();
        recount.groupByDevice().forEach((id, name) -> {
            if (name.equals(group)) {
                ids.add(id);
            }
        });
        return ids;
    }
}
