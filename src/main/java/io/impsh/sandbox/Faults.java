package io.impsh.sandbox;

import io.impsh.sandbox.Fault.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Decides, request by request, what goes wrong. The same specification and seed give the same decisions in the order
 * in which requests arrive.
 */
final class Faults {
    private final Map<Kind, Double> shares = new EnumMap<>(Kind.class);
    private final SplittableRandom random;
    private final double delayShare;
    private final Duration delay;

    Faults(Map<Kind, Double> shares, double delayShare, Duration delay, long seed) {
        this.shares.putAll(shares);
        this.delayShare = delayShare;
        this.delay = delay;
        this.random = new SplittableRandom(seed);
    }

    /** The fate of the next request. Always draws three numbers, so that one share does not shift another's luck. */
    synchronized Fault next() {
        double roll = random.nextDouble();
        boolean half = random.nextBoolean();
        Duration wait = random.nextDouble() < delayShare ? delay : Duration.ZERO;
        for (Map.Entry<Kind, Double> entry : shares.entrySet()) {
            roll -= entry.getValue();
            if (roll < 0) {
                return new Fault(entry.getKey(), afterwards(entry.getKey(), half), wait);
            }
        }
        return new Fault(Kind.NONE, false, wait);
    }

    private static boolean afterwards(Kind kind, boolean half) {
        return switch (kind) {
            case TRUNCATE -> true;
            case INTERNAL_ERROR, RESET -> half;
            default -> false;
        };
    }
}
