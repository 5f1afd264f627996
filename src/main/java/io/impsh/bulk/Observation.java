package io.impsh.bulk;

import io.impsh.model.Device;
import io.impsh.model.EntityRef;

/** What a look at a thing showed. */
sealed interface Observation {
    /**
     * It is there. Not the whole device is kept: a run may look at a hundred thousand.
     *
     * @param group of a device or build in one, else {@code null}
     * @param name of a device that has one, else {@code null}
     * @param flagged of a build, else {@code false}
     */
    record Present(EntityRef group, String name, boolean flagged) implements Observation {
        static Present of(Device device) {
            return new Present(device.group(), device.name(), false);
        }

        static Present of(Build build) {
            return new Present(build.group(), build.label(), build.flagged());
        }

        /** A thing of which only matters that it is there. */
        static Present plain() {
            return new Present(null, null, false);
        }
    }

    /** The service knows no such thing. */
    record Gone() implements Observation {}

    /** The service gave no usable answer. */
    record Unreadable(String words) implements Observation {}
}
