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
 */
public record ApplyProgress(
        Stage stage, Map<Outcome, Integer> counts, int answered, int total, double itemsPerSecond, Duration took) {
    /** What is being done. */
    public enum Stage {
        LOOKING_AGAIN,
        CHANGING,
        READING_BACK
    }
}
