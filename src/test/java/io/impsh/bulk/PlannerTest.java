package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final FakeCloud cloud = new FakeCloud();
    private final Planner planner = Plans.planner(cloud);

    @Test
    void summaryOfAMove() {
        List<Device> devices = new ArrayList<>(Fleet.devices(250, Fleet.LINE_1));
        devices.add(Fleet.device("x1", Fleet.LINE_2));
        devices.add(Fleet.device("x2", null));
        devices.add(Fleet.device("x3", Fleet.FIELD));
        devices.add(Fleet.device("x4", "x4", "imp003", Fleet.PARTNER, Fleet.LINE_3));
        assertThat(text(planner.assign(devices, Fleet.LINE_2))).isEqualTo("""
                move 252 devices
                Line 1 -> Line 2: 250
                unassigned -> Line 2: 1
                Line 3 -> Line 2: 1
                left alone {already there=1, a production device cannot be moved to another kind of group; \
                unassign({unbondKey}) it first=1}
                doubtful {}
                foreign {partner=1}
                13 requests, PT0.325S at 40.0/s, 252 sent
                """);
    }

    @Test
    void anEmptySelectionIsAPlanThatSaysSo() {
        Plan plan = planner.assign(List.of(), Fleet.LINE_2);
        assertThat(text(plan)).isEqualTo("""
                move no devices
                left alone {}
                doubtful {}
                foreign {}
                0 requests, PT0S at 40.0/s, 0 sent
                """);
        assertThat(cloud.requests).isEmpty();
    }

    @Test
    void titlesCountWhatWillBeSent() {
        List<Device> three = Fleet.devices(3, Fleet.LINE_1);
        Device loose = Fleet.device("x1", null);
        assertThat(List.of(
                        planner.assign(three.subList(0, 1), Fleet.LINE_2).title(),
                        planner.assign(three, Fleet.LINE_1).title(),
                        planner.unassign(List.of(three.get(0), three.get(1), loose), null)
                                .title(),
                        planner.restart(three, true).title(),
                        planner.rename(three, device -> device.id().equals("d1") ? "d1" : "new")
                                .title(),
                        planner.removeDevices(List.of(three.get(0), loose), Removal.plain())
                                .title(),
                        planner.removeDevices(List.of(three.get(0), loose), Removal.forced())
                                .title()))
                .containsExactly(
                        "move 1 device",
                        "move no devices",
                        "unassign 2 devices",
                        "restart 3 devices",
                        "rename 2 devices",
                        "remove 1 device",
                        "unassign 1 device, remove 2 devices");
    }

    @Test
    void aDeviceHandedInTwiceIsPlannedOnce() {
        Device device = Fleet.device("d1", Fleet.LINE_1);
        assertThat(planner.assign(List.of(device, device), Fleet.LINE_2).items())
                .hasSize(1);
    }

    @Test
    void narrowingAPlanKeepsItsWords() {
        Plan plan = planner.assign(Fleet.devices(3, Fleet.LINE_1), Fleet.LINE_2);
        Plan one = plan.where(item -> item.label().equals("d2"));
        assertThat(one.title()).isEqualTo("move 1 device");
        assertThat(plan.without(item -> true).title()).isEqualTo("move no devices");
        assertThat(one.id()).matches("[0-9a-f]{4,}").isNotEqualTo(plan.id());
    }

    @Test
    void productionIsTouchedOnlyByWhatIsSent() {
        List<Device> field = Fleet.devices(2, Fleet.FIELD);
        assertThat(planner.assign(field, Fleet.LINE_1).touchesProduction()).isFalse();
        assertThat(planner.assign(field, Fleet.FIELD_B).touchesProduction()).isTrue();
        assertThat(planner.restart(field, false).touchesProduction()).isTrue();
    }

    @Test
    void theUnbondKeyIsInNoText() {
        Plan plan = planner.unassign(Fleet.devices(1, Fleet.FIELD), "hush");
        assertThat(plan.items().toString()).contains("unbondKey=…").doesNotContain("hush");
    }

    @Test
    void removingAGroup() {
        DeviceGroup dut = Fleet.group("DUT", DeviceGroupType.DUT);
        DeviceGroup fixture = Fleet.group("Fixtures", DeviceGroupType.FACTORY, "Thermostat", Fleet.FIELD, dut);
        cloud.with(Fleet.LINE_1, Fleet.LINE_2, Fleet.FIELD_B, dut, fixture, Fleet.FIELD);
        cloud.with(Fleet.devices(2, Fleet.LINE_1)).with(List.of(Fleet.device("p1", Fleet.FIELD_B)));
        assertThat(items(planner.removeGroup(Fleet.LINE_2, Removal.plain()))).isEqualTo("3 remove Line 2: GO\n");
        assertThat(items(planner.removeGroup(Fleet.LINE_1, Removal.plain())))
                .isEqualTo("3 remove Line 1: REFUSED it holds 2 devices; remove({force: true}) unassigns them first\n");
        assertThat(items(planner.removeGroup(Fleet.LINE_1, Removal.forced()))).isEqualTo("""
                0 unassign d1: GO
                0 unassign d2: GO
                3 remove Line 1: GO
                """);
        assertThat(items(planner.removeGroup(dut, Removal.forced())))
                .isEqualTo("3 remove DUT: REFUSED it is a target of Fixtures; remove or retarget that first\n");
        assertThat(items(planner.removeGroup(Fleet.FIELD_B, Removal.forced()))).isEqualTo("""
                3 remove Field B: REFUSED it holds 1 production device; \
                remove({force: true, unbondKey: 'ask'}) unassigns them first
                """);
        assertThat(items(planner.removeGroup(Fleet.FIELD_B, new Removal(true, false, "hush"))))
                .isEqualTo("""
                0 unassign p1: GO
                3 remove Field B: GO
                """);
        assertThat(planner.removeGroup(Fleet.LINE_1, Removal.forced()).title())
                .isEqualTo("unassign 2 devices, remove group Line 1");
    }

    @Test
    void removingAGroupWithBuilds() {
        cloud.with(Fleet.LINE_1, Fleet.LINE_2).with(Fleet.devices(1, Fleet.LINE_1));
        cloud.with(
                Fleet.build("b1", Fleet.LINE_1.ref(), false),
                Fleet.build("b2", Fleet.LINE_1.ref(), true),
                Fleet.build("c1", Fleet.LINE_2.ref(), true),
                Fleet.build("z1", null, false));
        cloud.webhooks.add(Fleet.webhook("w1", Fleet.LINE_1));
        assertThat(items(planner.removeGroup(Fleet.LINE_1, new Removal(true, true, null))))
                .isEqualTo("""
                0 unassign d1: GO
                1 unflag b2: GO
                3 remove Line 1: GO
                5 remove b1: GO
                5 remove b2: GO
                """);
        assertThat(text(planner.removeGroup(Fleet.LINE_1, new Removal(true, true, null))))
                .isEqualTo("""
                unassign 1 device, unflag build b2, remove group Line 1, remove 2 builds
                Line 1 -> unassigned: 1
                removals {build unflagged=1, group removed=1, builds removed=2, webhook disappearing with a group=1}
                left alone {}
                doubtful {}
                foreign {}
                13 requests, PT0.325S at 40.0/s, 5 sent
                """);
        assertThat(items(planner.removeGroup(Fleet.LINE_1, Removal.forced()))).isEqualTo("""
                0 unassign d1: GO
                1 unflag b2: GO
                3 remove Line 1: GO
                """);
        assertThat(items(planner.removeGroup(Fleet.LINE_1, Removal.plain()))).isEqualTo("""
                3 remove Line 1: REFUSED it holds 1 device and 1 flagged build; remove({force: true}) unassigns and \
                unflags first, with builds: true removes builds too
                """);
        assertThat(items(planner.removeGroup(Fleet.LINE_2, new Removal(false, true, null))))
                .isEqualTo("""
                3 remove Line 2: REFUSED it holds 1 flagged build; remove({force: true}) unflags first, \
                with builds: true removes builds too
                """);
    }

    @Test
    void removingAProduct() {
        DeviceGroup dut = Fleet.group("DUT", DeviceGroupType.DUT);
        DeviceGroup fixture = Fleet.group("Fixtures", DeviceGroupType.FACTORY, "Thermostat", Fleet.FIELD, dut);
        cloud.with(Fleet.LINE_1, dut, fixture, Fleet.FIELD).with(Fleet.devices(1, Fleet.LINE_1));
        assertThat(items(planner.removeProduct(Fleet.product("Thermostat"), Removal.plain())))
                .isEqualTo("4 remove Thermostat: REFUSED it has 4 groups; remove({force: true}) removes them first\n");
        assertThat(items(planner.removeProduct(Fleet.product("Thermostat"), Removal.forced())))
                .isEqualTo("""
                0 unassign d1: GO
                3 remove Line 1: GO
                3 remove DUT: GO
                2 remove Fixtures: GO
                3 remove Field: GO
                4 remove Thermostat: GO
                """);
        cloud.with(List.of(Fleet.device("p1", Fleet.FIELD)));
        assertThat(items(planner.removeProduct(Fleet.product("Thermostat"), Removal.forced())))
                .isEqualTo("""
                3 remove Field: REFUSED it holds 1 production device; \
                remove({force: true, unbondKey: 'ask'}) unassigns them first
                4 remove Thermostat: REFUSED group Field cannot be removed
                """);
        assertThat(items(planner.removeProduct(Fleet.product("Empty"), Removal.plain())))
                .isEqualTo("4 remove Empty: GO\n");
    }

    @Test
    void removingAProductWithBuilds() {
        cloud.with(Fleet.LINE_1, Fleet.LINE_2);
        cloud.with(
                Fleet.build("b1", Fleet.LINE_1.ref(), true),
                Fleet.build("b2", Fleet.LINE_2.ref(), false),
                Fleet.build("z1", null, true));
        assertThat(items(planner.removeProduct(Fleet.product("Thermostat"), new Removal(true, true, null))))
                .isEqualTo("""
                1 unflag b1: GO
                1 unflag z1: GO
                3 remove Line 1: GO
                3 remove Line 2: GO
                4 remove Thermostat: GO
                5 remove b1: GO
                5 remove b2: GO
                5 remove z1: GO
                """);
        assertThat(items(planner.removeProduct(Fleet.product("Thermostat"), Removal.forced())))
                .isEqualTo("""
                1 unflag b1: GO
                3 remove Line 1: GO
                3 remove Line 2: GO
                4 remove Thermostat: GO
                """);
        assertThat(items(planner.removeProduct(Fleet.product("Empty"), new Removal(false, true, null))))
                .contains("5 remove z1: REFUSED it is flagged; remove({force: true, builds: true}) unflags it first\n");
    }

    @Test
    void theUnbondKeyOfARemovalIsInNoText() {
        cloud.with(Fleet.FIELD).with(Fleet.devices(1, Fleet.FIELD));
        Removal removal = new Removal(true, true, "hush");
        assertThat(removal.toString()).isEqualTo("Removal[force=true, builds=true, unbondKey=…]");
        assertThat(planner.removeGroup(Fleet.FIELD, removal).items().toString()).doesNotContain("hush");
    }

    private static String items(Plan plan) {
        return plan.items().stream()
                .map(item -> item.phase() + " " + PlanWording.verb(item.change()) + " " + item.label() + ": "
                        + item.verdict().kind()
                        + (item.verdict().reason() == null
                                ? ""
                                : " " + item.verdict().reason())
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String text(Plan plan) {
        PlanSummary summary = plan.summary();
        StringBuilder text = new StringBuilder(summary.title() + "\n");
        summary.moves()
                .forEach(move -> text.append(move.fromName() + " -> " + move.toName() + ": " + move.count() + "\n"));
        return text + (summary.removals().isEmpty() ? "" : "removals " + summary.removals() + "\n") + "left alone "
                + summary.leftAlone() + "\ndoubtful " + summary.doubtful() + "\nforeign "
                + summary.foreign() + "\n" + summary.requests() + " requests, " + summary.estimate() + " at "
                + summary.requestsPerSecond() + "/s, " + summary.sent() + " sent\n";
    }
}
