package io.impsh.bulk;

import io.impsh.model.Device;
import io.impsh.model.EntityRef;

/** What a look at a thing showed. */
sealed interface Observation {
    /**
     * It is there. Not the whole device is kept: a run may look at a hundred thousand.
     *
     * @param group of a device in one, else {@code null}
     * @param name of a device that has one, else {@code null}
     */
    record Present(EntityRef group, String name) implements Observation {
        static Present of(Device device) {
            return new Present(device.group(), device.name());
        }
    }

    /** The service knows no such thing. */
    record Gone() implements Observation {}

    /** The service gave no usable answer. */
    record Unreadable(String words) implements Observation {}
}
