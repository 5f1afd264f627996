package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.Device;
import io.impsh.model.DeviceGroupType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ApplierTest {
    private final FakeCloud cloud = new FakeCloud().with(Fleet.LINE_1, Fleet.LINE_2, Fleet.LINE_3);
    private final Planner planner = Plans.planner(cloud);

    @Test
    void movesInHundredsAndReadsTheTargetBackOnce() {
        Report report = Plans.apply(cloud, moveAll(250));
        assertThat(text(report)).isEqualTo("DONE=250");
        assertThat(report.complete()).isTrue();
        assertThat(report.stopped()).isNull();
        assertThat(cloud.requests)
                .containsExactly(
                        "move 100 devices",
                        "move 100 devices",
                        "move 50 devices",
                        "read devicegroup.id=Line 2",
                        "read devicegroup.id=Line 2",
                        "read devicegroup.id=Line 2");
    }

    @Test
    void oneDeviceIsReadByItself() {
        Plans.apply(cloud, moveAll(1));
        assertThat(cloud.requests).containsExactly("move d1", "read d1");
    }

    @Test
    void aListingThatIsTooLongIsGivenUp() {
        List<Device> crowd = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            crowd.add(Fleet.device("c" + i, Fleet.LINE_2));
        }
        cloud.with(crowd);
        Plan plan = moveAll(4).where(item -> item.verdict().sent());
        assertThat(text(Plans.apply(cloud, plan))).isEqualTo("DONE=4");
        assertThat(cloud.reads())
                .containsExactly(
                        "read devicegroup.id=Line 2",
                        "read devicegroup.id=Line 2",
                        "read devicegroup.id=Line 1",
                        "read d1",
                        "read d2",
                        "read d3",
                        "read d4");
    }

    @Test
    void whatIsAlreadySoOrRefusedIsNeverSent() {
        cloud.with(List.of(
                Fleet.device("x1", Fleet.LINE_2), Fleet.device("x2", Fleet.FIELD), Fleet.device("x3", Fleet.LINE_1)));
        Report report = Plans.apply(cloud, planner.assign(all(), Fleet.LINE_2));
        assertThat(text(report)).isEqualTo("""
                DONE=1
                x1 SKIPPED already there
                x2 SKIPPED a production device cannot be moved to another kind of group; unassign({unbondKey}) it first""");
        assertThat(cloud.timesChanged).isEqualTo(Map.of("x3", 1));
    }

    @Test
    void aPlanThatSendsNothingAsksNothing() {
        cloud.with(List.of(Fleet.device("x1", Fleet.LINE_2)));
        Applier applier = new Applier(
                control -> cloud,
                question -> {
                    throw new AssertionError("asked: " + question.text());
                },
                Journal.none(),
                Plans.NOW);
        assertThat(text(run(applier, planner.assign(all(), Fleet.LINE_2)))).isEqualTo("""

                x1 SKIPPED already there""");
        assertThat(text(run(applier, planner.assign(List.of(), Fleet.LINE_2)))).isEmpty();
    }

    @Test
    void doubtfulItemsAreSentLastInRequestsOfTheirOwn() {
        Device doubtful = Fleet.device("x1", Fleet.group("Pre", DeviceGroupType.PRE_PRODUCTION));
        cloud.with(List.of(doubtful)).with(Fleet.devices(2, Fleet.LINE_1));
        assertThat(text(Plans.apply(cloud, planner.assign(all(), Fleet.LINE_2))))
                .isEqualTo("DONE=3");
        assertThat(cloud.writes()).containsExactly("move 2 devices", "move x1");
    }

    @Test
    void otherChangesAreReadBackToo() {
        cloud.with(Fleet.devices(2, Fleet.LINE_1));
        assertThat(text(Plans.apply(cloud, planner.rename(all(), device -> "new-" + device.id()))))
                .isEqualTo("DONE=2");
        assertThat(text(Plans.apply(cloud, planner.unassign(all(), null)))).isEqualTo("DONE=2");
        assertThat(text(Plans.apply(cloud, planner.removeDevices(all(), Removal.plain()))))
                .isEqualTo("DONE=2");
        assertThat(cloud.requests)
                .containsExactly(
                        "rename d1",
                        "rename d2",
                        "read devicegroup.id=Line 1",
                        "unassign 2 devices",
                        "read devicegroup.owner.id=null",
                        "remove d1",
                        "remove d2",
                        "read d1",
                        "read d2");
        assertThat(cloud.devices).isEmpty();
    }

    @Test
    void whatIsUnassignedIsReadBackFromAListingWhateverElseIsRemoved() {
        cloud.with(List.of(Fleet.device("x1", null))).with(Fleet.devices(2, Fleet.LINE_1));
        assertThat(text(Plans.apply(cloud, planner.removeDevices(all(), Removal.forced()))))
                .isEqualTo("DONE=5");
        assertThat(cloud.requests)
                .containsExactly(
                        "remove x1",
                        "unassign 2 devices",
                        "read devicegroup.owner.id=null",
                        "read x1",
                        "remove d1",
                        "remove d2",
                        "read d1",
                        "read d2");
    }

    /** With twice as many devices it takes twice as long, not four times, which here would be minutes. */
    @Test
    @Timeout(60)
    void aHundredThousandDevicesAreRemovedInReasonableTime() {
        cloud.with(Fleet.devices(100_000, Fleet.LINE_1));
        assertThat(text(Plans.apply(cloud, planner.removeDevices(all(), Removal.forced()))))
                .isEqualTo("DONE=200000");
    }

    @Test
    void aRestartIsDoneWhenTheServiceAcceptsIt() {
        cloud.with(Fleet.devices(2, Fleet.LINE_1));
        assertThat(text(Plans.apply(cloud, planner.restart(all(), false)))).isEqualTo("DONE=2");
        assertThat(cloud.requests).containsExactly("restart d1", "restart d2");
    }

    @Test
    void anOldPlanIsLookedAtAgainAndWhatChangedSinceIsLeftAlone() {
        Plan plan = moveAll(4);
        cloud.move("d2", Fleet.LINE_3);
        cloud.move("d3", Fleet.LINE_2);
        cloud.devices.remove("d4");
        Report report = run(Plans.applier(cloud, Plans.LATER), plan);
        assertThat(text(report)).isEqualTo("""
                DONE=1
                d2 STALE it is in group Line 3
                d3 SKIPPED already so: it is in Line 2
                d4 STALE it is gone""");
        assertThat(cloud.writes()).containsExactly("move d1");
    }

    @Test
    void forcedRemovalOfAGroupUnassignsFirst() {
        cloud.with(Fleet.devices(2, Fleet.LINE_1));
        assertThat(text(Plans.apply(cloud, planner.removeGroup(Fleet.LINE_1, Removal.forced()))))
                .isEqualTo("DONE=3");
        assertThat(cloud.writes()).containsExactly("unassign 2 devices", "remove Line 1");
    }

    @Test
    void aGroupIsKeptWhenADeviceCouldNotBeUnassigned() {
        cloud.with(Fleet.devices(2, Fleet.LINE_1));
        cloud.unknown.add("d2");
        assertThat(text(Plans.apply(cloud, planner.removeGroup(Fleet.LINE_1, Removal.forced()))))
                .isEqualTo("""
                DONE=1
                d2 FAILED Not Found: no device d2
                Line 1 SKIPPED not started: 1 device could not be unassigned""");
    }

    @Test
    void noEndsQuietly() {
        Applier applier = new Applier(control -> cloud, question -> false, Journal.none(), Plans.NOW, new FakeTiming());
        assertThat(text(run(applier, moveAll(2)))).isEqualTo("""

                d1 SKIPPED not confirmed
                d2 SKIPPED not confirmed""");
        assertThat(cloud.requests).isEmpty();
    }

    @Test
    void aDryRunSendsAsksAndReadsNothing() {
        cloud.dryRun = true;
        Applier applier = new Applier(
                control -> cloud,
                question -> {
                    throw new AssertionError("asked: " + question.text());
                },
                Journal.none(),
                Plans.LATER);
        cloud.with(List.of(Fleet.device("x1", null)));
        assertThat(text(run(applier, planner.removeDevices(all(), Removal.forced()))))
                .isEqualTo("PLANNED=1");
        assertThat(text(run(applier, moveAll(150)))).isEqualTo("PLANNED=151");
        assertThat(cloud.requests).containsExactly("remove x1", "move x1", "move 100 devices", "move 50 devices");
    }

    @Test
    void theReportSaysHowManyStillMatch() {
        ApplyOptions options = ApplyOptions.defaults().withStillMatching(() -> 7);
        Report report = Plans.applier(cloud).apply(moveAll(1), options, ApplyListener.none(), new ApplyControl());
        assertThat(report.stillMatching()).isEqualTo(OptionalInt.of(7));
    }

    @Test
    void progressCountsUp() {
        List<String> told = new ArrayList<>();
        Plans.applier(cloud)
                .apply(
                        moveAll(150),
                        ApplyOptions.defaults(),
                        progress -> told.add(progress.stage() + " " + progress.answered() + " of " + progress.total()
                                + ", done " + progress.counts().get(Outcome.DONE)),
                        new ApplyControl());
        assertThat(told)
                .containsExactly(
                        "CHANGING 100 of 150, done 0",
                        "CHANGING 150 of 150, done 0",
                        "READING_BACK 150 of 150, done 150");
    }

    private Plan moveAll(int more) {
        cloud.with(Fleet.devices(more, Fleet.LINE_1));
        return planner.assign(all(), Fleet.LINE_2);
    }

    private List<Device> all() {
        return List.copyOf(cloud.devices.values());
    }

    private static Report run(Applier applier, Plan plan) {
        return applier.apply(plan, ApplyOptions.defaults(), ApplyListener.none(), new ApplyControl());
    }

    /** The number of those done or planned, then every other item. */
    static String text(Report report) {
        String good = report.counts().entrySet().stream()
                .filter(entry -> entry.getKey() == Outcome.DONE || entry.getKey() == Outcome.PLANNED)
                .filter(entry -> entry.getValue() > 0)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        String others = report.all().stream()
                .filter(result -> result.outcome() != Outcome.DONE && result.outcome() != Outcome.PLANNED)
                .map(result -> "\n" + result.item().label() + " " + result.outcome() + " " + result.reason())
                .collect(Collectors.joining());
        return good + others;
    }
}
