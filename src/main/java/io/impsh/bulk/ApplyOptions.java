package io.impsh.bulk;

import io.impsh.UserException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * How a plan is applied.
 *
 * @param waves cumulative shares of what is sent, such as {@code 1}, {@code 5%}, {@code 100%}; empty for all at once
 * @param pause between two waves
 * @param health what is asked of the devices of a wave before the next one begins
 * @param within how long a wave may take to become healthy
 * @param maxFailures no new request is started once more items than this have failed: below 1 a share of the items to
 *     send, with at least one allowed; 0 none at all; 1 and more a number; infinity never stops
 * @param retryUnknown whether resuming repeats what may already have happened
 * @param unbondKey for a plan that comes from a file or a journal, where it is not kept
 * @param stillMatching counts how many things match the selection afterwards, or {@code null}
 */
public record ApplyOptions(
        List<Share> waves,
        Pause pause,
        Health health,
        Duration within,
        double maxFailures,
        boolean retryUnknown,
        UnbondKey unbondKey,
        IntSupplier stillMatching) {
    public static final Duration DEFAULT_WITHIN = Duration.ofMinutes(5);

    private static final double FIVE_PERCENT = 0.05;

    public ApplyOptions {
        waves = List.copyOf(waves);
        if (Double.isNaN(maxFailures) || maxFailures < 0) {
            throw new UserException("BAD_OPTION", "maxFailures has to be 0 or more", null);
        }
    }

    public static ApplyOptions defaults() {
        return new ApplyOptions(
                List.of(), Pause.NONE, Health.UNCHECKED, DEFAULT_WITHIN, FIVE_PERCENT, false, UnbondKey.NONE, null);
    }

    public ApplyOptions withWaves(List<Share> shares) {
        return new ApplyOptions(shares, pause, health, within, maxFailures, retryUnknown, unbondKey, stillMatching);
    }

    public ApplyOptions withPause(Pause between) {
        return new ApplyOptions(waves, between, health, within, maxFailures, retryUnknown, unbondKey, stillMatching);
    }

    public ApplyOptions withHealth(Health wanted, Duration patience) {
        return new ApplyOptions(waves, pause, wanted, patience, maxFailures, retryUnknown, unbondKey, stillMatching);
    }

    public ApplyOptions withMaxFailures(double limit) {
        return new ApplyOptions(waves, pause, health, within, limit, retryUnknown, unbondKey, stillMatching);
    }

    public ApplyOptions withRetryUnknown(boolean repeat) {
        return new ApplyOptions(waves, pause, health, within, maxFailures, repeat, unbondKey, stillMatching);
    }

    public ApplyOptions withUnbondKey(UnbondKey key) {
        return new ApplyOptions(waves, pause, health, within, maxFailures, retryUnknown, key, stillMatching);
    }

    public ApplyOptions withStillMatching(IntSupplier count) {
        return new ApplyOptions(waves, pause, health, within, maxFailures, retryUnknown, unbondKey, count);
    }

    int allowedFailures(int sent) {
        if (maxFailures == 0 || maxFailures >= 1) {
            return (int) maxFailures;
        }
        return Math.max(1, (int) (maxFailures * sent));
    }
}
