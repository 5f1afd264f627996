package io.impsh.bulk;

import static io.impsh.bulk.ApplierTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.bulk.JournalledPlan.Status;
import io.impsh.model.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that were killed anywhere are taken up, and it is known what came of every item. */
class ResumeTest {
    @TempDir
    private Path state;

    private int shops;

    /** Two requests, one of them refused in part; devices that are there already, and that somebody moves meanwhile. */
    private static Plan moves(Shop shop) {
        shop.cloud.with(Fleet.devices(3, Fleet.LINE_1));
        shop.cloud.with(List.of(Fleet.device("x1", Fleet.LINE_3), Fleet.device("x2", Fleet.LINE_3)));
        shop.cloud.with(List.of(Fleet.device("there", Fleet.LINE_2)));
        shop.cloud.unknown.add("d2");
        return shop.planner().assign(List.copyOf(shop.cloud.devices.values()), Fleet.LINE_2);
    }

    private static Plan renames(Shop shop) {
        shop.cloud.with(Fleet.devices(3, Fleet.LINE_1));
        return shop.planner().rename(List.copyOf(shop.cloud.devices.values()), device -> "new " + device.name());
    }

    private static Plan restarts(Shop shop) {
        shop.cloud.with(Fleet.devices(3, Fleet.LINE_1));
        return shop.planner().restart(List.copyOf(shop.cloud.devices.values()), false);
    }

    private static Plan removals(Shop shop) {
        shop.cloud.with(Fleet.devices(3, Fleet.LINE_1));
        return shop.planner().removeDevices(List.copyOf(shop.cloud.devices.values()), Removal.forced());
    }

    @Test
    void movesKilledAtAnyByteEndInOneWayAndCanBeUndone() throws IOException {
        killedAnywhere(
                ResumeTest::moves, "DONE=4\nd2 FAILED Not Found: no device d2\nthere SKIPPED already there", true);
    }

    @Test
    void renamesKilledAtAnyByteEndInOneWayAndCanBeUndone() throws IOException {
        killedAnywhere(ResumeTest::renames, "DONE=3", true);
    }

    @Test
    void removalsKilledAtAnyByteEndInOneWay() throws IOException {
        killedAnywhere(ResumeTest::removals, "DONE=6", false);
    }

    private void killedAnywhere(Function<Shop, Plan> planning, String outcome, boolean undone) throws IOException {
        for (long bytes : shop().ends(planning)) {
            Shop shop = shop();
            Plan plan = planning.apply(shop);
            Map<String, Device> first = new TreeMap<>(shop.cloud.devices);
            kill(shop, plan, bytes);
            String where = "killed after " + bytes + " bytes";
            if (shop.journals().list().isEmpty()) {
                assertThat(shop.cloud.requests).as(where).isEmpty();
                shop.apply(plan);
            } else if (shop.journalled(plan).status() == Status.INTERRUPTED) {
                assertThat(shop.journalled(plan).report().all())
                        .as(where)
                        .hasSize(plan.items().size());
                shop.resume(plan);
            }
            JournalledPlan complete = shop.journalled(plan);
            assertThat(text(complete.report())).as(where).isEqualTo(outcome);
            assertThat(complete.status()).as(where).isEqualTo(Status.COMPLETE);
            assertThat(changes(shop, plan)).as(where).allMatch(times -> times == 1);
            assertThat(Shop.refusal(() -> shop.resume(plan))).as(where).startsWith("PLAN_COMPLETE: ");
            if (undone) {
                shop.apply(shop.planner().undo(complete));
                assertThat(new TreeMap<>(shop.cloud.devices)).as(where).isEqualTo(first);
            }
        }
    }

    private static void kill(Shop shop, Plan plan, long bytes) {
        shop.opener = KilledMedium.killedAfter(bytes);
        assertThatThrownBy(() -> shop.apply(plan)).isInstanceOf(KilledMedium.Killed.class);
        shop.opener = Medium::file;
    }

    private static List<Integer> changes(Shop shop, Plan plan) {
        return plan.items().stream()
                .filter(item ->
                        shop.cloud.timesChanged.containsKey(item.target().id()))
                .map(item -> shop.cloud.timesChanged.get(item.target().id())
                        / (int) plan.items().stream()
                                .filter(other -> other.target().equals(item.target()))
                                .count())
                .toList();
    }

    @Test
    void restartsAreNotRepeatedUnlessThatIsWanted() throws IOException {
        for (long bytes : shop().ends(ResumeTest::restarts)) {
            Shop shop = shop();
            Plan plan = restarts(shop);
            kill(shop, plan, bytes);
            if (shop.journals().list().isEmpty() || shop.journalled(plan).status() == Status.COMPLETE) {
                continue;
            }
            String where = "killed after " + bytes + " bytes";
            Report report = shop.resume(plan);
            assertThat(shop.cloud.timesChanged.values()).as(where).allMatch(times -> times == 1);
            for (ItemResult result : report.all()) {
                boolean restarted = shop.cloud.timesChanged.containsKey(
                        result.item().target().id());
                assertThat(result.outcome())
                        .as(where)
                        .isIn(restarted ? List.of(Outcome.DONE, Outcome.UNKNOWN) : List.of(Outcome.UNKNOWN));
                assertThat(result.reason())
                        .as(where)
                        .isEqualTo(result.outcome() == Outcome.DONE ? null : PastResults.NO_OUTCOME);
            }
            assertThat(report.counts().get(Outcome.UNKNOWN)).as(where).isLessThanOrEqualTo(1);
            if (report.counts().get(Outcome.UNKNOWN) > 0) {
                assertThat(Shop.refusal(() -> shop.resume(plan))).startsWith("PLAN_COMPLETE: ");
                Report again = shop.resume(plan, ApplyOptions.defaults().withRetryUnknown(true));
                assertThat(text(again)).as(where).isEqualTo("DONE=3");
            }
        }
    }

