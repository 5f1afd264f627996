package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which devices a list call wants. A filter by group or for unassigned devices reads an index, others scan. */
final class DeviceQuery {
    private static final String GROUP = "devicegroup.id";
    private static final String GROUP_OWNER = "devicegroup.owner.id";
    private static final String UNASSIGNED = "null";

    private static final Map<String, Function<Device, String>> FILTERS = filters();

    private final Store store;
    private final Call call;

    DeviceQuery(Store store, Call call) {
        this.store = store;
        this.call = call;
    }

    private static Map<String, Function<Device, String>> filters() {
        Map<String, Function<Device, String>> filters = new LinkedHashMap<>();
        filters.put("owner.id", device -> device.owner().id());
        filters.put("account.id", device -> device.owner().id());
        filters.put("product.id", inGroup(group -> group.product().id()));
        filters.put(GROUP, inGroup(DeviceGroup::id));
        filters.put("devicegroup.type", inGroup(group -> group.type().resourceType()));
        filters.put(GROUP_OWNER, inGroup(group -> group.owner().id()));
        return filters;
    }

    private static Function<Device, String> inGroup(Function<DeviceGroup, String> value) {
        return device -> device.group() == null ? UNASSIGNED : value.apply(device.group());
    }

    /** In order of creation. */
    List<Device> devices() {
        String group = call.filter(GROUP);
        if (group != null) {
            Optional<DeviceGroup> found = store.group(group, call.caller());
            return narrow(found.map(DeviceGroup::devices).orElseGet(DeviceIndex::new), GROUP);
        }
        if (UNASSIGNED.equals(call.filter(GROUP_OWNER))) {
            return narrow(call.caller().unassigned(), GROUP_OWNER);
        }
        if (seesOnlyOwn()) {
            return narrow(call.caller().devices(), "");
        }
        return store.devices().inOrder().stream()
                .filter(device -> device.visibleTo(call.caller()))
                .filter(matches(""))
                .toList();
    }

    /** @param met the filter that the index stands for */
    private List<Device> narrow(DeviceIndex index, String met) {
        boolean filtered = FILTERS.keySet().stream().anyMatch(name -> !name.equals(met) && call.filter(name) != null);
        return filtered ? index.inOrder().stream().filter(matches(met)).toList() : index.inOrder();
    }

    private Predicate<Device> matches(String met) {
        List<Predicate<Device>> wanted = new ArrayList<>();
        FILTERS.forEach((name, value) -> {
            String sought = call.filter(name);
            if (sought != null && !name.equals(met)) {
                wanted.add(device -> sought.equals(value.apply(device)));
            }
        });
        return wanted.stream().reduce(Predicate::and).orElse(device -> true);
    }

    /** Whether no shared group can hold a device of another account. */
    private boolean seesOnlyOwn() {
        return store.groups(call.caller()).stream()
                .noneMatch(
                        group -> group.product().isShared() && !group.devices().isEmpty());
    }
}
