package io.impsh.bulk;

import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import java.util.Objects;

/**
 * Predicts the service's answer for one device. What its documents forbid is refused; what can only be concluded by
 * analogy is doubtful.
 */
final class Verdicts {
    private Verdicts() {}

    static Verdict assign(Device device, DeviceGroup to) {
        if (device.group() != null && device.group().id().equals(to.id())) {
            return Verdict.already("already there");
        }
        if (isIn(device, DeviceGroupType.PRODUCTION) && !to.groupType().isProduction()) {
            return Verdict.refused(
                    "a production device cannot be moved to another kind of group; unassign({unbondKey}) it first");
        }
        if (to.groupType().isProduction()) {
            return intoProduction(device, to);
        }
        if (isIn(device, DeviceGroupType.PRE_PRODUCTION)) {
            return Verdict.doubtful("a pre-production device may have to be unassigned first");
        }
        if (to.groupType().isDut()) {
            return Verdict.doubtful("devices get into " + to.groupType().kind() + " groups by fixture BlinkUp");
        }
        if (to.groupType().isFactory() && isImp001(device)) {
            return Verdict.refused(
                    "imp001 cards are not admitted to " + to.groupType().kind() + " groups");
        }
        return Verdict.GO;
    }

    /** The documents speak of production groups; that pre-production groups are alike is an analogy. */
    private static Verdict intoProduction(Device device, DeviceGroup to) {
        if (!isIn(device, to.groupType())) {
            return Verdict.refused("devices get into " + to.groupType().kind() + " groups by blessing, not by hand");
        }
        if (!Objects.equals(device.product(), to.product())) {
            return Verdict.refused("production devices move only between groups of the same product");
        }
        return to.groupType().equals(DeviceGroupType.PRODUCTION)
                ? Verdict.GO
                : Verdict.doubtful("moving between pre-production groups is not documented");
    }

    private static boolean isIn(Device device, DeviceGroupType type) {
        return device.group() != null && type.json().equals(device.group().type());
    }

    /** Unassigned, such a device is no longer seen, which looks as if it were gone. */
    static boolean isForeign(Device device, String ownAccount) {
        return device.owner() != null && !device.owner().id().equals(ownAccount);
    }

    private static boolean isImp001(Device device) {
        return device.impType() != null && device.impType().startsWith("imp001");
    }

    static Verdict unassign(Device device, String unbondKey) {
        if (device.group() == null) {
            return Verdict.already("already unassigned");
        }
        if (unbondKey == null && isIn(device, DeviceGroupType.PRODUCTION)) {
            return Verdict.refused("a production device needs the unbond key: unassign({unbondKey})");
        }
        if (unbondKey == null && isIn(device, DeviceGroupType.PRE_PRODUCTION)) {
            return Verdict.doubtful("a pre-production device may need the unbond key");
        }
        return Verdict.GO;
    }

    static Verdict restart(Device device) {
        return device.group() == null
                ? Verdict.refused("an unassigned device runs nothing that could restart")
                : Verdict.GO;
    }

    static Verdict rename(Device device, String newName) {
        return sameName(device.name(), newName) ? Verdict.already("already has that name") : Verdict.GO;
    }

    /** The service reads a cleared name back as {@code null} or empty. */
    static boolean sameName(String one, String other) {
        return Objects.requireNonNullElse(one, "").equals(Objects.requireNonNullElse(other, ""));
    }
}
