package io.impsh.api;

import io.impsh.model.DeviceGroup;
import io.impsh.model.EntityRef;
import java.util.List;
import java.util.Map;

/** The device groups that the account may see. */
public final class DeviceGroups {
    DeviceGroups() {}

    public PagedIterable<DeviceGroup> list(Filter filter) {
        throw new UnsupportedOperationException();
    }

    public DeviceGroup get(String id) {
        throw new UnsupportedOperationException();
    }

    public DeviceGroup create(NewDeviceGroup group) {
        throw new UnsupportedOperationException();
    }

    public DeviceGroup update(EntityRef group, Map<String, Object> attributes, Map<String, EntityRef> relationships) {
        throw new UnsupportedOperationException();
    }

    public void delete(String id) {
        throw new UnsupportedOperationException();
    }

    public void restart(String id, boolean conditional) {
        throw new UnsupportedOperationException();
    }

    public void assign(String groupId, List<String> deviceIds) {
        throw new UnsupportedOperationException();
    }

    public void unassign(String groupId, List<String> deviceIds, String unbondKey) {
        throw new UnsupportedOperationException();
    }
}
