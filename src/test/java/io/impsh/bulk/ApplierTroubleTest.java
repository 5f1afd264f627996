package io.impsh.bulk;

import static io.impsh.bulk.ApplierTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.CancelledException;
import io.impsh.model.Device;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Refusals, lost answers, silence, limits and cancellation. */
class ApplierTroubleTest {
    private static final Answer.Refused IN_COMPANY = new Answer.Refused("Bad Company: not these", false, List.of());

    private final FakeCloud cloud = new FakeCloud().with(Fleet.LINE_1, Fleet.LINE_2, Fleet.LINE_3);
    private final Planner planner = Plans.planner(cloud);
    private final ApplyControl control = new ApplyControl();

    @Test
    void unknownDevicesFailWithTheServicesWordsAndTheOthersAreNotSentAgain() {
        cloud.unknown.addAll(Set.of("d3", "d77"));
        Report report = apply(move(100));
        assertThat(text(report)).isEqualTo("""
                DONE=98
                d3 FAILED Not Found: no device d3
                d77 FAILED Not Found: no device d77""");
        assertThat(cloud.writes()).containsExactly("move 100 devices");
        assertThat(cloud.timesChanged.values()).containsOnly(1);
    }

    @Test
    void aBatchRefusedAsAWholeIsHalvedUntilEachItemHasItsAnswer() {
        cloud.trouble = (batch, carryOut) -> batch.ids().contains("d5") ? IN_COMPANY : null;
        Report report = apply(move(100));
        assertThat(text(report)).isEqualTo("""
                DONE=99
                d5 FAILED Bad Company: not these""");
        assertThat(cloud.writes())
                .containsExactly(
                        "move 100 devices",
                        "move 50 devices",
                        "move 25 devices",
                        "move 13 devices",
                        "move 7 devices",
                        "move 4 devices",
                        "move 3 devices",
                        "move 6 devices",
                        "move 12 devices",
                        "move 25 devices",
                        "move 50 devices",
                        "move 2 devices",
                        "move d7",
                        "move d5",
                        "move d6");
        assertThat(cloud.timesChanged.values()).containsOnly(1);
    }

    @Test
    void wordsArePutToTheItemsThatTheServicePointsTo() {
        cloud.trouble = (batch, carryOut) -> {
            carryOut.run();
            return new Answer.Refused("No Luck", false, List.of(new Answer.ItemError("No Luck", 1)));
        };
        cloud.unknown.add("d2");
        assertThat(text(apply(move(3)))).isEqualTo("""
                DONE=2
                d2 FAILED No Luck""");
        assertThat(cloud.writes()).containsExactly("move 3 devices");
    }

    @Test
    void aRefusalOfTheRequestAsSuchIsNotHalved() {
        cloud.trouble = (batch, carryOut) -> new Answer.Refused("Not Found: no such group", true, List.of());
        assertThat(text(apply(move(2)))).isEqualTo("""

                d1 FAILED Not Found: no such group
                d2 FAILED Not Found: no such group""");
        assertThat(cloud.writes()).containsExactly("move 2 devices");
    }

    @Test
    void aLostAnswerIsSettledByTheState() {
        cloud.trouble = (batch, carryOut) -> {
            carryOut.run();
            return new Answer.Lost("connection reset");
        };
        assertThat(text(apply(move(300)))).isEqualTo("DONE=300");
        assertThat(cloud.timesChanged.values()).containsOnly(1);
    }

    @Test
    void onlyWhatHasNotHappenedIsSentAgain() {
        Set<String> seen = new HashSet<>();
        cloud.trouble = (batch, carryOut) -> {
            boolean first = seen.addAll(batch.ids());
            if (first && !batch.ids().contains("d150")) {
                carryOut.run();
            }
            return first ? new Answer.Lost("connection reset") : null;
        };
        assertThat(text(apply(move(200)))).isEqualTo("DONE=200");
        assertThat(cloud.writes()).containsExactly("move 100 devices", "move 100 devices", "move 100 devices");
        assertThat(cloud.timesChanged.values()).containsOnly(1);
    }

    @Test
    void losingEveryAnswerEndsAsFailed() {
        cloud.trouble = (batch, carryOut) -> new Answer.Lost("connection reset");
        assertThat(text(apply(move(1)))).isEqualTo("""

                d1 FAILED connection reset; it has not happened""");
        assertThat(cloud.writes()).hasSize(Settlement.MOST_LOSSES);
    }

    @Test
    void aDeviceThatSomeoneElseMovedIsNotSentAgain() {
        cloud.trouble = (batch, carryOut) -> {
            cloud.move("d1", Fleet.LINE_3);
            return new Answer.Lost("connection reset");
        };
        assertThat(text(apply(move(1)))).isEqualTo("""

                d1 STALE it is in group Line 3""");
    }

    @Test
    void anAcceptedChangeThatDidNotHappenIsFailed() {
        cloud.trouble = (batch, carryOut) -> new Answer.Accepted();
        assertThat(text(apply(move(1)))).isEqualTo("""

                d1 FAILED accepted by the service, but it is in Line 1""");
    }