    /** Killed in the middle of requests too, and again while it is resumed. */
    @Test
    void whoeverIsKilledAgainAndAgainStillKnows() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Shop shop = shop();
            Plan plan = moves(shop);
            Map<String, Device> first = new TreeMap<>(shop.cloud.devices);
            shop.cloud.trouble = (batch, carryOut) -> trouble(random, carryOut);
            shop.cloud.concurrency = 1 + random.nextInt(3);
            List<String> story = new ArrayList<>();
            for (boolean complete = false; !complete; ) {
                shop.opener = KilledMedium.killedAfter(300 + random.nextInt(6000));
                complete = applied(shop, plan, story);
            }
            String told = "seed " + seed + ": " + story;
            assertThat(text(shop.journalled(plan).report()))
                    .as(told)
                    .isEqualTo("DONE=4\nd2 FAILED Not Found: no device d2\nthere SKIPPED already there");
            assertThat(shop.cloud.timesChanged.values()).as(told).allMatch(times -> times == 1);
            shop.opener = Medium::file;
            shop.cloud.trouble = null;
            shop.apply(shop.planner().undo(shop.journalled(plan)));
            assertThat(new TreeMap<>(shop.cloud.devices)).as(told).isEqualTo(first);
        }
    }

    private static Answer trouble(Random random, Runnable carryOut) {
        int kind = random.nextInt(8);
        if (kind < 2) {
            carryOut.run();
        }
        if (kind == 0 || kind == 2) {
            throw new KilledMedium.Killed();
        }
        return kind == 1 || kind == 3 ? new Answer.Lost("connection reset") : null;
    }

    private static boolean applied(Shop shop, Plan plan, List<String> story) {
        try {
            boolean begun = !shop.journals().list().isEmpty();
            Report report = begun ? shop.resume(plan) : shop.apply(plan);
            story.add((begun ? "resumed " : "applied ") + report.counts());
            return shop.journalled(plan).status() == Status.COMPLETE;
        } catch (KilledMedium.Killed | IllegalStateException e) {
            story.add("killed: " + e);
            return !shop.journals().list().isEmpty() && shop.journalled(plan).status() == Status.COMPLETE;
        }
    }

    @Test
    void aRequestThatWasUnderWayGetsTwoSecondsToArrive() {
        for (Duration since :
                List.of(Duration.ZERO, Duration.ofMillis(500), Duration.ofHours(-1), Duration.ofHours(1))) {
            Shop shop = shop();
            Plan plan = shop.move(3);
            List<Runnable> late = new ArrayList<>();
            shop.cloud.trouble = (batch, carryOut) -> {
                late.add(carryOut);
                throw new KilledMedium.Killed();
            };
            assertThatThrownBy(() -> shop.apply(plan)).isInstanceOf(IllegalStateException.class);
            shop.cloud.trouble = null;
            shop.clock = Clock.offset(shop.clock, since);
            if (since.compareTo(UnderWay.TIME) >= 0) {
                late.forEach(Runnable::run);
            }
            shop.timing.at(Duration.ofMillis(1400), () -> late.forEach(Runnable::run));
            assertThat(text(shop.resume(plan))).isEqualTo("DONE=3");
            assertThat(shop.cloud.timesChanged.values()).containsOnly(1);
            assertThat(shop.timing.nanos())
                    .isEqualTo((since.isNegative()
                                    ? UnderWay.TIME
                                    : since.compareTo(UnderWay.TIME) > 0 ? Duration.ZERO : UnderWay.TIME.minus(since))
                            .toNanos());
        }
    }

    private Shop shop() {
        return new Shop(state.resolve("shop " + shops++));
    }

    @Test
    void asksAboutWhatIsLeft() throws IOException {
        Shop shop = shop();
        Plan plan = shop.move(250);
        shop.cloud.trouble = (batch, carryOut) -> {
            shop.control.stopStarting();
            return null;
        };
        assertThat(text(shop.apply(plan))).startsWith("DONE=100\n");
        assertThat(shop.journalled(plan).status()).isEqualTo(Status.STOPPED);
        assertThat(Shop.refusal(() -> shop.apply(plan)))
                .isEqualTo("PLAN_BEGUN: plan " + plan.id()
                        + " was begun before, and has not ended (go on with plans.resume('" + plan.id() + "'))");
        shop.control = new ApplyControl();
        shop.cloud.trouble = null;
        shop.agreed = false;
        byte[] before = Files.readAllBytes(shop.file(plan));
        assertThat(shop.resume(plan).counts()).containsEntry(Outcome.DONE, 100).containsEntry(Outcome.SKIPPED, 150);
        assertThat(Files.readAllBytes(shop.file(plan))).isEqualTo(before);
        shop.agreed = true;
        assertThat(text(shop.resume(plan))).isEqualTo("DONE=250");
        assertThat(shop.questions)
                .containsExactly(
                        "250 devices move from Line 1 to Line 2. Go on?",
                        "150 of 250 are left: 150 devices move from Line 1 to Line 2. Go on?",
                        "150 of 250 are left: 150 devices move from Line 1 to Line 2. Go on?");
        assertThat(shop.records(plan))
                .containsExactly(
                        "plan", "begin", "before", "after", "settled", "end", "begin", "before", "after", "before",
                        "after", "settled", "end");
        assertThat(shop.cloud.timesChanged.values()).containsOnly(1);
    }
}
