package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.Filter;
import io.impsh.api.NewDeployment;
import io.impsh.api.NewDeviceGroup;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.Product;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A product goes with all that hangs on it while the service misbehaves and somebody else takes some of it away. */
@Execution(ExecutionMode.CONCURRENT)
class RemovalUnderFaultsTest {
    private static final String FAULTS = "429:10%,500:3%,reset:5%,truncate:5%";
    private static final ApplyOptions GO_ON = ApplyOptions.defaults().withMaxFailures(Double.POSITIVE_INFINITY);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("impsh.test.seeds", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everythingIsGoneAfterAFewTries(long seed) {
        try (SandboxFleet fleet = new SandboxFleet(500, seed)) {
            Product product = scrap(fleet);
            fleet.sandbox.setFaults(FAULTS);
            Plan plan = fleet.planner.removeProduct(product, new Removal(true, true, null));
            takeSomeAway(fleet, plan);
            Report report = fleet.apply(plan, GO_ON);
            assertThat(report.counts().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(plan.items().size());
            for (int tries = 0; !report.complete() || isThere(fleet, product); tries++) {
                assertThat(tries).as("%s", report.counts()).isLessThan(5);
                report = fleet.apply(again(fleet, product, report), GO_ON);
            }
            fleet.sandbox.setFaults("");
            assertThat(isThere(fleet, product)).isFalse();
            assertThat(fleet.sandbox.recount().devicesByGroup()).doesNotContainKey("Scrap 1");
            assertThat(leftOvers(fleet, plan)).isEmpty();
        }
    }

    private static Product scrap(SandboxFleet fleet) {
        Product product = fleet.client.products().create("Scrap", null, null);
        for (int number = 1; number <= 3; number++) {
            DeviceGroup group = fleet.client
                    .deviceGroups()
                    .create(new NewDeviceGroup(
                            DeviceGroupType.DEVELOPMENT,
                            product.id(),
                            "Scrap " + number,
                            null,
                            null,
                            Map.of(),
                            null,
                            null));
            for (int build = 0; build < 10; build++) {
                fleet.client
                        .deployments()
                        .create(new NewDeployment(
                                group.ref(), "// " + build, "", null, null, List.of(), build % 2 == 0));
            }
            if (number == 1) {
                fleet.apply(fleet.planner.assign(fleet.in("Line 1"), group));
            }
        }
        return product;
    }

    private static void takeSomeAway(SandboxFleet fleet, Plan plan) {
        List<PlanItem> devices = plan.items().stream()
                .filter(item -> item.target().type().equals(Device.TYPE))
                .toList();
        fleet.sandbox.setFaults("");
        fleet.client
                .deviceGroups()
                .unassign(
                        devices.get(0).from().id(),
                        List.of(devices.get(0).target().id()),
                        null);
        fleet.client.devices().delete(devices.get(0).target().id());
        fleet.client
                .deviceGroups()
                .assign(
                        fleet.named("Line 2").id(),
                        List.of(devices.get(1).target().id()));
        fleet.sandbox.setFaults(FAULTS);
    }

    /** What failed or is unknown once more, or else what is left. */
    private static Plan again(SandboxFleet fleet, Product product, Report report) {
        return report.complete()
                ? fleet.planner.removeProduct(product, new Removal(true, true, null))
                : report.plan().again(report.plan().items());
    }

    private static boolean isThere(SandboxFleet fleet, Product product) {
        return fleet.client.products().list(Filter.none()).toList().stream()
                .anyMatch(each -> each.id().equals(product.id()));
    }

    private static List<String> leftOvers(SandboxFleet fleet, Plan plan) {
        List<String> there = fleet.client.deployments().list(Filter.none()).toList().stream()
                .map(build -> build.id())
                .toList();
        return plan.items().stream()
                .map(item -> item.target().id())
                .filter(there::contains)
                .toList();
    }
}
