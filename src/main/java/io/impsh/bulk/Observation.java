package io.impsh.bulk;

import io.impsh.model.Device;

/** What a look at a thing showed. */
sealed interface Observation {
    /** @param device {@code null} for a group or product, of which only the presence counts */
    record Present(Device device) implements Observation {}

    /** The service knows no such thing. */
    record Gone() implements Observation {}

    /** The service gave no usable answer. */
    record Unreadable(String words) implements Observation {}
}
