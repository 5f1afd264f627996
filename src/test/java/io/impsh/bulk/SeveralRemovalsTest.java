package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.Product;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several groups or products are removed in one plan. */
class SeveralRemovalsTest {
    private final DeviceGroup dut = Fleet.group("DUT", DeviceGroupType.DUT);
    private final DeviceGroup fixtures =
            Fleet.group("Fixtures", DeviceGroupType.FACTORY, "Thermostat", Fleet.FIELD, dut);
    private final DeviceGroup other = Fleet.group("Other", DeviceGroupType.DEVELOPMENT, "Pump", null, null);
    private final FakeCloud cloud = new FakeCloud()
            .with(Fleet.LINE_1, Fleet.FIELD, dut, fixtures, other)
            .with(Fleet.devices(2, Fleet.LINE_1));
    private final Planner planner = Plans.planner(cloud);

    @Test
    void aTargetGoesAfterTheGroupThatUsesIt() {
        Plan plan = planner.removeGroups(List.of(dut, Fleet.FIELD, fixtures, Fleet.LINE_1, dut), Removal.forced());
        assertThat(Told.items(plan)).isEqualTo("""
                0 Unassign d1 GO
                0 Unassign d2 GO
                3 Remove DUT GO
                3 Remove Field GO
                2 Remove Fixtures GO
                3 Remove Line 1 GO
                """);
        assertThat(Plans.apply(cloud, plan).counts()).containsEntry(Outcome.DONE, 6);
        assertThat(cloud.writes())
                .containsExactly(
                        "unassign 2 devices", "remove Fixtures", "remove DUT", "remove Field", "remove Line 1");
    }

    @Test
    void aGroupThatStaysKeepsItsTargets() {
        cloud.with(List.of(Fleet.device("x1", fixtures)));
        assertThat(Told.items(planner.removeGroups(List.of(dut, fixtures, Fleet.LINE_1), Removal.plain())))
                .isEqualTo("""
                3 Remove DUT REFUSED it is a target of Fixtures; remove or retarget that first
                3 Remove Fixtures REFUSED it holds 1 device; remove({force: true}) unassigns them first
                3 Remove Line 1 REFUSED it holds 2 devices; remove({force: true}) unassigns them first
                """);
    }

    @Test
    void aProductThatStaysKeepsNoOtherFromGoing() {
        Product thermostat = Fleet.product("Thermostat");
        Product pump = Fleet.product("Pump");
        cloud.products.addAll(List.of("Thermostat", "Pump"));
        cloud.unknown.add("Fixtures");
        Plan plan = planner.removeProducts(List.of(thermostat, pump, thermostat), Removal.forced());
        assertThat(plan.title()).isEqualTo("unassign 2 devices, remove 5 groups, remove 2 products");
        Report report = Plans.applier(cloud)
                .apply(
                        plan,
                        ApplyOptions.defaults().withMaxFailures(Double.POSITIVE_INFINITY),
                        ApplyListener.none(),
                        new ApplyControl());
        assertThat(Told.report(report)).isEqualTo("""
                Unassign d1 DONE
                Unassign d2 DONE
                Remove Line 1 DONE
                Remove Field DONE
                Remove DUT DONE
                Remove Fixtures FAILED Not Found: no device Fixtures
                Remove Thermostat SKIPPED not started: 1 group could not be removed
                Remove Other DONE
                Remove Pump DONE
                """);
    }
}
