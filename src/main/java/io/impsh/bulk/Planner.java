package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.api.ImpClient;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.Product;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes plans. It changes nothing; it reads what the caller does not hand in: names, the own account, and for removals
 * what hangs on the thing. A device that is handed in twice is planned once.
 *
 * <p>Reading may fail as any request may. Removing builds is refused for now, with the code {@code NOT_YET}.
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
        return each(devices, "move no devices", new Change.Assign(to), device -> Verdicts.assign(device, to));
    }

    /** @param unbondKey needed for devices in production groups, or {@code null} */
    public Plan unassign(List<Device> devices, String unbondKey) {
        Change change = new Change.Unassign(unbondKey);
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

    /** @param force unassign first what is assigned */
    public Plan removeDevices(List<Device> devices, boolean force) {
        PlanDraft draft = new PlanDraft(names);
        for (Device device : distinct(devices)) {
            if (device.group() != null && force) {
                Verdict verdict = Verdicts.unassign(device, null);
                draft.add(device, new Change.Unassign(null), 0, verdict);
                draft.add(device, new Change.Remove(), 1, verdict.sent() ? Verdict.GO : verdict);
            } else {
                draft.add(device, new Change.Remove(), 0, removal(device, draft));
            }
        }
        return finished(draft, "remove no devices");
    }

    private static Verdict removal(Device device, PlanDraft draft) {
        return device.group() == null
                ? Verdict.GO
                : Verdict.refused("it is assigned to " + draft.groupName(device.group())
                        + "; remove({force: true}) unassigns it first");
    }

    /**
     * A group that cannot be removed is planned alone, as refused: its devices are left where they are.
     *
     * @param force unassign its devices first
     * @param builds remove its builds too
     */
    public Plan removeGroup(DeviceGroup group, boolean force, boolean builds) {
        refuseBuilds(builds);
        PlanDraft draft = new PlanDraft(names);
        new RemovalPlanner(cloud, draft).group(group, force);
        return finished(draft, "remove no group");
    }

    /**
     * In the vendor's order: devices are unassigned, then groups with targets removed, then the other groups, then the
     * product. When any of it cannot be done, the product and what stands in the way are planned as refused, and
     * nothing else.
     *
     * @param force unassign the devices and remove the groups first
     * @param builds remove the builds too
     */
    public Plan removeProduct(Product product, boolean force, boolean builds) {
        refuseBuilds(builds);
        PlanDraft draft = new PlanDraft(names);
        new RemovalPlanner(cloud, draft).product(product, force);
        return finished(draft, "remove no product");
    }

    private static void refuseBuilds(boolean builds) {
        if (builds) {
            throw new UserException(
                    "NOT_YET",
                    "the option 'builds' is not there yet",
                    "without it, builds that are not flagged stay behind without a group");
        }
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
        String own = draft.hasOwners() ? cloud.ownAccount() : null;
        PlanContext context = new PlanContext(own, draft.accountNames(own), cloud::requestsPerSecond);
        return new Plan(now, nothing, draft.items(), context);
    }
}
