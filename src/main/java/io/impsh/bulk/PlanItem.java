package io.impsh.bulk;

import io.impsh.model.EntityRef;

/**
 * One change of one thing. A thing may be the target of two items in different phases: unassigned, then removed.
 *
 * @param target the device, device group, product, build or webhook
 * @param targetName what people call it, or {@code null}
 * @param account id of the account that owns it, or {@code null}
 * @param from the group it is in when planned, or {@code null}; of a group that goes with its product, that product
 * @param fromName its name; its id if the name is not known; {@code null} without one
 * @param phase items of phase 0 are settled before phase 1 begins, and so on
 */
public record PlanItem(
        EntityRef target,
        String targetName,
        String account,
        EntityRef from,
        String fromName,
        Change change,
        int phase,
        Verdict verdict) {
    /** The name, or the id of what has none. */
    public String label() {
        return targetName == null || targetName.isEmpty() ? target.id() : targetName;
    }

    /** Whether it is in, moves into or is a (pre-)production group. Copying a build changes nothing where it comes from. */
    public boolean touchesProduction() {
        if (change instanceof Change.Copy copy) {
            return copy.to().groupType().isProduction();
        }
        return ProductionGroups.isProduction(from)
                || ProductionGroups.isProduction(target)
                || change instanceof Change.Assign assign
                        && assign.to().groupType().isProduction();
    }

    PlanItem with(Change other) {
        return new PlanItem(target, targetName, account, from, fromName, other, phase, verdict);
    }

    PlanItem with(Verdict other) {
        return new PlanItem(target, targetName, account, from, fromName, change, phase, other);
    }
}
