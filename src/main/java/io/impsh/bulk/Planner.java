package io.impsh.bulk;

import io.impsh.api.ImpClient;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.Product;
import java.util.List;
import java.util.function.Function;

/**
 * Makes plans. It changes nothing; it reads what the caller does not hand in: names, the own account, and for removals
 * what hangs on the thing. A device that is handed in twice is planned once.
 */
public final class Planner {
    /** @param names where names come from; may know few */
    public Planner(ImpClient client, GroupNames names) {}

    public Plan assign(List<Device> devices, DeviceGroup to) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** @param unbondKey needed for devices in production groups, or {@code null} */
    public Plan unassign(List<Device> devices, String unbondKey) {
        throw new UnsupportedOperationException("not built yet");
    }

    public Plan restart(List<Device> devices, boolean conditional) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** @param newName the new name of a device; {@code null} or empty clears it */
    public Plan rename(List<Device> devices, Function<Device, String> newName) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** @param force unassign first what is assigned */
    public Plan removeDevices(List<Device> devices, boolean force) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * @param force unassign its devices first
     * @param builds remove its builds too
     */
    public Plan removeGroup(DeviceGroup group, boolean force, boolean builds) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * @param force unassign the devices and remove the groups first
     * @param builds remove the builds too
     */
    public Plan removeProduct(Product product, boolean force, boolean builds) {
        throw new UnsupportedOperationException("not built yet");
    }
}
