package io.impsh.sandbox;

import java.util.Optional;

/** Which device may be put where by hand, and what it takes to get one out of production. */
final class AssignmentRules {
    private AssignmentRules() {}

    /**
     * Why a device may not be assigned to a group, or empty if it may.
     *
     * @param identifier what the caller called it, for the message
     */
    static Optional<ApiError> refusal(String identifier, Device device, DeviceGroup to) {
        DeviceGroup from = device.group();
        if (from == to) {
            return Optional.empty();
        }
        if (from != null && from.type() == GroupType.PRODUCTION && !areSiblings(from, to)) {
            return Optional.of(unbondKeyNeeded("Device '" + identifier
                    + "' is in a production devicegroup; it has to be unassigned with the unbond key first."));
        }
        if (!to.type().entersByHand() && !areSiblings(from, to)) {
            return refused("Device '" + identifier + "' cannot be assigned to a "
                    + to.type().resourceType()
                    + " by hand, unless from another one of the same product.");
        }
        if (to.type().isFixture() && device.hardware().isFirstGeneration()) {
            return refused("Device '" + identifier + "' is an imp001, which cannot be in a "
                    + to.type().resourceType() + ".");
        }
        return Optional.empty();
    }

    /** Only production groups need a key; for others it is ignored. */
    static void requireUnbondKey(DeviceGroup group, String key) {
        if (group.type() == GroupType.PRODUCTION && !group.owner().unbondKey().equals(key)) {
            throw unbondKeyNeeded("Unassigning production devices needs the account's unbond key.")
                    .exception();
        }
    }

    private static boolean areSiblings(DeviceGroup from, DeviceGroup to) {
        return from != null && from.type() == to.type() && from.product() == to.product();
    }

    private static Optional<ApiError> refused(String detail) {
        return Optional.of(new ApiError(400, "CX008", "Assignment Refused", detail));
    }

    private static ApiError unbondKeyNeeded(String detail) {
        return new ApiError(403, "PX301", "Invalid Unbond Key", detail);
    }
}
