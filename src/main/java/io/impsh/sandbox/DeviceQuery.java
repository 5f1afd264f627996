package io.impsh.sandbox;

import java.util.List;
import java.util.stream.Stream;

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
        if (foreign().isEmpty()) {
            return account.equals(call.caller().id()) ? devices : List.of();
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
        return new JoinedLists<>(
                groups.stream().map(group -> group.devices().inOrder()).toList());
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
        List<Device> foreign = foreign();
        List<Device> own = call.caller().devices().inOrder();
        return foreign.isEmpty()
                ? own
                : Stream.concat(own.stream(), foreign.stream())
                        .sorted(DeviceIndex.ORDER)
                        .toList();
    }

    /** Devices of other accounts, which only a shared group can hold. */
    private List<Device> foreign() {
        return store.groups(call.caller()).stream()
                .filter(group -> group.product().isShared())
                .flatMap(group -> group.devices().inOrder().stream())
                .filter(device -> device.owner() != call.caller())
                .toList();
    }
}
