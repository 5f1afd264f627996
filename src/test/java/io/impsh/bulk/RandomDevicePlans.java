package io.impsh.bulk;

import io.impsh.api.Filter;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import java.util.List;
import java.util.Random;

/** Plans of every change of devices, for some of a fleet's devices, now and then narrowed. */
final class RandomDevicePlans {
    private final Random random;
    private final SandboxFleet fleet;

    RandomDevicePlans(Random random, SandboxFleet fleet) {
        this.random = random;
        this.fleet = fleet;
    }

    Plan next() {
        Plan plan = plan(some(fleet.client.devices().list(Filter.none()).toList()));
        int every = 2 + random.nextInt(9);
        return random.nextBoolean()
                ? plan
                : plan.without(item -> item.target().id().hashCode() % every == 0);
    }

    private Plan plan(List<Device> devices) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> fleet.planner.assign(devices, group());
            case 3 -> fleet.planner.unassign(devices, key());
            case 4 -> fleet.planner.rename(devices, device -> "n-" + device.id());
            case 5 -> fleet.planner.rename(devices, device -> random.nextBoolean() ? null : "same");
            case 6 -> fleet.planner.restart(devices, random.nextBoolean());
            default ->
                fleet.planner.removeDevices(
                        devices.subList(0, devices.size() / 4), new Removal(random.nextBoolean(), false, key()));
        };
    }

    private List<Device> some(List<Device> devices) {
        int percent = 5 + random.nextInt(96);
        return devices.stream().filter(device -> random.nextInt(100) < percent).toList();
    }

    private DeviceGroup group() {
        List<DeviceGroup> groups = fleet.groups();
        return groups.get(random.nextInt(groups.size()));
    }

    private String key() {
        return random.nextBoolean() ? RandomFleet.UNBOND_KEY : null;
    }
}
