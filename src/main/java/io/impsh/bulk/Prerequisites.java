package io.impsh.bulk;

import io.impsh.model.Device;
import io.impsh.model.Product;
import java.util.List;
import java.util.function.Predicate;

/** Tells whether what an item builds on has happened in the phases before it. */
final class Prerequisites {
    private final List<PlanItem> plan;
    private final Tally tally;

    Prerequisites(List<PlanItem> plan, Tally tally) {
        this.plan = plan;
        this.tally = tally;
    }

    /** Why {@code item} must not be sent, or {@code null}. */
    String missing(PlanItem item) {
        if (item.phase() == 0 || !(item.change() instanceof Change.Remove)) {
            return null;
        }
        long open = plan.stream()
                .filter(earlier -> earlier.phase() < item.phase())
                .filter(buildsOn(item))
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

    private static Predicate<PlanItem> buildsOn(PlanItem item) {
        return switch (item.target().type()) {
            case Device.TYPE -> earlier -> earlier.target().equals(item.target());
            case Product.TYPE -> earlier -> earlier.change() instanceof Change.Remove;
            default -> earlier -> item.target().equals(earlier.from());
        };
    }

    /** A device that somebody else moved no longer keeps its former group from being removed. */
    private boolean standsInTheWay(PlanItem earlier) {
        boolean moved = tally.result(earlier).outcome() == Outcome.STALE;
        return !tally.isFulfilled(earlier) && !moved;
    }
}
