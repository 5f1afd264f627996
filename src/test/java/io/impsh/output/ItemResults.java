package io.impsh.output;

import io.impsh.bulk.Change;
import io.impsh.bulk.GroupTarget;
import io.impsh.bulk.ItemResult;
import io.impsh.bulk.Outcome;
import io.impsh.bulk.PlanItem;
import io.impsh.bulk.UnbondKey;
import io.impsh.bulk.Verdict;
import io.impsh.model.EntityRef;

/** Results to report on. */
final class ItemResults {
    private static final EntityRef LINE_2 = new EntityRef("development_devicegroup", "g2");

    private ItemResults() {}

    /** A device that is to move from Line 1 to Line 2. */
    static ItemResult assigned(String name, Outcome outcome) {
        return assigned(name, outcome, null);
    }

    static ItemResult assigned(String name, Outcome outcome, String reason) {
        return new ItemResult(item(name, new Change.Assign(new GroupTarget(LINE_2, "Line 2", null))), outcome, reason);
    }

    static ItemResult notStarted(String name, String reason) {
        PlanItem item = assigned(name, Outcome.SKIPPED).item();
        return new ItemResult(item, Outcome.SKIPPED, "not started: " + reason, null, true);
    }

    static PlanItem unassigned(String name, String unbondKey) {
        return item(name, new Change.Unassign(UnbondKey.of(unbondKey)));
    }

    private static PlanItem item(String name, Change change) {
        EntityRef from = new EntityRef("development_devicegroup", "g1");
        return new PlanItem(
                new EntityRef("device", "id-of-" + name),
                name,
                null,
                from,
                "Line 1",
                change,
                0,
                new Verdict(Verdict.Kind.GO, null));
    }
}
