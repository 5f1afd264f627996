package io.impsh.bulk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the outcome of each item of a run, which is decided once, and the counts. */
final class Tally {
    private final List<PlanItem> items;
    private final Map<PlanItem, ItemResult> results = new IdentityHashMap<>();
    private List<ItemResult> newlySettled = new ArrayList<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    Tally(List<PlanItem> items) {
        this.items = items;
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
    }

    void settle(PlanItem item, Outcome outcome, String reason) {
        settle(new ItemResult(item, outcome, reason));
    }

    void settle(ItemResult result) {
        put(result);
        if (!result.notStarted()) {
            newlySettled.add(result);
        }
    }

    /** What an earlier run has settled, and its journal tells. */
    void settledBefore(ItemResult result) {
        put(result);
    }

    private void put(ItemResult result) {
        if (results.put(result.item(), result) != null) {
            throw new IllegalStateException("settled twice: " + result.item());
        }
        counts.merge(result.outcome(), 1, Integer::sum);
    }

    boolean isOpen(PlanItem item) {
        return !results.containsKey(item);
    }

    /** Whether its target is as it shall be, through this run or before. */
    boolean isFulfilled(PlanItem item) {
        return !isOpen(item) && results.get(item).isFulfilled();
    }

    /** What has got its outcome for good since this was asked last. */
    List<ItemResult> takeNewlySettled() {
        List<ItemResult> taken = newlySettled;
        newlySettled = new ArrayList<>();
        return taken;
    }

    ItemResult result(PlanItem item) {
        return results.get(item);
    }

    int count(Outcome outcome) {
        return counts.get(outcome);
    }

    int settled() {
        return results.size();
    }

    int total() {
        return items.size();
    }

    Map<Outcome, Integer> counts() {
        return Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** In the plan's order; all items have to be settled. */
    List<ItemResult> results() {
        return items.stream().map(results::get).toList();
    }
}
