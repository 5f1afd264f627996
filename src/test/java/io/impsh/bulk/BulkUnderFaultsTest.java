package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.Recount;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Moves a fleet to and fro while the service misbehaves, and compares every word of the reports with its own record. */
@Execution(ExecutionMode.CONCURRENT)
class BulkUnderFaultsTest {
    private static final int DEVICES = 1000;
    private static final String FAULTS = "429:10%,500:2%,reset:2%,truncate:2%";

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("impsh.test.seeds", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyDeviceIsMovedOnceOrNamedAsNotMoved(long seed) {
        try (SandboxFleet fleet = new SandboxFleet(DEVICES, seed)) {
            fleet.sandbox.moveAll("Line 1");
            fleet.sandbox.setFaults(FAULTS);
            Recount before = fleet.sandbox.recount();
            List<String> stations = List.of("Line 1", "Line 2", "Tracker dev", "Line 2", "Line 1");
            for (int hop = 1; hop < stations.size(); hop++) {
                before = move(fleet, stations.get(hop - 1), stations.get(hop), before);
            }
        }
    }

    private static Recount move(SandboxFleet fleet, String from, String to, Recount before) {
        Plan plan = fleet.planner.assign(fleet.in(from), fleet.named(to));
        Report report = fleet.apply(plan, ApplyOptions.defaults().withMaxFailures(Double.POSITIVE_INFINITY));
        Recount after = fleet.sandbox.recount();
        report.all().forEach(result -> agrees(result, after.groupByDevice(), to));
        assertThat(report.all()).hasSize(before.deviceCount(from));
        assertThat(report.counts().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(plan.items().size());
        for (String device : after.groupByDevice().keySet()) {
            int times = after.assignmentsByDevice().getOrDefault(device, 0)
                    - before.assignmentsByDevice().getOrDefault(device, 0);
            assertThat(times).as("assignments of %s to %s", device, to).isBetween(0, 1);
        }
        return after;
    }

    private static void agrees(ItemResult result, Map<String, String> groupByDevice, String to) {
        String id = result.item().target().id();
        if (result.outcome() == Outcome.DONE) {
            assertThat(groupByDevice.get(id)).as("group of %s", id).isEqualTo(to);
        } else if (result.outcome() != Outcome.UNKNOWN) {
            assertThat(groupByDevice.get(id)).as("%s, %s", id, result.reason()).isNotEqualTo(to);
        }
    }
}
