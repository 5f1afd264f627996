package io.impsh.bulk;

import io.impsh.UserException;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;

/**
 * How a plan is applied. Waves, pauses, health checks and repeating of unknown items are refused for now, with the code
 * {@code NOT_YET}, so that nobody relies on what does not happen.
 *
 * @param waves cumulative shares of the plan such as {@code 1}, {@code 5%}, {@code 100%}; empty for all at once
 * @param pause seconds between waves, or {@code ask}, or {@code null}
 * @param health name of the check between waves, or {@code null}
 * @param within how long a check may take, or {@code null}
 * @param retryUnknown whether resuming repeats what may already have happened
 * @param maxFailures no new request is started once more items than this have failed: below 1 a share of the items to
 *     send, with at least one allowed; 0 none at all; 1 and more a number; infinity never stops
 * @param stillMatching counts how many things match the selection afterwards, or {@code null}
 */
public record ApplyOptions(
        List<String> waves,
        String pause,
        String health,
        String within,
        boolean retryUnknown,
        double maxFailures,
        IntSupplier stillMatching) {
    private static final double FIVE_PERCENT = 0.05;

    public ApplyOptions {
        waves = List.copyOf(waves);
        if (Double.isNaN(maxFailures) || maxFailures < 0) {
            throw new UserException("BAD_OPTION", "maxFailures has to be 0 or more", null);
        }
    }

    public static ApplyOptions defaults() {
        return new ApplyOptions(List.of(), null, null, null, false, FIVE_PERCENT, null);
    }

    public ApplyOptions withMaxFailures(double limit) {
        return new ApplyOptions(waves, pause, health, within, retryUnknown, limit, stillMatching);
    }

    public ApplyOptions withStillMatching(IntSupplier count) {
        return new ApplyOptions(waves, pause, health, within, retryUnknown, maxFailures, count);
    }

    int allowedFailures(int sent) {
        if (maxFailures == 0 || maxFailures >= 1) {
            return (int) maxFailures;
        }
        return Math.max(1, (int) (maxFailures * sent));
    }

    void refuseWhatIsNotBuilt() {
        refuse("waves", waves.isEmpty() ? null : waves);
        refuse("pause", pause);
        refuse("health", health);
        refuse("within", within);
        refuse("retryUnknown", retryUnknown ? true : null);
    }

    private static void refuse(String option, Object value) {
        if (Objects.nonNull(value)) {
            throw new UserException(
                    "NOT_YET", "the option '" + option + "' is not there yet", "apply the plan without it");
        }
    }
}
