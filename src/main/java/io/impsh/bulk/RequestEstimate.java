package io.impsh.bulk;

import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the requests that applying takes: looking again before, the changes, reading back after. Groups are taken to
 * hold what the plan mentions and no more, because their size is not known without asking.
 */
final class RequestEstimate {
    private final Map<EntityRef, Integer> lookedAt = new HashMap<>();
    private final Map<List<EntityRef>, Integer> batched = new HashMap<>();
    private final Map<EntityRef, Integer> readBack = new HashMap<>();
    private final Set<EntityRef> seen = new HashSet<>();
    private int single;

    static int of(List<PlanItem> sent) {
        RequestEstimate estimate = new RequestEstimate();
        sent.forEach(estimate::add);
        return estimate.total();
    }

    private void add(PlanItem item) {
        boolean device = item.target().type().equals(Device.TYPE);
        boolean first = seen.add(item.target());
        if (first && device) {
            lookedAt.merge(item.from(), 1, Integer::sum);
        } else if (first) {
            single++;
        }
        if (item.change() instanceof Change.Assign assign) {
            batched.merge(Arrays.asList(item.from(), assign.to().ref()), 1, Integer::sum);
            readBack.merge(assign.to().ref(), 1, Integer::sum);
        } else if (item.change() instanceof Change.Unassign) {
            batched.merge(Arrays.asList(item.from(), null), 1, Integer::sum);
            readBack.merge(null, 1, Integer::sum);
        } else {
            single++;
            if (item.change() instanceof Change.Rename) {
                readBack.merge(item.from(), 1, Integer::sum);
            } else if (item.change() instanceof Change.Remove || item.change() instanceof Change.Unflag) {
                single++;
            }
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
