package io.impsh.sandbox;

/**
 * Is told what happens to simulated things, while the store's monitor is held: it must not wait for anything. Moves of
 * the seed and of tests go untold.
 */
interface StoreListener {
    /** A call put the device into the group that it now has, maybe the same as before; it starts anew. */
    default void assigned(Device device) {}

    /** @param from the group that it has just left */
    default void unassigned(Device device, DeviceGroup from) {}

    /** Device and agent reboot at once onto the current deployment of their group. */
    default void restarted(Device device) {}

    /** It went on line or off. */
    default void turned(Device device) {}

    /** It has left its account for good. */
    default void removed(Device device) {}

    /** A polite word to the device that there is newer code; it goes on running what it runs. */
    default void notified(Device device) {}

    /** New code is in its group; no device runs it yet. */
    default void deployed(Deployment deployment) {}

    /** Bootloaded into the production group that it now has. */
    default void blessed(Device device) {}

    /** A BlinkUp: of an end user in production, of a fixture, or of a developer. */
    default void enrolled(Device device) {}

    /** Something may have changed that is to be kept. */
    default void changed() {}

    /** Everything is gone, to be planted anew: what was kept about devices and groups means nothing any more. */
    default void cleared() {}
}
