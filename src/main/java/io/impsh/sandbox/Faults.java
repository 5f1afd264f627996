package io.impsh.sandbox;

import io.impsh.sandbox.Fault.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides, request by request, what goes wrong. The same specification and seed give the same decisions in the order
 * in which requests arrive.
 */
final class Faults {
    private static final Pattern PART = Pattern.compile("([^:@]*):(\\d+(?:\\.\\d+)?)%(?:@(\\d+)(ms|s))?");
    private static final String ALLOWED = "allowed are 429:N%, 500:N%, reset:N%, truncate:N% and delay:N%@MSms";
    private static final String DELAY = "delay";

    private final Map<Kind, Double> shares = new EnumMap<>(Kind.class);
    private final SplittableRandom random;
    private double delayShare;
    private Duration delay = Duration.ZERO;

    private Faults(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** @throws IllegalArgumentException naming the part that cannot be read and what is allowed */
    static Faults parse(String specification, long seed) {
        Faults faults = new Faults(seed);
        if (!specification.isBlank()) {
            for (String part : specification.split(",", -1)) {
                faults.add(part.strip());
            }
        }
        if (faults.shares.values().stream().mapToDouble(Double::doubleValue).sum() > 1.0 + 1e-9) {
            throw new IllegalArgumentException("faults '" + specification + "': 429, 500, reset and truncate exclude"
                    + " each other, so together they may reach 100%");
        }
        return faults;
    }

    private void add(String part) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw refused(part, "");
        }
        double share = Double.parseDouble(matcher.group(2)) / 100;
        if (share > 1) {
            throw refused(part, "more than 100%; ");
        }
        boolean timed = matcher.group(3) != null;
        if (matcher.group(1).equals(DELAY)) {
            if (!timed) {
                throw refused(part, "a delay needs a time; ");
            }
            long number = Long.parseLong(matcher.group(3));
            delay = matcher.group(4).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
            delayShare = share;
            return;
        }
        if (timed) {
            throw refused(part, "only a delay has a time; ");
        }
        shares.merge(kind(part, matcher.group(1)), share, Double::sum);
    }

    private static Kind kind(String part, String word) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.NONE && kind.word().equals(word)) {
                return kind;
            }
        }
        throw refused(part, "unknown fault '" + word + "'; ");
    }

    private static IllegalArgumentException refused(String part, String why) {
        return new IllegalArgumentException("fault '" + part + "': " + why + ALLOWED);
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
