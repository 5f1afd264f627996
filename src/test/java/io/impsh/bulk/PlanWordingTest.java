package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.Device;
import io.impsh.model.DeviceGroupType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanWordingTest {
    private final FakeCloud cloud = new FakeCloud();
    private final Planner planner = Plans.planner(cloud);

    @Test
    void movesNameWhereFromAndWhereTo() {
        assertThat(question(planner.assign(Fleet.devices(66, Fleet.LINE_1), Fleet.LINE_2)))
                .isEqualTo("66 devices move from Line 1 to Line 2. Go on?");
        assertThat(question(planner.assign(Fleet.devices(1, null), Fleet.LINE_2)))
                .isEqualTo("1 device moves from no group to Line 2. Go on?");
    }

    @Test
    void severalMoves() {
        List<Device> devices = new ArrayList<>(Fleet.devices(2, Fleet.LINE_1));
        devices.add(Fleet.device("x1", Fleet.LINE_3));
        assertThat(question(planner.assign(devices, Fleet.LINE_2)))
                .isEqualTo("2 devices move from Line 1 to Line 2, 1 device moves from Line 3 to Line 2. Go on?");
    }

    @Test
    void manyMovesAreAddedUp() {
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            devices.add(Fleet.device("x" + i, Fleet.group("Group " + i, DeviceGroupType.DEVELOPMENT)));
        }
        assertThat(question(planner.assign(devices, Fleet.LINE_2))).isEqualTo("5 devices move. Go on?");
    }

    @Test
    void otherChanges() {
        List<Device> two = Fleet.devices(2, Fleet.LINE_1);
        assertThat(List.of(
                        question(planner.unassign(two, null)),
                        question(planner.restart(two.subList(0, 1), false)),
                        question(planner.rename(two, device -> "x")),
                        question(planner.rename(two.subList(0, 1), device -> "x")),
                        question(planner.removeDevices(two, Removal.forced()))))
                .containsExactly(
                        "2 devices are unassigned from Line 1. Go on?",
                        "1 device restarts. Go on?",
                        "2 devices get another name. Go on?",
                        "1 device gets another name. Go on?",
                        "2 devices are unassigned from Line 1, 2 devices are removed. Go on?");
    }

    @Test
    void productionAsksForTheNumberOfThings() {
        Question question = asked(planner.assign(Fleet.devices(1250, Fleet.FIELD), Fleet.FIELD_B));
        assertThat(question.text())
                .isEqualTo("1,250 devices move from Field to Field B. Type the number of devices to go on:");
        assertThat(question.count()).isEqualTo(1250);
        assertThat(question.typeNumber()).isTrue();
        assertThat(asked(planner.removeGroup(Fleet.FIELD, Removal.plain())).text())
                .isEqualTo("group Field is removed. Type the number of things affected to go on:");
    }

    @Test
    void whatIsAffectedIsListedAndEachThingCountedOnce() {
        Device nameless = Fleet.device("x1", null, "imp003", Fleet.ME, Fleet.LINE_1);
        Question question = asked(planner.removeDevices(List.of(Fleet.device("d1", null), nameless), Removal.forced()));
        assertThat(question.affected()).containsExactly("d1: remove", "x1: Line 1 → unassigned", "x1: remove");
        assertThat(question.count()).isEqualTo(2);
        assertThat(asked(planner.assign(
                                List.of(Fleet.device("d2", "Kitchen", "imp003", Fleet.ME, Fleet.LINE_1)), Fleet.LINE_2))
                        .affected())
                .containsExactly("Kitchen (d2): Line 1 → Line 2");
    }

    private static String question(Plan plan) {
        return asked(plan).text();
    }

    private static Question asked(Plan plan) {
        return plan.question();
    }
}
