package io.impsh.bulk;

import io.impsh.api.ImpClient;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.Product;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes plans. It changes nothing; it reads what the caller does not hand in: names, the own account, and for removals
 * what hangs on the thing. A device that is handed in twice is planned once.
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

    /** A group that cannot be removed is planned alone, as refused: its devices and builds are left as they are. */
    public Plan removeGroup(DeviceGroup group, Removal removal) {
        PlanDraft draft = new PlanDraft(names);
        new RemovalPlanner(cloud, draft, removal).group(group);
        return finished(draft, "remove no group");
    }

    /**
     * In the vendor's order: devices are unassigned, builds unflagged, groups with targets removed, then the other
     * groups, then the product, then the builds. When a group cannot be removed, the product and what stands in the way
     * are planned as refused, and nothing else.
     */
    public Plan removeProduct(Product product, Removal removal) {
        PlanDraft draft = new PlanDraft(names);
        new RemovalPlanner(cloud, draft, removal).product(product);
        return finished(draft, "remove no product");
    }

    private Plan each(List<Device> devices, String nothing, Change change, Function<Device, Verdict> verdict) {
        PlanDraft draft = new PlanDraft(names);
        for (Device device : distinct(devices)) {
            draft.add(device, change, 0, verdict.apply(device));
        }
        return finished(draft, nothing);
    }

    private static List<Device> distinct(List<Device> devices) {
        Set<String> seen = new HashSet<>();
        List<Device> distinct = new ArrayList<>(devices);
        distinct.removeIf(device -> !seen.add(device.id()));
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