    @Test
    void aRestartWithALostAnswerIsUnknown() {
        cloud.with(Fleet.devices(1, Fleet.LINE_1));
        cloud.trouble = (batch, carryOut) -> new Answer.Lost("connection reset");
        Report report = apply(planner.restart(all(), false));
        assertThat(text(report)).isEqualTo("""

                d1 UNKNOWN connection reset""");
        assertThat(report.retry().items().get(0).verdict()).isEqualTo(Verdict.doubtful("may have restarted already"));
    }

    @Test
    void whatCannotBeReadBackIsUnknown() {
        cloud.trouble = (batch, carryOut) -> {
            carryOut.run();
            cloud.unreachable = true;
            return new Answer.Accepted();
        };
        Report report = apply(move(2));
        assertThat(text(report)).isEqualTo("""

                d1 UNKNOWN its state could not be read back: no route to the cloud
                d2 UNKNOWN its state could not be read back: no route to the cloud""");
        assertThat(report.complete()).isFalse();
    }

    @Test
    void retryingLooksAgainAndSendsNothingTwice() {
        cloud.trouble = (batch, carryOut) -> {
            carryOut.run();
            cloud.unreachable = true;
            return new Answer.Lost("connection reset");
        };
        Plan retry = apply(move(2)).retry();
        cloud.unreachable = false;
        cloud.trouble = null;
        assertThat(text(apply(retry))).isEqualTo("""

                d1 SKIPPED already so: it is in Line 2
                d2 SKIPPED already so: it is in Line 2""");
        assertThat(cloud.timesChanged.values()).containsOnly(1);
    }

    @Test
    void silenceStopsTheRunAndWhatWasNeverSentIsNotStarted() {
        cloud.trouble = (batch, carryOut) -> new Answer.Unanswered("no route to the cloud", false);
        Report report = apply(move(300));
        assertThat(report.counts()).containsEntry(Outcome.FAILED, 100).containsEntry(Outcome.SKIPPED, 200);
        assertThat(report.results(Outcome.SKIPPED).get(0).reason()).isEqualTo("not started: no route to the cloud");
        assertThat(report.stopped()).isEqualTo("no route to the cloud");
    }

    @Test
    void tooManyFailuresStopTheRun() {
        cloud.with(Fleet.devices(50, Fleet.LINE_1));
        cloud.trouble = (batch, carryOut) -> new Answer.Refused("No", true, List.of());
        Report report = Plans.applier(cloud)
                .apply(
                        planner.restart(all(), false),
                        ApplyOptions.defaults().withMaxFailures(3),
                        ApplyListener.none(),
                        control);
        assertThat(report.counts()).containsEntry(Outcome.FAILED, 4).containsEntry(Outcome.SKIPPED, 46);
        assertThat(report.results(Outcome.SKIPPED).get(0).reason()).isEqualTo("not started: too many failures");
    }

    @Test
    void refusalsInCompanyAreFoundOutBeforeMoreIsSent() {
        cloud.trouble = (batch, carryOut) -> IN_COMPANY;
        Report report = apply(move(10_000));
        assertThat(report.counts().get(Outcome.DONE)).isZero();
        assertThat(report.counts().get(Outcome.FAILED)).isGreaterThan(500);
        assertThat(report.stopped()).isEqualTo("too many failures");
        assertThat(cloud.writes()).hasSizeLessThan(1_200);
    }

