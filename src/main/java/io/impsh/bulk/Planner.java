package io.impsh.bulk;

import io.impsh.api.ImpClient;
import io.impsh.model.Deployment;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.Entity;
import io.impsh.model.Product;
import io.impsh.model.Webhook;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes plans. It changes nothing; it reads what the caller does not hand in: names, the own account, and for removals
 * what hangs on the thing. What is handed in twice is planned once.
 *
 * <p>Reading may fail as any request may.
 */
public final class Planner {
    private final Cloud cloud;
    private final GroupNames names;
    private final Clock clock;

    /** @param names where names come from; may know few */
    public Planner(ImpClient client, GroupNames names) {
        this(new ClientCloud(client), names, Clock.systemUTC());
    }

    Planner(Cloud cloud, GroupNames names, Clock clock) {
        this.cloud = cloud;
        this.names = names;
        this.clock = clock;
    }

    public Plan assign(List<Device> devices, DeviceGroup to) {
        return each(
                devices,
                "move no devices",
                new Change.Assign(GroupTarget.of(to)),
                device -> Verdicts.assign(device, to));
    }

    /** @param unbondKey needed for devices in production groups, or {@code null} */
    public Plan unassign(List<Device> devices, String unbondKey) {
        Change change = new Change.Unassign(UnbondKey.of(unbondKey));
        return each(devices, "unassign no devices", change, device -> Verdicts.unassign(device, unbondKey));
    }

    public Plan restart(List<Device> devices, boolean conditional) {
        Change change = new Change.Restart(conditional);
        return each(devices, "restart no devices", change, Verdicts::restart);
    }

    /** @param newName the new name of a device; {@code null} or empty clears it; called once per device */
    public Plan rename(List<Device> devices, Function<Device, String> newName) {
        PlanDraft draft = new PlanDraft(names);
        for (Device device : distinct(devices)) {
            String name = newName.apply(device);
            draft.add(device, new Change.Rename(name), 0, Verdicts.rename(device, name));
        }
        return finished(draft, "rename no devices");
    }

    /** Only what is assigned needs force; the builds do not matter. */
    public Plan removeDevices(List<Device> devices, Removal removal) {
        PlanDraft draft = new PlanDraft(names);
        for (Device device : distinct(devices)) {
            if (device.group() != null && removal.force()) {
                Verdict verdict = Verdicts.unassign(device, removal.unbondKey());
                draft.add(device, new Change.Unassign(UnbondKey.of(removal.unbondKey())), 0, verdict);
                draft.add(device, new Change.Remove(), 1, verdict.sent() ? Verdict.GO : verdict);
            } else {
                draft.add(device, new Change.Remove(), 0, removable(device, draft));
            }
        }
        return finished(draft, "remove no devices");
    }

    private static Verdict removable(Device device, PlanDraft draft) {
        return device.group() == null
                ? Verdict.GO
                : Verdict.refused("it is assigned to " + draft.groupName(device.group())
                        + "; remove({force: true}) unassigns it first");
    }

    public Plan removeGroup(DeviceGroup group, Removal removal) {
        return removeGroups(List.of(group), removal);
    }

    /**
     * With all that hangs on them. A group that cannot be removed is planned as refused: its devices and builds are left
     * as they are. One that is the target of another that goes, too, goes after it.
     */
    public Plan removeGroups(List<DeviceGroup> groups, Removal removal) {
        return draft(
                "remove no group" + (groups.size() == 1 ? "" : "s"),
                draft -> new RemovalPlanner(cloud, draft, removal).groups(distinct(groups)));
    }

    public Plan removeProduct(Product product, Removal removal) {
        return removeProducts(List.of(product), removal);
    }

    /**
     * In the vendor's order: devices are unassigned, builds unflagged, groups with targets removed, then the other
     * groups, then the products, then the builds. When a group cannot be removed, its product and what stands in the way
     * are planned as refused, and nothing else of that product.
     */
    public Plan removeProducts(List<Product> products, Removal removal) {
        return draft("remove no product" + (products.size() == 1 ? "" : "s"), draft -> {
            RemovalPlanner planner = new RemovalPlanner(cloud, draft, removal);
            distinct(products).forEach(planner::product);
        });
    }

    /** @param builds walked once; their code is not kept */
    public Plan flag(Iterable<Deployment> builds) {
        return draft("flag no builds", draft -> new BuildPlanner(cloud, draft)
                .each(builds, new Change.Flag(), BuildVerdicts::flag));
    }

