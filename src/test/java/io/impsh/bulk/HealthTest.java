package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import io.impsh.api.CancelledException;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.LogEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is asked of devices before the next wave, and what happens when they are not well. */
class HealthTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Health ONLINE = new Health.Signs(TEN_MINUTES, null);
    private static final Health NO_ERRORS = new Health.Signs(null, Duration.ofMinutes(2));

    private final FakeCloud cloud = new FakeCloud().with(Fleet.LINE_1, Fleet.LINE_2, Fleet.LINE_3);
    private final Planner planner = Plans.planner(cloud);
    private final FakeTiming timing = new FakeTiming();
    private final ApplyControl control = new ApplyControl();
    private final WaveLog log = new WaveLog();

    @Test
    void theNextWaveBeginsWhenAllAreOnlineAgain() {
        offlineAfterTheChange("d1");
        timing.at(Duration.ofSeconds(25), () -> cloud.setOnline("d1", true));
        Report report = apply(move(3), ONLINE, "1", "100%");
        assertThat(ApplierTest.text(report)).isEqualTo("DONE=3");
        assertThat(cloud.requests)
                .containsExactly(
                        "read d1", // was it on line before?
                        "move d1",
                        "read d1", // read back
                        "read d1", // after 10 s
                        "read d1", // after 20 s
                        "read d1", // after 30 s
                        "read devicegroup.id=Line 1", // it was looked at 30 s ago
                        "read devicegroup.id=Line 1", // were they on line before?
                        "move 2 devices",
                        "read devicegroup.id=Line 2",
                        "read devicegroup.id=Line 2");
        assertThat(log.text()).isEqualTo("""
                wave 1 of 2: 1 of 3 items
                wave 1 of 2 over: DONE=1, health OK after 30 s
                wave 2 of 2: 2 of 3 items
                wave 2 of 2 over: DONE=2, health OK after 10 s""");
        assertThat(log.health()).containsExactly("0 of 1", "1 of 1", "0 of 2", "2 of 2");
    }

    @Test
    void devicesThatStayAwayStopTheRun() {
        offlineAfterTheChange("d2", "d3", "d4", "d5");
        Report report = apply(move(70), ONLINE, "62", "100%");
        assertThat(report.counts()).containsEntry(Outcome.DONE, 62).containsEntry(Outcome.SKIPPED, 8);
        assertThat(report.stopped())
                .isEqualTo("health check failed: 4 of 62 devices are not online after 10 min: d2, d3, d4, …");
        assertThat(report.all().get(62)).satisfies(result -> {
            assertThat(result.notStarted()).isTrue();
            assertThat(result.reason()).isEqualTo("not started: " + report.stopped());
        });
        assertThat(report.complete()).isFalse();
        assertThat(timing.seconds()).isEqualTo(600);
        assertThat(log.text()).isEqualTo("""
                wave 1 of 2: 62 of 70 items
                wave 1 of 2 over: DONE=62, health FAILED after 600 s""");
        assertThat(log.health()).containsExactly("0 of 62", "58 of 62");
    }

    @Test
    void afterTheLastWaveAndWithoutWavesItIsAskedToo() {
        offlineAfterTheChange("d1");
        Report report = apply(move(2), new Health.Signs(Duration.ofSeconds(15), null));
        assertThat(ApplierTest.text(report)).isEqualTo("DONE=2");
        assertThat(report.stopped()).isEqualTo("health check failed: 1 of 2 devices is not online after 15 s: d1");
        assertThat(report.complete()).isFalse();
        assertThat(timing.seconds()).isEqualTo(15);
        assertThat(log.text()).isEqualTo("""
                wave 1 of 1: 2 of 2 items
                wave 1 of 1 over: DONE=2, health FAILED after 15 s""");
    }

    @Test
    void whatWasOffLineBeforeNeedNotComeOnLine() {
        cloud.with(Fleet.devices(3, Fleet.LINE_1));
        cloud.setOnline("d2", false);
        Report report = apply(planner.assign(all(), Fleet.LINE_2), ONLINE, "100%");
        assertThat(report.stopped()).isNull();
        assertThat(timing.seconds()).isEqualTo(10);
        assertThat(log.health()).containsExactly("1 of 3", "3 of 3");
    }

    @Test
    void whatFailedIsNotAskedAbout() {
        cloud.unknown.add("d1");
        Report report = apply(move(1), ONLINE, "100%");
        assertThat(ApplierTest.text(report)).isEqualTo("\nd1 FAILED Not Found: no device d1");
        assertThat(report.stopped()).isNull();
        assertThat(timing.seconds()).isZero();
    }

    @Test
    void silenceOfTheServiceIsToldWithWhatIsMissing() {
        timing.at(Duration.ofSeconds(5), () -> cloud.unreachable = true);
        Report report = apply(move(1), new Health.Signs(Duration.ofSeconds(20), null), "100%");
        assertThat(report.stopped())
                .isEqualTo("health check failed: 1 of 1 device is not online after 20 s: d1 (no route to the cloud)");
    }

    @Test
    void aFunctionIsAskedOfEachUntilItSaysYes() {
        List<String> asked = new ArrayList<>();
        Predicate<Device> function = device -> {
            asked.add(device.id() + " at " + timing.seconds());
            return !device.id().equals("d2") || timing.seconds() >= 30;
        };
        Report report = apply(move(3), new Health.Check(function), "100%");
        assertThat(report.stopped()).isNull();
        assertThat(asked).containsExactly("d1 at 10", "d2 at 10", "d3 at 10", "d2 at 20", "d2 at 30");
    }

    @Test
    void aFunctionThatSaysNoToTheEndStopsTheRun() {
        Report report = apply(move(2), new Health.Check(device -> false), "1", "100%");
        assertThat(ApplierTest.text(report)).isEqualTo("""
                DONE=1
                d2 SKIPPED not started: health check failed: 1 of 1 device is not healthy after 5 min: d1""");
        assertThat(timing.seconds()).isEqualTo(300);
    }

    @Test
    void aFunctionThatFailsStopsTheRunAndTheReportIsKept() {
        Predicate<Device> function = device -> {
            throw new IllegalStateException("x is not defined");
        };
        Report report = apply(move(2), new Health.Check(function), "1", "100%");
        assertThat(ApplierTest.text(report)).isEqualTo("""
                DONE=1
                d2 SKIPPED not started: health check failed: the function failed for d1: x is not defined""");
        assertThat(timing.seconds()).isEqualTo(10);
    }

    @Test
    void noErrorForTwoMinutesIsHealthy() {
        cloud.logs.add(line("d1", -1, "server.error", "ERROR: before the wave"));
        cloud.logs.add(line("d1", 1, "server.log", "all is well"));
        cloud.logs.add(line("d1", 1, "lastexitcode", "reload"));
        Report report = apply(move(1), NO_ERRORS, "100%");
        assertThat(report.stopped()).isNull();
        assertThat(timing.seconds()).isEqualTo(120);
        assertThat(cloud.reads()).hasSize(1 + 12).endsWith("read log of d1");
        assertThat(log.text()).isEqualTo("""
                wave 1 of 1: 1 of 1 items
                wave 1 of 1 over: DONE=1, health OK after 120 s""");
    }

    @Test
    void theFirstErrorStopsTheRun() {
        timing.at(Duration.ofSeconds(12), () -> {
            cloud.logs.add(line("d2", 12, "server.error", "ERROR: at main:12"));
            cloud.logs.add(line("d2", 11, "server.error", "ERROR: the index 'foo' does not exist"));
        });
        Report report = apply(move(3), NO_ERRORS, "2", "100%");
        assertThat(ApplierTest.text(report)).isEqualTo("""
                DONE=2
                d3 SKIPPED not started: health check failed: 1 of 2 devices logged errors: d2; \
                d2 says server.error: ERROR: the index 'foo' does not exist""");
        assertThat(timing.seconds()).isEqualTo(20);
    }

    @Test
    void agentErrorsAndBadExitCodesCountToo() {
        cloud.logs.add(line("d1", 1, "agent.error", "ERROR: oh"));
        cloud.logs.add(line("d2", 1, "lastexitcode", "out of memory"));
        assertThat(apply(move(2), NO_ERRORS, "100%").stopped())
                .isEqualTo("health check failed: 2 of 2 devices logged errors: d1, d2; d1 says agent.error: ERROR: oh");
    }

    @Test
    void theLogsOfManyAreReadWhenTheTimeIsOver() {
        assertThat(apply(move(101), NO_ERRORS).stopped()).isNull();
        assertThat(cloud.requests)
                .filteredOn(request -> request.startsWith("read log"))
                .hasSize(101);
        assertThat(timing.seconds()).isEqualTo(120);
    }

    @Test
    void bothSignsAreWaitedFor() {
        offlineAfterTheChange("d1");
        timing.at(Duration.ofSeconds(140), () -> cloud.setOnline("d1", true));
        assertThat(apply(move(1), new Health.Signs(TEN_MINUTES, Duration.ofMinutes(2)))
                        .stopped())
                .isNull();
        assertThat(timing.seconds()).isEqualTo(140);
    }

    @Test
    void stoppingEndsTheWaitingAndWhatIsLeftIsNotStarted() {
        offlineAfterTheChange("d1");
        timing.at(Duration.ofSeconds(33), control::stopStarting);
        Report report = apply(move(2), ONLINE, "1", "100%");
        assertThat(ApplierTest.text(report)).isEqualTo("""
                DONE=1
                d2 SKIPPED not started: asked to stop""");
        assertThat(report.stopped()).isEqualTo("asked to stop");
        assertThat(timing.seconds()).isEqualTo(33);
        assertThat(log.text()).isEqualTo("""
                wave 1 of 2: 1 of 2 items
                wave 1 of 2 over: DONE=1, health UNKNOWN after 33 s""");
    }

    @Test
    void stoppingAfterTheLastWaveIsSaid() {
        offlineAfterTheChange("d1");
        timing.at(Duration.ofSeconds(3), control::stopStarting);
        Report report = apply(move(1), ONLINE);
        assertThat(ApplierTest.text(report)).isEqualTo("DONE=1");
        assertThat(report.stopped()).isEqualTo("asked to stop");
    }

    @Test
    void cancellingBreaksOffALook() {
        Plan plan = move(2);
        timing.at(
                Duration.ofSeconds(10),
                () -> cloud.beforeReading = () -> {
                    control.cancelInFlight();
                    throw new CancelledException();
                });
        Report report = apply(plan, ONLINE, "1", "100%");
        assertThat(ApplierTest.text(report)).isEqualTo("""
                DONE=1
                d2 SKIPPED not started: asked to stop""");
        assertThat(report.stopped()).isEqualTo("asked to stop");
    }

    @Test
    void anInterruptWakesTheWaiting() {
        Thread applying = Thread.currentThread();
        timing.at(Duration.ofSeconds(5), applying::interrupt);
        Report report = apply(move(2), ONLINE, "1", "100%");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.stopped()).isEqualTo("asked to stop");
        assertThat(timing.seconds()).isEqualTo(5);
    }

    @Test
    void whatCannotBeSeenIsRefusedBeforeAnythingIsSent() {
        cloud.with(Fleet.FIELD, Fleet.FIELD_B).with(List.of(Fleet.device("f1", Fleet.FIELD)));
        Plan inProduction = planner.assign(all(), Fleet.FIELD_B);
        Plan moved = move(1).without(item -> item.touchesProduction());
        Plan removed = planner.removeDevices(List.of(Fleet.device("x1", (DeviceGroup) null)), Removal.plain());
        Plan group = planner.removeGroup(Fleet.LINE_3, Removal.plain());
        cloud.requests.clear();
        assertThat(Stream.of(
                        refusal(inProduction, NO_ERRORS),
                        refusal(inProduction, ONLINE),
                        refusal(removed, ONLINE),
                        refusal(group, ONLINE),
                        refusal(moved, new Health.Signs(null, null)),
                        refusal(moved, new Health.Signs(Duration.ZERO, null)),
                        refusal(moved, new Health.KeptBack())))
                .containsExactly(
                        "USAGE devices of production and pre-production groups have no logs, so that noErrors cannot be seen",
                        "none",
                        "USAGE health is asked of devices, and this plan is about others, or removes them",
                        "USAGE health is asked of devices, and this plan is about others, or removes them",
                        "USAGE a health check of nothing",
                        "USAGE online has to be longer than nothing",
                        "USAGE the health function is not kept with the plan");
    }

    private String refusal(Plan plan, Health health) {
        try {
            apply(plan, health);
            return "none";
        } catch (UserException e) {
            return e.code() + " " + e.getMessage();
        }
    }

    /** They lose their connection as they are moved. */
    private void offlineAfterTheChange(String... ids) {
        cloud.trouble = (batch, carryOut) -> {
            carryOut.run();
            Stream.of(ids).filter(batch.ids()::contains).forEach(id -> cloud.setOnline(id, false));
            return new Answer.Accepted();
        };
    }

    private static LogEntry line(String device, int second, String type, String message) {
        return new LogEntry(device, FakeCloud.STARTED.plusSeconds(second), "development", type, message);
    }

    private Plan move(int count) {
        cloud.with(Fleet.devices(count, Fleet.LINE_1));
        return planner.assign(all(), Fleet.LINE_2);
    }

    private List<Device> all() {
        return List.copyOf(cloud.devices.values());
    }

    private Report apply(Plan plan, Health health, String... shares) {
        ApplyOptions options = ApplyOptions.defaults()
                .withWaves(Stream.of(shares).map(Share::parse).toList())
                .withHealth(health, ApplyOptions.DEFAULT_WITHIN);
        return new Applier(same -> cloud, question -> true, Journal.none(), Plans.NOW, timing)
                .apply(plan, options, log, control);
    }
}