    @Test
    void failureLimits() {
        assertThat(IntStream.of(1, 10, 100, 1000)
                        .map(sent -> ApplyOptions.defaults().allowedFailures(sent)))
                .containsExactly(1, 1, 5, 50);
        assertThat(ApplyOptions.defaults().withMaxFailures(0).allowedFailures(1000))
                .isZero();
        assertThat(ApplyOptions.defaults().withMaxFailures(7).allowedFailures(1000))
                .isEqualTo(7);
        assertThat(ApplyOptions.defaults()
                        .withMaxFailures(Double.POSITIVE_INFINITY)
                        .allowedFailures(1000))
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void stoppingWaitsForWhatIsInFlightAndReadsItBack() {
        cloud.trouble = (batch, carryOut) -> {
            control.stopStarting();
            return null;
        };
        Report report = apply(move(300));
        assertThat(report.counts()).containsEntry(Outcome.DONE, 100).containsEntry(Outcome.SKIPPED, 200);
        assertThat(report.results(Outcome.SKIPPED).get(0).reason()).isEqualTo("not started: asked to stop");
        assertThat(report.stopped()).isEqualTo("asked to stop");
    }

    @Test
    void cancellingWhatIsInFlightLeavesItUnknown() {
        cloud.trouble = (batch, carryOut) -> {
            control.cancelInFlight();
            return new Answer.Lost("cancelled");
        };
        Report report = apply(move(101));
        assertThat(report.counts()).containsEntry(Outcome.UNKNOWN, 100).containsEntry(Outcome.SKIPPED, 1);
        assertThat(report.results(Outcome.UNKNOWN).get(0).reason())
                .isEqualTo("cancelled before its state was read back");
        assertThat(cloud.reads()).isEmpty();
    }

    @Test
    void whatWasCancelledBeforeItWasSentIsNotUnknown() {
        cloud.trouble = (batch, carryOut) -> {
            control.cancelInFlight();
            return new Answer.NotSent();
        };
        Report report = apply(move(101));
        assertThat(report.counts()).containsEntry(Outcome.SKIPPED, 101);
        assertThat(report.results(Outcome.SKIPPED).get(0).reason()).isEqualTo("not started: asked to stop");
        assertThat(cloud.reads()).isEmpty();
    }

    @Test
    void aDryRunThatIsCancelledHasNoFailures() {
        cloud.dryRun = true;
        cloud.trouble = (batch, carryOut) -> {
            control.cancelInFlight();
            return new Answer.NotSent();
        };
        assertThat(apply(move(101)).counts()).containsEntry(Outcome.SKIPPED, 101);
    }

    @Test
    void anInterruptStopsStartingAndWhatWasSentIsReadBack() {
        Thread applying = Thread.currentThread();
        cloud.trouble = (batch, carryOut) -> {
            applying.interrupt();
            awaitStopping();
            return null;
        };
        Report report = apply(move(300));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.counts()).containsEntry(Outcome.DONE, 100).containsEntry(Outcome.SKIPPED, 200);
        assertThat(report.stopped()).isEqualTo("asked to stop");
    }

    /** The interrupted thread notes it when it gets to run. */
    private void awaitStopping() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!control.isStopping()) {
            assertThat(System.nanoTime()).as("the interrupt is never noted").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void anInterruptWhileReadingBackDoesNotBreakThat() {
        cloud.beforeReading = Thread.currentThread()::interrupt;
        Report report = apply(move(300));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(text(report)).isEqualTo("DONE=300");
    }

    @Test
    void stoppingEndsLookingAgain() {
        cloud.with(
                List.of(Fleet.device("d1", Fleet.LINE_1), Fleet.device("d2", Fleet.LINE_3), Fleet.device("d3", null)));
        cloud.beforeReading = control::stopStarting;
        Report report = applyLater(planner.assign(all(), Fleet.LINE_2));
        assertThat(text(report)).isEqualTo("""

                d1 SKIPPED not started: asked to stop
                d2 SKIPPED not started: asked to stop
                d3 SKIPPED not started: asked to stop""");
        assertThat(cloud.requests).containsExactly("read d1");
    }

    @Test
    void cancellingWhileLookingAgainIsNoFailure() {
        cloud.beforeReading = () -> {
            control.cancelInFlight();
            throw new CancelledException();
        };
        assertThat(text(applyLater(move(2)))).isEqualTo("""

                d1 SKIPPED not started: asked to stop
                d2 SKIPPED not started: asked to stop""");
    }

    @Test
    void aJournalThatCannotBeWrittenStopsBeforeTheNextRequest() {
        List<String> lines = new ArrayList<>();
        Applier applier =
                new Applier(same -> cloud, question -> true, new FullJournal(lines), Plans.NOW, new FakeTiming());
        Report report = applier.apply(move(300), ApplyOptions.defaults(), ApplyListener.none(), control);
        assertThat(cloud.writes()).containsExactly("move 100 devices");
        assertThat(report.counts()).containsEntry(Outcome.DONE, 100).containsEntry(Outcome.SKIPPED, 200);
        assertThat(report.stopped()).isEqualTo("the journal cannot be written: disk full");
        assertThat(lines).containsExactly("begin", "before 100", "after 7 accepted", "settled 100", "end");
    }

    private Plan move(int count) {
        cloud.with(Fleet.devices(count, Fleet.LINE_1));
        return planner.assign(all(), Fleet.LINE_2);
    }

    private List<Device> all() {
        return List.copyOf(cloud.devices.values());
    }

    private Report applyLater(Plan plan) {
        return Plans.applier(cloud, Plans.LATER).apply(plan, ApplyOptions.defaults(), ApplyListener.none(), control);
    }

    private Report apply(Plan plan) {
        return Plans.applier(cloud).apply(plan, ApplyOptions.defaults(), ApplyListener.none(), control);
    }

    /** Has room for one request. */
    private record FullJournal(List<String> lines) implements Journal {
        @Override
        public void begin(Plan plan, ApplyOptions options) {
            lines.add("begin");
        }

        @Override
        public int before(List<PlanItem> items) {
            if (lines.size() > 2) {
                throw new IllegalStateException("disk full");
            }
            lines.add("before " + items.size());
            return 7;
        }

        @Override
        public void after(int request, String answer) {
            lines.add("after " + request + " " + answer);
        }

        @Override
        public void settled(List<ItemResult> results) {
            lines.add("settled " + results.size());
        }

        @Override
        public void end(Report report) {
            lines.add("end");
        }
    }
}
