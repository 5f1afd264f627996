package io.impsh.bulk;

import io.impsh.model.Device;
import java.time.Duration;
import java.util.function.Predicate;

/** What the devices of a wave have to show before the next one begins. */
public sealed interface Health {
    Health UNCHECKED = new Unchecked();

    /** Nothing. */
    record Unchecked() implements Health {}

    /**
     * Signs that the service tells of; at least one of the two.
     *
     * @param online they have to be on line again within so long; those that were off line before are not asked about.
     *     {@code null} for never mind
     * @param noErrors they have to log no error for so long after the wave, or {@code null}
     */
    record Signs(Duration online, Duration noErrors) implements Health {}

    /**
     * A function of the script. It cannot be written down, and has to be given again for a run to be resumed.
     *
     * @param isHealthy called on the thread that applies the plan; what it throws ends the run
     */
    record Check(Predicate<Device> isHealthy) implements Health {}

    /** A function was given, and has to be given again. */
    record KeptBack() implements Health {}
}
