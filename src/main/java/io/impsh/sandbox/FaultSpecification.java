package io.impsh.sandbox;

import io.impsh.sandbox.Fault.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes wrong and how often, as it is written: parts with a comma between, each with a share or a time. */
final class FaultSpecification {
    private static final Pattern PART = Pattern.compile("([^:@]*):([^:@]*)(?:@([^:@]*))?");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)%");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s)");
    private static final String ALLOWED = "allowed are 429:N%, 500:N%, reset:N%, truncate:N%, delay:N%@TIME,"
            + " stream-cut:TIME, stream-stall:TIME or stream-stall:TIME@TIME, stream-close:TIME, stream-garbage:N% and"
            + " stream-forget:N%, a TIME being such as 500ms or 5s";

    private final Map<Kind, Double> shares = new EnumMap<>(Kind.class);
    private final Map<StreamTrouble, Duration> troubles = new EnumMap<>(StreamTrouble.class);
    private double delayShare;
    private Duration delay = Duration.ZERO;
    private Duration stalled;
    private double garbage;
    private double forgetting;

    private FaultSpecification() {}

    /** @throws IllegalArgumentException naming the part that cannot be read and what is allowed */
    static FaultSpecification parse(String text) {
        FaultSpecification read = new FaultSpecification();
        if (!text.isBlank()) {
            for (String part : text.split(",", -1)) {
                read.add(new Part(part.strip()));
            }
        }
        if (read.shares.values().stream().mapToDouble(Double::doubleValue).sum() > 1.0 + 1e-9) {
            throw new IllegalArgumentException("faults '" + text + "': 429, 500, reset and truncate exclude"
                    + " each other, so together they may reach 100%");
        }
        return read;
    }

    /** Those that befall requests, beginning their sequence. */
    Faults ofRequests(long seed) {
        return new Faults(shares, delayShare, delay, seed);
    }

    /** Those that befall the connections of log streams, beginning their sequence. */
    StreamFaults ofStreams(long seed) {
        return new StreamFaults(troubles, stalled, garbage, forgetting, seed);
    }

    private void add(Part part) {
        switch (part.word) {
            case "delay" -> {
                part.written("delay:N%@TIME", true);
                delayShare = part.share();
                delay = part.time(part.second);
            }
            case "stream-stall" -> {
                part.written("stream-stall:TIME or stream-stall:TIME@TIME", part.second != null);
                troubles.put(StreamTrouble.STALL, part.interval(part.first));
                stalled = part.second == null ? null : part.interval(part.second);
            }
            case "stream-cut" ->
                troubles.put(StreamTrouble.CUT, part.only("TIME").interval(part.first));
            case "stream-close" ->
                troubles.put(StreamTrouble.CLOSE, part.only("TIME").interval(part.first));
            case "stream-garbage" -> garbage = part.only("N%").share();
            case "stream-forget" -> forgetting = part.only("N%").share();
            default -> shares.merge(kind(part), part.only("N%").share(), Double::sum);
        }
    }

    private static Kind kind(Part part) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.NONE && kind.word().equals(part.word)) {
                return kind;
            }
        }
        throw part.refused("unknown fault '" + part.word + "'; ");
    }

    /** One part: its word, and the one or two figures that belong to it. */
    private static final class Part {
        private final String text;
        private final String word;
        private final String first;
        private final String second;
        private String form = "";

        Part(String text) {
            this.text = text;
            Matcher matcher = PART.matcher(text);
            if (!matcher.matches()) {
                throw refused("");
            }
            this.word = matcher.group(1);
            this.first = matcher.group(2);
            this.second = matcher.group(3);
        }

        /** With one figure, which is called that. */
        Part only(String figure) {
            return written(word + ":" + figure, false);
        }

        Part written(String as, boolean withSecond) {
            form = "it is written " + as + "; ";
            if ((second != null) != withSecond) {
                throw refused(form);
            }
            return this;
        }

        double share() {
            Matcher matcher = SHARE.matcher(first);
            if (!matcher.matches()) {
                throw refused(form);
            }
            double share = Double.parseDouble(matcher.group(1)) / 100;
            if (share > 1) {
                throw refused("more than 100%; ");
            }
            return share;
        }

        Duration time(String figure) {
            Matcher matcher = TIME.matcher(figure);
            if (!matcher.matches()) {
                throw refused(form);
            }
            long number = Long.parseLong(matcher.group(1));
            return matcher.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
        }

        Duration interval(String figure) {
            Duration time = time(figure);
            if (time.isZero()) {
                throw refused("the time must be more than nothing; ");
            }
            return time;
        }

        IllegalArgumentException refused(String why) {
            return new IllegalArgumentException("fault '" + text + "': " + why + ALLOWED);
        }
    }
}
