package io.impsh.bulk;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What is known of the items of a plan before anybody looks at the service. */
final class PastResults {
    static final String NO_OUTCOME = "it was sent, and the run ended before it was known what came of it";

    private final Past past;
    private final Map<PlanItem, ItemResult> known = new IdentityHashMap<>();

    PastResults(Past past) {
        this.past = past;
        past.settled().forEach(result -> known.put(result.item(), result));
        past.answered().forEach(result -> known.put(result.item(), result));
    }

    List<ItemResult> of(List<PlanItem> items) {
        return items.stream().map(this::of).toList();
    }

    private ItemResult of(PlanItem item) {
        if (known.containsKey(item)) {
            return known.get(item);
        }
        return past.sent().containsKey(item)
                ? new ItemResult(item, Outcome.UNKNOWN, NO_OUTCOME)
                : ItemResult.notStarted(item, "the run ended before its turn");
    }
}
