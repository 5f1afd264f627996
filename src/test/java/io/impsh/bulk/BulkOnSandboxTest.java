package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.ApiException;
import io.impsh.api.ImpClient;
import io.impsh.api.NewDeviceGroup;
import io.impsh.api.RecordedWrite;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.Product;
import io.impsh.sandbox.Recount;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans and their applying against the embedded cloud, over HTTP. */
class BulkOnSandboxTest {
    private static final String ASSIGNMENT = "/devicegroups/{id}/relationships/devices";

    private final SandboxFleet fleet = new SandboxFleet(1000, 1);

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void movingAThousandTakesThirtyRequests() {
        fleet.sandbox.moveAll("Line 1");
        Recount before = fleet.sandbox.recount();
        Report report = fleet.apply(fleet.planner.assign(fleet.in("Line 1"), fleet.named("Line 2")));
        Recount after = fleet.sandbox.recount();
        assertThat(report.counts()).containsEntry(Outcome.DONE, 1000);
        assertThat(after.deviceCount("Line 2")).isEqualTo(1000);
        assertThat(after.requests("POST", ASSIGNMENT)).isEqualTo(10);
        assertThat(after.requests("GET", "/devices") - before.requests("GET", "/devices"))
                .isEqualTo(20);
    }

    @Test
    void whatIsPredictedIsWhatTheServiceDoes() {
        List<DeviceGroup> sources = new ArrayList<>(fleet.groups());
        sources.add(null);
        List<String> wrong = new ArrayList<>();
        for (DeviceGroup from : sources) {
            for (DeviceGroup to : fleet.groups()) {
                List<Device> devices = fleet.in(from);
                if (!devices.isEmpty()) {
                    compare(devices.get(0), to, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void compare(Device device, DeviceGroup to, List<String> wrong) {
        Verdict verdict = Verdicts.assign(device, to);
        boolean accepted = accepts(device, to);
        boolean fits =
                switch (verdict.kind()) {
                    case GO, ALREADY -> accepted;
                    case REFUSED -> !accepted;
                    case DOUBTFUL -> true;
                };
        if (!fits) {
            wrong.add(device.group() + " to " + to.name() + ": " + verdict + ", accepted: " + accepted);
        }
    }

    private boolean accepts(Device device, DeviceGroup to) {
        try {
            fleet.client.deviceGroups().assign(to.id(), List.of(device.id()));
            return true;
        } catch (ApiException e) {
            return false;
        }
    }

    @Test
    void anUnbondKeyTakesProductionDevicesOut() {
        Plan plan = fleet.planner.unassign(fleet.in("Thermostat field"), "sandbox-unbond-key");
        Report report = fleet.apply(plan);
        assertThat(report.counts()).containsEntry(Outcome.DONE, 150);
        assertThat(fleet.sandbox.recount().deviceCount("Thermostat field")).isZero();
    }

    @Test
    void aWrongUnbondKeyFailsWithTheServicesWords() {
        Plan plan = fleet.planner.unassign(fleet.in("Thermostat field"), "wrong");
        Report report = fleet.apply(plan, ApplyOptions.defaults().withMaxFailures(Double.POSITIVE_INFINITY));
        assertThat(report.counts()).containsEntry(Outcome.FAILED, 150);
        assertThat(report.results(Outcome.FAILED))
                .extracting(ItemResult::reason)
                .containsOnly("Invalid Unbond Key: Unassigning production devices needs the account's unbond key.");
    }

    @Test
    void aDeviceThatIsGoneFailsByItsNameAndTheOthersMoveOnce() {
        List<Device> devices = fleet.in("Line 1");
        Device gone = devices.get(7);
        Plan plan = fleet.planner.assign(devices, fleet.named("Line 2"));
        fleet.client.deviceGroups().unassign(gone.group().id(), List.of(gone.id()), null);
        fleet.client.devices().delete(gone.id());
        Report report = fleet.apply(plan);
        assertThat(report.counts()).containsEntry(Outcome.DONE, devices.size() - 1);
        assertThat(report.results(Outcome.FAILED))
                .extracting(result -> result.item().target().id() + ": " + result.reason())
                .containsExactly(gone.id() + ": Not Found: There is no device '" + gone.id() + "'.");
        assertThat(fleet.sandbox.recount().assignmentsByDevice().values()).containsOnly(1);
    }

    @Test
    void aPlanAppliedTwiceChangesNothingTheSecondTime() {
        Plan plan = fleet.planner.assign(fleet.in("Line 1"), fleet.named("Line 2"));
        fleet.apply(plan);
        Report second = new Applier(
                        fleet.client,
                        question -> true,
                        Journal.none(),
                        Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)))
                .apply(plan, ApplyOptions.defaults(), ApplyListener.none(), new ApplyControl());
        assertThat(second.counts()).containsEntry(Outcome.SKIPPED, 300).containsEntry(Outcome.DONE, 0);
        assertThat(fleet.sandbox.recount().totalAssignments()).isEqualTo(300);
    }

    @Test
    void renamingRestartingAndRemoving() {
        List<Device> unassigned = fleet.in((DeviceGroup) null);
        Report renamed = fleet.apply(fleet.planner.rename(unassigned, device -> "spare-" + device.id()));
        assertThat(renamed.counts()).containsEntry(Outcome.DONE, 100);
        Report restarted = fleet.apply(fleet.planner.restart(fleet.in("Line 2"), false));
        assertThat(restarted.counts()).containsEntry(Outcome.DONE, 200);
        Report removed = fleet.apply(fleet.planner.removeDevices(fleet.in((DeviceGroup) null), Removal.plain()));
        assertThat(removed.counts()).containsEntry(Outcome.DONE, 100);
        assertThat(fleet.sandbox.recount().devices()).isEqualTo(900);
        assertThat(fleet.sandbox.recount().restartsByDevice()).hasSize(200);
    }

    @Test
    void aProductIsRemovedWithEverythingInIt() {
        Product product = fleet.client.products().create("Scrap", null, null);
        DeviceGroup field = create(product, "Scrap field", DeviceGroupType.PRODUCTION, null, null);
        DeviceGroup dut = create(product, "Scrap DUT", DeviceGroupType.DUT, null, null);
        create(product, "Scrap fixtures", DeviceGroupType.FACTORY, field, dut);
        DeviceGroup line = create(product, "Scrap line", DeviceGroupType.DEVELOPMENT, null, null);
        fleet.apply(fleet.planner.assign(fleet.in("Line 1"), line));
        Plan plan = fleet.planner.removeProduct(product, Removal.forced());
        assertThat(plan.title()).isEqualTo("unassign 300 devices, remove 4 groups, remove product Scrap");
        Report report = fleet.apply(plan);
        assertThat(report.counts()).containsEntry(Outcome.DONE, 305);
        assertThat(fleet.sandbox.recount().devicesByGroup()).doesNotContainKey("Scrap line");
    }

    private DeviceGroup create(
            Product product, String name, DeviceGroupType type, DeviceGroup production, DeviceGroup dut) {
        return fleet.client
                .deviceGroups()
                .create(new NewDeviceGroup(
                        type,
                        product.id(),
                        name,
                        null,
                        null,
                        Map.of(),
                        production == null ? null : production.ref(),
                        dut == null ? null : dut.ref()));
    }

    @Test
    void aDryRunRecordsWhatItWouldSend() {
        try (ImpClient dry = fleet.connect(true)) {
            Planner planner = new Planner(dry, fleet);
            Plan plan = planner.assign(fleet.in("Line 1"), fleet.named("Line 2"));
            Report report = new Applier(dry, question -> false, Journal.none(), Clock.systemUTC())
                    .apply(plan, ApplyOptions.defaults(), ApplyListener.none(), new ApplyControl());
            assertThat(report.counts()).containsEntry(Outcome.PLANNED, 300);
            assertThat(dry.recordedWrites()).extracting(RecordedWrite::method).containsExactly("POST", "POST", "POST");
        }
        assertThat(fleet.sandbox.recount().totalAssignments()).isZero();
    }
}
