package io.impsh.bulk;

import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;

/**
 * A device group as the aim of a change: what has to be known of it, and can be kept in a file.
 *
 * @param ref its type is the group's concrete type
 * @param name its name when planned
 * @param product the product it belongs to
 */
public record GroupTarget(EntityRef ref, String name, EntityRef product) {
    static GroupTarget of(DeviceGroup group) {
        return new GroupTarget(group.ref(), group.name(), group.product());
    }

    public String id() {
        return ref.id();
    }

    public DeviceGroupType groupType() {
        return DeviceGroupType.of(ref.type());
    }
}
