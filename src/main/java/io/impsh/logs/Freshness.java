package io.impsh.logs;

import io.impsh.model.Device;
import java.time.Instant;

/**
 * How up to date what is known of one device is.
 *
 * @param checkedAt until when all its lines are known, by this machine's clock; now for a live one, {@code null} for one
 *     that was never read
 * @param lastLineAt when its newest line was logged, by the service's clock; {@code null} when there was none
 * @param lines lines told until now
 */
public record Freshness(Device device, Mode mode, Instant checkedAt, Instant lastLineAt, long lines) {
    /** How its lines come. */
    public enum Mode {
        LIVE,
        SAMPLED,
        /** It has no logs where it is, or has left. */
        SILENT
    }
}
