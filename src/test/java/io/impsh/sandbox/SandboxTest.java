package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Starting, seed data and what the sandbox reports about itself. */
class SandboxTest {

    @Test
    void sharesAddUp() {
        try (Sandbox sandbox = Sandbox.start(Scene.options())) {
            Recount recount = sandbox.recount();
            assertThat(recount.devicesByGroup())
                    .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                            Map.entry("Line 1", 75),
                            Map.entry("Line 2", 50),
                            Map.entry("Thermostat fixtures", 5),
                            Map.entry("Thermostat DUT", 8),
                            Map.entry("Thermostat field", 37),
                            Map.entry("Thermostat field B", 13),
                            Map.entry("Tracker dev", 25),
                            Map.entry("Tracker pre-factory", 2),
                            Map.entry("Tracker pre-DUT", 3),
                            Map.entry("Tracker pre-production", 7),
                            Map.entry("Pump dev", 0)));
            assertThat(recount.unassigned()).isEqualTo(25);
            assertThat(recount.requests()).isEmpty();
        }
    }

    @Test
    void anyNumberOfDevices() {
        for (int devices : new int[] {0, 1, 7, 10_000}) {
            try (Sandbox sandbox = Sandbox.start(Scene.options().withDevices(devices))) {
                Recount recount = sandbox.recount();
                assertThat(recount.devices()).isEqualTo(devices);
                assertThat(recount.unassigned()
                                + recount.devicesByGroup().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())
                        .isEqualTo(devices);
                assertThat(recount.deviceCount("Line 1")).isEqualTo(Math.round(devices * 0.3));
            }
        }
    }

    @Test
    void sameSeedSameFleet() {
        String first = fleet(1);
        assertThat(fleet(1)).isEqualTo(first);
        assertThat(fleet(2)).isNotEqualTo(first);
    }

    private static String fleet(long seed) {
        try (Scene scene = new Scene(Scene.options().withSeed(seed))) {
            return (scene.get("/devices?page%5Bsize%5D=100").text()
                            + scene.get("/devicegroups").text())
                    .replace(scene.sandbox.baseUrl().toString(), "");
        }
    }

    @Test
    void namesOfDevices() {
        try (Scene scene = new Scene(Scene.options())) {
            assertThat(scene.get("/devices?page%5Bsize%5D=21").names())
                    .startsWith("thermo-0001", "thermo-0002")
                    .endsWith("thermo-0019", null, "thermo-0021");
            String tracker = "/devices?page%5Bsize%5D=2&filter%5Bproduct.id%5D=" + scene.product("Tracker");
            assertThat(scene.get(tracker).names()).containsExactly("tracker-0001", "tracker-0002");
        }
    }

    @Test
    void takenPort() {
        try (Sandbox first = Sandbox.start(Scene.options())) {
            int port = first.baseUrl().getPort();
            assertThatThrownBy(() -> Sandbox.start(Scene.options().withPort(port)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("port " + port + ": ");
        }
    }

    @Test
    void moveAllLeavesNoTrace() {
        try (Scene scene = new Scene(Scene.options())) {
            scene.sandbox.moveAll("Line 1");
            Recount recount = scene.sandbox.recount();
            assertThat(recount.deviceCount("Line 1")).isEqualTo(250);
            assertThat(recount.totalAssignments()).isZero();
            assertThat(scene.devices("Line 1", 100))
                    .isEqualTo(scene.get("/devices?page%5Bsize%5D=100").ids());
            assertThatThrownBy(() -> scene.sandbox.moveAll("Line 9"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no group is called 'Line 9'");
        }
    }

    @Test
    void parallelCallsAssignEachDeviceOnce() {
        try (Scene scene = new Scene(Scene.options())) {
            List<String> devices = scene.devices("Line 1", 75);
            String to = scene.group("Line 2");
            IntStream.range(0, 75).parallel().forEach(i -> scene.assign(to, devices.get(i))
                    .expect(204));
            Recount recount = scene.sandbox.recount();
            assertThat(recount.deviceCount("Line 2")).isEqualTo(125);
            assertThat(recount.assignmentsByDevice()).hasSize(75).doesNotContainValue(2);
            assertThat(recount.requests("POST", "/devicegroups/{id}/relationships/devices"))
                    .isEqualTo(75);
            assertThat(recount.requests("POST", "/auth")).isEqualTo(1);
        }
    }

    @Test
    void refusedOptions() {
        assertThatThrownBy(() -> SandboxOptions.defaults().withRateLimit(0))
                .hasMessage("rate limit must be 1 or more, or off");
        assertThatThrownBy(() -> SandboxOptions.defaults().withDevices(-1))
                .hasMessage("devices must be 0 or more, not -1");
        assertThatThrownBy(() -> SandboxOptions.defaults().withPort(70_000))
                .hasMessage("port must be 0 to 65535, not 70000");
    }
}
