package io.impsh.sandbox;

import java.util.List;
import java.util.Optional;

/** Finds what a call to the side door names, whosever it is; what is not there is told with what may be given. */
final class Finder {
    private final Store store;

    Finder(Store store) {
        this.store = store;
    }

    /** The device of the path: by device id, MAC address, agent id while it is assigned, or a name that is its alone. */
    Device device(Call call) {
        String identifier = call.parameter("device");
        Optional<Device> found = store.device(identifier);
        if (found.isPresent()) {
            return found.get();
        }
        List<Device> named = store.devices().inOrder().stream()
                .filter(device -> identifier.equals(device.name()))
                .limit(2)
                .toList();
        if (named.size() != 1) {
            throw ApiError.notFound((named.isEmpty() ? "There is no device '" : "Several devices are called '")
                            + identifier + "'; give a device id, a MAC address, or a name that only one device has.")
                    .exception();
        }
        return named.get(0);
    }

    /** By id, or a name that is its alone. */
    DeviceGroup group(String identifier) {
        List<DeviceGroup> groups = store.groups().stream()
                .filter(group -> group.id().equals(identifier) || group.name().equals(identifier))
                .toList();
        if (groups.size() != 1) {
            throw ApiError.notFound(
                            groups.isEmpty()
                                    ? "There is no device group '" + identifier + "'; give its id or its name."
                                    : "Several device groups are called '" + identifier + "'; give an id.")
                    .at("/group")
                    .exception();
        }
        return groups.get(0);
    }

    /** By id, user name or e-mail. */
    Account account(String identifier) {
        return store.accounts().stream()
                .filter(account -> account.id().equals(identifier) || account.isCalled(identifier))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound(
                                "There is no account '" + identifier + "'; give an id, a user name or an e-mail.")
                        .at("/account")
                        .exception());
    }

    /** Where the factory line of a fixture, or of a device under test, sends what it has blessed. */
    DeviceGroup blessingTarget(Device device) {
        DeviceGroup group = device.group();
        List<DeviceGroup> targets = store.groups().stream()
                .filter(fixtures -> fixtures.productionTarget() != null)
                .filter(fixtures -> fixtures == group || fixtures.dutTarget() == group)
                .map(DeviceGroup::productionTarget)
                .distinct()
                .toList();
        if (group == null || targets.size() != 1) {
            throw DoorRequest.refused(
                    "group",
                    "is required, as the device is not on one factory line; name a production group such as"
                            + " {\"group\": \"Thermostat field\"}");
        }
        return targets.get(0);
    }
}
