package io.impsh.bulk;

import io.impsh.CountedNoun;
import io.impsh.model.Deployment;
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
    }

    /** Why {@code item} must not be sent, or {@code null}. */
    String missing(PlanItem item) {
        if (item.phase() == 0 || !(item.change() instanceof Change.Remove)) {
            return null;
        }
        List<PlanItem> open = related(item).stream()
                .filter(earlier -> earlier.phase() < item.phase())
                .filter(this::standsInTheWay)
                .toList();
        if (open.isEmpty()) {
            return null;
        }
        return switch (item.target().type()) {
            case Device.TYPE -> "it was not unassigned";
            case Product.TYPE -> CountedNoun.of(open.size(), "group") + " could not be removed";
            case Deployment.TYPE ->
                open.get(0).change() instanceof Change.Unflag
                        ? "it could not be unflagged"
                        : "its group could not be removed";
            default -> heldBy(open);
        };
    }

    private static String heldBy(List<PlanItem> open) {
        int devices = (int) open.stream()
                .filter(item -> item.change() instanceof Change.Unassign)
                .count();
        return devices > 0
                ? CountedNoun.of(devices, "device") + " could not be unassigned"
                : CountedNoun.of(open.size(), "build") + " could not be unflagged";
    }

    private List<PlanItem> related(PlanItem item) {
        String id = item.target().id();
        return switch (item.target().type()) {
            case Device.TYPE -> byTarget.getOrDefault(id, List.of());
            case Deployment.TYPE -> withGroup(item);
            default -> byFormerGroup.getOrDefault(id, List.of());
        };
    }

    private List<PlanItem> withGroup(PlanItem build) {
        List<PlanItem> related =
                new ArrayList<>(byTarget.getOrDefault(build.target().id(), List.of()));
        if (build.from() != null) {
            related.addAll(byTarget.getOrDefault(build.from().id(), List.of()));
        }
        return related;
    }

    /** A device that somebody else moved, or a build that is gone, no longer keeps its former group from being removed. */
    private boolean standsInTheWay(PlanItem earlier) {
        boolean moved = tally.result(earlier).outcome() == Outcome.STALE;
        return !tally.isFulfilled(earlier) && !moved;
    }
}