    /** @param builds walked once; their code is not kept */
    public Plan unflag(Iterable<Deployment> builds) {
        return draft("unflag no builds", draft -> new BuildPlanner(cloud, draft)
                .each(builds, new Change.Unflag(), BuildVerdicts::unflag));
    }

    /**
     * Behind those that they have. What somebody else does to the tags meanwhile makes an item stale, as the service
     * replaces all of them.
     *
     * @param builds walked once; their code is not kept
     */
    public Plan addTags(Iterable<Deployment> builds, List<String> tags) {
        return draft("retag no builds", draft -> new BuildPlanner(cloud, draft).addTags(builds, tags));
    }

    /** @param builds walked once; their code is not kept */
    public Plan removeTags(Iterable<Deployment> builds, List<String> tags) {
        return draft("retag no builds", draft -> new BuildPlanner(cloud, draft).removeTags(builds, tags));
    }

    /**
     * Deploys their code to a group, the oldest first and one after the other, so that the newest ends up as what the
     * group's devices get. Nothing restarts.
     *
     * @param builds walked once; their code is not kept, but read again when it is sent
     * @param all description, origin, tags and flag too, not the code alone
     */
    public Plan copy(Iterable<Deployment> builds, DeviceGroup to, boolean all) {
        return draft("copy no builds", draft -> new BuildPlanner(cloud, draft).copy(builds, to, all));
    }

    /**
     * Flagged ones need force, which unflags them first. What the service keeps as a group's minimum supported build, or
     * because it is newer, is refused.
     *
     * @param builds walked once; their code is not kept
     */
    public Plan removeBuilds(Iterable<Deployment> builds, Removal removal) {
        return draft("remove no builds", draft -> new BuildPlanner(cloud, draft).remove(builds, removal));
    }

    /** A group that has one with the same facts is left alone. */
    public Plan createWebhooks(List<DeviceGroup> groups, WebhookFacts facts) {
        return draft("make no webhooks", draft -> new WebhookPlanner(cloud, draft).create(distinct(groups), facts));
    }

    /**
     * @param url {@code null} leaves it
     * @param contentType {@code null} leaves it
     */
    public Plan updateWebhooks(List<Webhook> webhooks, String url, String contentType) {
        return draft("update no webhooks", draft -> new WebhookPlanner(cloud, draft)
                .update(distinct(webhooks), url, contentType));
    }

    public Plan removeWebhooks(List<Webhook> webhooks) {
        return draft("remove no webhooks", draft -> new WebhookPlanner(cloud, draft).remove(distinct(webhooks)));
    }

    private Plan draft(String nothing, Consumer<PlanDraft> fill) {
        PlanDraft draft = new PlanDraft(names);
        fill.accept(draft);
        return finished(draft, nothing);
    }

    private Plan each(List<Device> devices, String nothing, Change change, Function<Device, Verdict> verdict) {
        PlanDraft draft = new PlanDraft(names);
        for (Device device : distinct(devices)) {
            draft.add(device, change, 0, verdict.apply(device));
        }
        return finished(draft, nothing);
    }

    private static <T extends Entity> List<T> distinct(List<T> things) {
        Set<String> seen = new HashSet<>();
        List<T> distinct = new ArrayList<>(things);
        distinct.removeIf(thing -> !seen.add(thing.id()));
        return distinct;
    }

    private Plan finished(PlanDraft draft, String nothing) {
        Instant now = clock.instant();
        String own = cloud.ownAccount();
        PlanContext context = new PlanContext(
                new Home(cloud.endpoint(), own),
                draft.accountNames(own),
                Map.copyOf(draft.webhooks()),
                cloud::requestsPerSecond);
        return new Plan(now, nothing, draft.items(), context);
    }

    /**
     * The reverse of what a plan has done or may have done. Applying it looks at everything again: what somebody else has
     * changed since is left alone. What cannot be reversed is an item that is refused.
     *
     * @throws io.impsh.UserException {@code PLAN_BUSY} while it is being applied, {@code PLAN_ELSEWHERE} when it is of
     *     another account or service
     */
    public Plan undo(JournalledPlan journalled) {
        Preconditions.atHome(journalled.home(), cloud);
        if (journalled.status() == JournalledPlan.Status.RUNNING) {
            throw JournalStart.busy(journalled.id());
        }
        List<PlanItem> items = new UndoPlanner(cloud, names).reverse(journalled.report());
        return journalled.plan().reversed(clock.instant(), items, cloud::requestsPerSecond);
    }
}
