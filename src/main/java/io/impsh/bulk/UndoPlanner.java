package io.impsh.bulk;

import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import io.impsh.model.Webhook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plans the reverse of what a plan has done, or may have done, item by item. What cannot be reversed is an item that is
 * refused.
 */
final class UndoPlanner {
    private static final String NO_REMOVAL = "a removal cannot be undone";

    private final Cloud cloud;
    private final GroupNames names;
    private final Map<String, Boolean> groupsThere = new HashMap<>();
    private final Set<String> removed = new HashSet<>();
    private final List<PlanItem> items = new ArrayList<>();

    UndoPlanner(Cloud cloud, GroupNames names) {
        this.cloud = cloud;
        this.names = names;
    }

    /** @param report of all that was done */
    List<PlanItem> reverse(Report report) {
        List<ItemResult> done = report.all().stream()
                .filter(result -> result.outcome() == Outcome.DONE || result.outcome() == Outcome.UNKNOWN)
                .toList();
        done.stream()
                .filter(result -> result.item().change() instanceof Change.Remove)
                .forEach(result -> removed.add(result.item().target().id()));
        done.forEach(this::reverse);
        return items;
    }

    private void reverse(ItemResult result) {
        PlanItem item = result.item();
        Change change = item.change();
        if (change instanceof Change.Remove) {
            refused(item, NO_REMOVAL);
        } else if (removed.contains(item.target().id())) {
            // Its removal is told already.
            return;
        } else if (change instanceof Change.Assign assign) {
            moveBack(item, assign.to());
        } else if (change instanceof Change.Unassign) {
            assignAgain(item, null, null);
        } else if (change instanceof Change.Restart) {
            refused(item, "a restart leaves nothing to undo");
        } else if (change instanceof Change.Rename rename) {
            add(item.target(), rename.name(), item, item.from(), item.fromName(), new Change.Rename(item.targetName()));
        } else if (change instanceof Change.Flag) {
            same(item, new Change.Unflag());
        } else if (change instanceof Change.Unflag) {
            same(item, new Change.Flag());
        } else if (change instanceof Change.Retag retag) {
            same(item, new Change.Retag(retag.to(), retag.from()));
        } else if (change instanceof Change.UpdateWebhook webhook) {
            same(item, new Change.UpdateWebhook(webhook.to(), webhook.from()));
        } else if (change instanceof Change.Copy copy) {
            removeCopy(result, copy);
        } else if (change instanceof Change.CreateWebhook create) {
            removeWebhook(result, create.facts());
        }
    }

    private void moveBack(PlanItem item, GroupTarget now) {
        if (item.from() == null) {
            add(item.target(), item.targetName(), item, now.ref(), now.name(), new Change.Unassign(UnbondKey.NONE));
        } else {
            assignAgain(item, now.ref(), now.name());
        }
    }

    /** @param now the group that the device is in by now, or {@code null} */
    private void assignAgain(PlanItem item, EntityRef now, String nowName) {
        Change change = new Change.Assign(former(item));
        items.add(new PlanItem(
                item.target(), item.targetName(), item.account(), now, nowName, change, 0, back(item, now)));
    }

    private GroupTarget former(PlanItem item) {
        DeviceGroup group = names.group(item.from().id());
        return group == null ? new GroupTarget(item.from(), item.fromName(), null) : GroupTarget.of(group);
    }

    private Verdict back(PlanItem item, EntityRef now) {
        EntityRef former = item.from();
        boolean alike = now != null && now.type().equals(former.type());
        if (ProductionGroups.isProduction(former) && !alike) {
            return Verdict.refused("devices get back into production groups by blessing only");
        }
        if (!groupsThere.computeIfAbsent(former.id(), id -> isThere(former))) {
            return Verdict.refused("its former group " + item.fromName() + " is gone");
        }
        if (alike && ProductionGroups.isProduction(former)) {
            return former.type().equals(DeviceGroupType.PRODUCTION.json())
                    ? Verdict.GO
                    : Verdict.doubtful("moving between pre-production groups is not documented");
        }
        return DeviceGroupType.of(former.type()).isDut()
                ? Verdict.doubtful(
                        "devices get into " + DeviceGroupType.of(former.type()).kind() + " groups by fixture BlinkUp")
                : Verdict.GO;
    }

    private boolean isThere(EntityRef ref) {
        return !(cloud.look(ref) instanceof Observation.Gone);
    }

    /** The service may give up no build that its group runs or has run. */
    private void removeCopy(ItemResult result, Change.Copy copy) {
        EntityRef created = result.created();
        if (created == null) {
            refused(result.item(), "it is not known what the copy is");
            return;
        }
        Observation seen = cloud.look(created);
        if (seen instanceof Observation.Present present && present.flagged()) {
            add(created, result, copy, new Change.Unflag(), 0, Verdict.GO);
            add(created, result, copy, new Change.Remove(), 1, removableCopy());
        } else {
            boolean gone = seen instanceof Observation.Gone;
            add(
                    created,
                    result,
                    copy,
                    new Change.Remove(),
                    0,
                    gone ? Verdict.already("already gone") : removableCopy());
        }
    }

    private static Verdict removableCopy() {
        return Verdict.doubtful("a build that a group runs may not be removable");
    }

    private void add(EntityRef copied, ItemResult result, Change.Copy copy, Change change, int phase, Verdict verdict) {
        PlanItem item = result.item();
        EntityRef build = new EntityRef(Deployment.TYPE, copied.id());
        items.add(new PlanItem(
                build,
                item.targetName(),
                item.account(),
                copy.to().ref(),
                copy.to().name(),
                change,
                phase,
                verdict));
    }

    private void removeWebhook(ItemResult result, WebhookFacts made) {
        PlanItem item = result.item();
        if (result.created() == null) {
            refused(item, "it is not known what the webhook is");
            return;
        }
        EntityRef webhook = new EntityRef(Webhook.TYPE, result.created().id());
        items.add(new PlanItem(
                webhook,
                null,
                item.account(),
                item.target(),
                item.targetName(),
                new Change.Remove(),
                0,
                removable(cloud.look(webhook), made)));
    }

    /** Somebody who has changed it since wants to keep it. */
    private static Verdict removable(Observation seen, WebhookFacts made) {
        if (seen instanceof Observation.Gone) {
            return Verdict.already("already gone");
        }
        boolean changed = seen instanceof Observation.Present present && !made.equals(present.facts());
        return changed ? Verdict.refused("somebody has changed it since") : Verdict.GO;
    }

    private void same(PlanItem item, Change change) {
        add(item.target(), item.targetName(), item, item.from(), item.fromName(), change);
    }

    private void add(EntityRef target, String name, PlanItem of, EntityRef from, String fromName, Change change) {
        items.add(new PlanItem(target, name, of.account(), from, fromName, change, 0, Verdict.GO));
    }

    private void refused(PlanItem item, String reason) {
        items.add(new PlanItem(
                item.target(),
                item.targetName(),
                item.account(),
                item.from(),
                item.fromName(),
                item.change(),
                0,
                Verdict.refused(reason)));
    }
}
