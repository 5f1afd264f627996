package io.impsh.bulk;

import java.time.Duration;
import java.util.Map;

/**
 * How far the applying of a plan is.
 *
 * @param counts items per outcome so far; every outcome is a key
 * @param answered items that are settled, or accepted and not yet read back
 * @param total items of the plan
 * @param itemsPerSecond answered items per second since the start
 * @param took since the start
 * @param wave the wave at hand; {@code null} without waves
 */
public record ApplyProgress(
        Stage stage,
        Map<Outcome, Integer> counts,
        int answered,
        int total,
        double itemsPerSecond,
        Duration took,
        WaveProgress wave) {
    /** What is being done. */
    public enum Stage {
        LOOKING_AGAIN,
        CHANGING,
        READING_BACK,
        /** Waiting before the next wave. */
        PAUSING,
        /** Waiting for the devices of the wave to become healthy. */
        CHECKING_HEALTH
    }
}
