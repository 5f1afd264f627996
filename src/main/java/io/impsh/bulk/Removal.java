package io.impsh.bulk;

/**
 * What may be done to what stands in the way of a removal.
 *
 * @param force unassign devices, unflag builds, and of a product remove the groups first
 * @param builds remove the builds, too; without it they stay behind without a group
 * @param unbondKey the account's unbond key, which production devices need, or {@code null}
 */
public record Removal(boolean force, boolean builds, String unbondKey) {
    /** Only the thing itself, if nothing stands in the way. */
    public static Removal plain() {
        return new Removal(false, false, null);
    }

    public static Removal forced() {
        return new Removal(true, false, null);
    }

    /** Without the key, which is a secret. */
    @Override
    public String toString() {
        return "Removal[force=" + force + ", builds=" + builds + (unbondKey == null ? "]" : ", unbondKey=…]");
    }
}
