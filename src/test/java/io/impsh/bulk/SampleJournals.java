package io.impsh.bulk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Plans that were applied, each with its journal, and what came of them. */
public final class SampleJournals {
    private final Shop shop;

    public SampleJournals(Path state) {
        shop = new Shop(state);
    }

    public Journals journals() {
        return shop.journals();
    }

    /** Its text is what a plan file holds. */
    public Plan plan() {
        return shop.move(2);
    }

    /** The first of its two devices has moved. */
    public void stop(Plan plan) {
        shop.apply(plan, ApplyOptions.defaults().withWaves(List.of(Share.parse("1"))));
    }

    /** @return what came of it */
    public Report complete(Plan plan) {
        return shop.apply(plan);
    }

    /** A report on the plan 7f3a, with so many of each, the last ones not started. */
    public static Report report(String stopped, int done, int failed, int unknown, int notStarted) {
        FakeCloud cloud = new FakeCloud();
        Plan moves = Plans.planner(cloud)
                .assign(Fleet.devices(done + failed + unknown + notStarted, Fleet.LINE_1), Fleet.LINE_2);
        Plan plan = new Plan("7f3a", moves.plannedAt(), moves.nothing(), moves.items(), moves.context(), false);
        List<ItemResult> results = new ArrayList<>();
        for (PlanItem item : plan.items()) {
            results.add(result(item, results.size() - done, failed, unknown));
        }
        return new Report("7f3a", plan, results, Duration.ofSeconds(1), stopped, OptionalInt.empty());
    }

    private static ItemResult result(PlanItem item, int afterDone, int failed, int unknown) {
        if (afterDone < 0) {
            return new ItemResult(item, Outcome.DONE, null);
        }
        if (afterDone < failed) {
            return new ItemResult(item, Outcome.FAILED, "refused");
        }
        return afterDone < failed + unknown
                ? new ItemResult(item, Outcome.UNKNOWN, "no answer")
                : new ItemResult(item, Outcome.SKIPPED, "not started: asked to stop", null, true);
    }
}
