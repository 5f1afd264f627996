package io.impsh.bulk;

import io.impsh.model.EntityRef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the requests that applying takes: looking again before, the changes, reading back after. Groups are taken to
 * hold what the plan mentions and no more, because their size is not known without asking.
 */
final class RequestEstimate {
    private final Map<Listing, Integer> lookedAt = new HashMap<>();
    private final Map<List<EntityRef>, Integer> batched = new HashMap<>();
    private final Map<Listing, Integer> readBack = new HashMap<>();
    private final Set<EntityRef> seen = new HashSet<>();
    private final Set<EntityRef> copiedTo = new HashSet<>();
    private int single;

    static int of(List<PlanItem> sent) {
        RequestEstimate estimate = new RequestEstimate();
        sent.forEach(estimate::add);
        return estimate.total();
    }

    private void add(PlanItem item) {
        if (seen.add(item.target())) {
            listed(Listing.before(item), lookedAt);
        }
        if (item.change() instanceof Change.Assign assign) {
            batched.merge(Arrays.asList(item.from(), assign.to().ref()), 1, Integer::sum);
            listed(Listing.after(item), readBack);
        } else if (item.change() instanceof Change.Unassign) {
            batched.merge(Arrays.asList(item.from(), null), 1, Integer::sum);
            listed(Listing.after(item), readBack);
        } else if (item.change() instanceof Change.Restart) {
            single++;
        } else if (item.change() instanceof Change.Copy copy) {
            copy(copy.to().ref());
        } else {
            single++;
            listed(item.change() instanceof Change.Remove ? Optional.empty() : Listing.before(item), readBack);
        }
    }

    /** The build with its code is read first. What the group has is looked at once. */
    private void copy(EntityRef group) {
        single += 2;
        if (copiedTo.add(group)) {
            single += 2;
        }
        listed(Optional.of(Listing.builds(group)), readBack);
    }

    private void listed(Optional<Listing> listing, Map<Listing, Integer> counts) {
        if (listing.isPresent()) {
            counts.merge(listing.get(), 1, Integer::sum);
        } else {
            single++;
        }
    }

    private int total() {
        return single + pages(lookedAt) + pages(batched) + pages(readBack);
    }

    private static int pages(Map<?, Integer> counts) {
        return counts.values().stream()
                .mapToInt(count -> (count + Batch.LIMIT - 1) / Batch.LIMIT)
                .sum();
    }
}
