package io.impsh.bulk;

import io.impsh.api.Filter;
import io.impsh.api.PagedIterator;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans the removal of groups and products with what hangs on them, reading that from the service. */
final class RemovalPlanner {
    private final Cloud cloud;
    private final PlanDraft draft;

    RemovalPlanner(Cloud cloud, PlanDraft draft) {
        this.cloud = cloud;
        this.draft = draft;
    }

    void group(DeviceGroup group, boolean force) {
        draft.know(group);
        List<Device> devices = devices("devicegroup.id", group.id());
        List<DeviceGroup> users = usersOf(group, groupsOf(group.product()));
        Verdict verdict = removable(users, devices, force);
        if (verdict.sent()) {
            unassign(devices);
        }
        draft.remove(group, devices.isEmpty() ? 0 : 1, verdict);
    }

    private List<DeviceGroup> groupsOf(EntityRef product) {
        return product == null ? List.of() : groups(product.id());
    }

    void product(Product product, boolean force) {
        List<DeviceGroup> groups = groups(product.id());
        groups.forEach(draft::know);
        if (!groups.isEmpty() && !force) {
            draft.remove(
                    product,
                    0,
                    Verdict.refused("it has " + PlanWording.count(groups.size(), "group")
                            + "; remove({force: true}) removes them first"));
            return;
        }
        Map<String, List<Device>> devices = groups.isEmpty() ? Map.of() : devicesByGroup(product);
        List<DeviceGroup> stuck = groups.stream()
                .filter(group -> !removable(List.of(), in(group, devices), true).sent())
                .toList();
        if (stuck.isEmpty()) {
            everything(product, groups, devices);
        } else {
            stuck.forEach(group -> draft.remove(group, 0, removable(List.of(), in(group, devices), true)));
            draft.remove(product, 0, Verdict.refused("group " + names(stuck) + " cannot be removed"));
        }
    }

    private void everything(Product product, List<DeviceGroup> groups, Map<String, List<Device>> devices) {
        groups.forEach(group -> unassign(in(group, devices)));
        for (DeviceGroup group : groups) {
            draft.remove(group, hasTargets(group) ? 1 : 2, Verdict.GO);
        }
        draft.remove(product, 3, Verdict.GO);
    }

    private void unassign(List<Device> devices) {
        devices.forEach(device -> draft.add(device, new Change.Unassign(null), 0, Verdicts.unassign(device, null)));
    }

    private static Verdict removable(List<DeviceGroup> users, List<Device> devices, boolean force) {
        if (!users.isEmpty()) {
            return Verdict.refused("it is a target of " + names(users) + "; remove or retarget that first");
        }
        if (!devices.isEmpty() && !force) {
            return Verdict.refused("it holds " + PlanWording.count(devices.size(), "device")
                    + "; remove({force: true}) unassigns them first");
        }
        if (!devices.stream().allMatch(device -> Verdicts.unassign(device, null).sent())) {
            return Verdict.refused("it holds " + PlanWording.count(devices.size(), "production device")
                    + "; unassignAll({unbondKey}) first");
        }
        return Verdict.GO;
    }

    private static boolean hasTargets(DeviceGroup group) {
        return group.productionTarget() != null || group.dutTarget() != null;
    }

    private static List<DeviceGroup> usersOf(DeviceGroup target, List<DeviceGroup> groups) {
        return groups.stream()
                .filter(group -> !group.id().equals(target.id()))
                .filter(group -> Stream.of(group.productionTarget(), group.dutTarget())
                        .filter(Objects::nonNull)
                        .anyMatch(ref -> ref.id().equals(target.id())))
                .toList();
    }

    private static String names(List<DeviceGroup> groups) {
        return groups.stream().map(DeviceGroup::name).collect(Collectors.joining(", "));
    }

    private List<DeviceGroup> groups(String productId) {
        return cloud.groups(Filter.none().and("product.id", productId));
    }

    private Map<String, List<Device>> devicesByGroup(Product product) {
        return devices("product.id", product.id()).stream()
                .filter(device -> device.group() != null)
                .collect(Collectors.groupingBy(device -> device.group().id()));
    }

    private static List<Device> in(DeviceGroup group, Map<String, List<Device>> devices) {
        return devices.getOrDefault(group.id(), List.of());
    }

    private List<Device> devices(String key, String id) {
        List<Device> found = new ArrayList<>();
        try (PagedIterator<Device> walk = cloud.devices(Filter.none().and(key, id), cloud.concurrency())) {
            walk.forEachRemaining(found::add);
        }
        return found;
    }
}
