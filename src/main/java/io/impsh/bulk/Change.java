package io.impsh.bulk;

import io.impsh.model.DeviceGroup;

/** What is to happen to the target of a {@link PlanItem}. */
public sealed interface Change {
    /** The device moves into {@code to}, out of whatever group it is in. It restarts. */
    record Assign(DeviceGroup to) implements Change {}

    /**
     * The device leaves its group and stops running.
     *
     * @param unbondKey the account's unbond key, which production devices need, or {@code null}
     */
    record Unassign(String unbondKey) implements Change {
        /** Without the key, which is a secret. */
        @Override
        public String toString() {
            return unbondKey == null ? "Unassign[]" : "Unassign[unbondKey=…]";
        }
    }

    /**
     * The device restarts.
     *
     * @param conditional let code that is recent enough finish what it does first
     */
    record Restart(boolean conditional) implements Change {}

    /**
     * The device gets another name.
     *
     * @param name {@code null} clears it
     */
    record Rename(String name) implements Change {}

    /** The build loses its flag, so that it can be removed. */
    record Unflag() implements Change {}

    /** The device, device group, product or build is removed from the account. It cannot be undone. */
    record Remove() implements Change {}
}
