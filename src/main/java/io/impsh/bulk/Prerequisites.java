package io.impsh.bulk;

import io.impsh.model.Device;
import io.impsh.model.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells whether what an item builds on has happened in the phases before it. */
final class Prerequisites {
    private final Tally tally;
    private final Map<String, List<PlanItem>> byTarget = new HashMap<>();
    private final Map<String, List<PlanItem>> byFormerGroup = new HashMap<>();
    private final List<PlanItem> removals = new ArrayList<>();

    Prerequisites(List<PlanItem> plan, Tally tally) {
        this.tally = tally;
        plan.forEach(this::add);
    }

    private void add(PlanItem item) {
        byTarget.computeIfAbsent(item.target().id(), id -> new ArrayList<>(1)).add(item);
        if (item.from() != null) {
            byFormerGroup
                    .computeIfAbsent(item.from().id(), id -> new ArrayList<>())
                    .add(item);
        }
        if (item.change() instanceof Change.Remove) {
            removals.add(item);
        }
    }

    /** Why {@code item} must not be sent, or {@code null}. */
    String missing(PlanItem item) {
        if (item.phase() == 0 || !(item.change() instanceof Change.Remove)) {
            return null;
        }
        long open = related(item).stream()
                .filter(earlier -> earlier.phase() < item.phase())
                .filter(this::standsInTheWay)
                .count();
        if (open == 0) {
            return null;
        }
        return switch (item.target().type()) {
            case Device.TYPE -> "it was not unassigned";
            case Product.TYPE -> PlanWording.count((int) open, "group") + " could not be removed";
            default -> PlanWording.count((int) open, "device") + " could not be unassigned";
        };
    }

    private List<PlanItem> related(PlanItem item) {
        String id = item.target().id();
        return switch (item.target().type()) {
            case Device.TYPE -> byTarget.getOrDefault(id, List.of());
            case Product.TYPE -> removals;
            default -> byFormerGroup.getOrDefault(id, List.of());
        };
    }

    /** A device that somebody else moved no longer keeps its former group from being removed. */
    private boolean standsInTheWay(PlanItem earlier) {
        boolean moved = tally.result(earlier).outcome() == Outcome.STALE;
        return !tally.isFulfilled(earlier) && !moved;
    }
}
