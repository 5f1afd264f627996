package io.impsh.bulk;

import java.time.Duration;
import java.util.Map;

/**
 * What a wave has come to.
 *
 * @param number from 1 on
 * @param waves how many there are
 * @param items how many it has
 * @param total how many all waves have
 * @param counts its items per outcome; every outcome is a key
 * @param notStarted how many of those skipped were not started, because the run was to stop
 * @param health whether its devices are well
 * @param healthTook how long it took to know that
 */
public record WaveEnd(
        int number,
        int waves,
        int items,
        int total,
        Map<Outcome, Integer> counts,
        int notStarted,
        Health health,
        Duration healthTook) {
    /** Whether the devices of a wave are well. */
    public enum Health {
        /** Nobody wanted to know, or there was nothing to ask. */
        UNCHECKED,
        OK,
        FAILED,
        /** The run was asked to stop before it was known. */
        UNKNOWN
    }
}
