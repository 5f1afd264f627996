package io.impsh.bulk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What came of a plan: one result per item, in the plan's order. Immutable. */
public final class Report {
    private final String journal;
    private final Plan plan;
    private final List<ItemResult> results;
    private final Duration took;
    private final String stopped;
    private final OptionalInt stillMatching;

    /** @param journal by which it is resumed and undone; {@code null} when none was kept */
    Report(
            String journal,
            Plan plan,
            List<ItemResult> results,
            Duration took,
            String stopped,
            OptionalInt stillMatching) {
        this.journal = journal;
        this.plan = plan;
        this.results = List.copyOf(results);
        this.took = took;
        this.stopped = stopped;
        this.stillMatching = stillMatching;
    }

    /** By which the run can be resumed and undone; the plan's id when no journal was kept. */
    public String id() {
        return journal == null ? plan.id() : journal;
    }

    public Plan plan() {
        return plan;
    }

    public List<ItemResult> all() {
        return results;
    }

    public List<ItemResult> results(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).toList();
    }

    /** Items per outcome; every outcome is a key, and the values add up to the items of the plan. */
    public Map<Outcome, Integer> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
        return counts;
    }

    public Duration took() {
        return took;
    }

    /**
     * Whether nothing failed, nothing is unknown, and nothing stopped the run; what was skipped otherwise does not count.
     */
    public boolean complete() {
        return stopped == null
                && results.stream()
                        .noneMatch(result -> result.outcome() == Outcome.FAILED || result.outcome() == Outcome.UNKNOWN);
    }

    /** Why the run ended before everything was started, or {@code null}. */
    public String stopped() {
        return stopped;
    }

    /** Whether a journal was kept, so that it can be resumed and undone. */
    public boolean isJournalled() {
        return journal != null;
    }

    /** How many things match the selection now; empty when nobody counts, or when counting failed. */
    public OptionalInt stillMatching() {
        return stillMatching;
    }

    /**
     * A plan of what failed and what is unknown. Applying it looks at every item again first, so that nothing that has
     * happened meanwhile is sent twice. A restart or a copy that may have happened is doubtful: it is repeated, last.
     */
    public Plan retry() {
        List<PlanItem> again = new ArrayList<>();
        for (ItemResult result : results) {
            if (result.outcome() == Outcome.FAILED) {
                again.add(result.item());
            } else if (result.outcome() == Outcome.UNKNOWN) {
                again.add(maybeTwice(result.item()));
            }
        }
        return plan.again(again);
    }

    private static PlanItem maybeTwice(PlanItem item) {
        if (item.change() instanceof Change.Restart) {
            return item.with(Verdict.doubtful("may have restarted already"));
        }
        return item.change() instanceof Change.Copy
                ? item.with(Verdict.doubtful("may have been copied already"))
                : item;
    }
}
