package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * Which devices a list call wants. Filters on groups choose whole groups, one after the other, so that no page looks
 * at the fleet device by device.
 */
final class DeviceQuery {
    private static final List<String> OWNER_FILTERS = List.of("owner.id", "account.id");
    private static final List<String> GROUP_FILTERS =
            List.of("devicegroup.id", "product.id", "devicegroup.type", "devicegroup.owner.id");

    private final Store store;
    private final Call call;

    DeviceQuery(Store store, Call call) {
        this.store = store;
        this.call = call;
    }

    /** Inside a group, and without filters on groups, in order of creation. */
    List<Device> devices() {
        List<Device> devices = present(GROUP_FILTERS) ? inGroups() : visible();
        for (String filter : OWNER_FILTERS) {
            devices = ownedBy(call.filter(filter), devices);
        }
        return devices;
    }

    private boolean present(List<String> filters) {
        return filters.stream().anyMatch(name -> call.filter(name) != null);
    }

    private List<Device> ownedBy(String account, List<Device> devices) {
        if (account == null) {
            return devices;
        }
        Account owner = store.account(account);
        return devices.stream().filter(device -> device.owner() == owner).toList();
    }

    private List<Device> inGroups() {
        if ("null".equals(call.filter("devicegroup.owner.id"))) {
            return unassigned();
        }
        List<DeviceGroup> groups =
                store.groups(call.caller()).stream().filter(this::wanted).toList();
        if (groups.size() == 1) {
            return groups.get(0).devices().inOrder();
        }
        List<Device> devices = new ArrayList<>();
        groups.forEach(group -> devices.addAll(group.devices().inOrder()));
        return devices;
    }

    /** The literal {@code null} as owner of the group; what is in no group matches no other filter on groups. */
    private List<Device> unassigned() {
        boolean others = GROUP_FILTERS.stream()
                .anyMatch(name -> !name.equals("devicegroup.owner.id") && call.filter(name) != null);
        return others ? List.of() : call.caller().unassigned().inOrder();
    }

    private boolean wanted(DeviceGroup group) {
        return call.accepts("devicegroup.id", group.id())
                && call.accepts("product.id", group.product().id())
                && call.accepts("devicegroup.type", group.type().resourceType())
                && call.accepts("devicegroup.owner.id", group.owner().id());
    }

    private List<Device> visible() {
        if (seesOnlyOwn()) {
            return call.caller().devices().inOrder();
        }
        return store.devices().inOrder().stream()
                .filter(device -> device.visibleTo(call.caller()))
                .toList();
    }

    /** Whether no shared group can hold a device of another account. */
    private boolean seesOnlyOwn() {
        return store.groups(call.caller()).stream()
                .noneMatch(
                        group -> group.product().isShared() && !group.devices().isEmpty());
    }
}
