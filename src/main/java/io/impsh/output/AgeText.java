package io.impsh.output;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, while that says more than the date. */
final class AgeText {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TOO_LONG = Duration.ofDays(8);

    private AgeText() {}

    /** Such as {@code  (12 min ago)}, with a blank before it; empty for what is older than a week, or to come. */
    static String of(Instant time, Instant now) {
        Duration age = Duration.between(time, now);
        if (age.isNegative() || age.compareTo(TOO_LONG) >= 0) {
            return "";
        }
        return " (" + words(age) + ")";
    }

    private static String words(Duration age) {
        if (age.compareTo(MINUTE) < 0) {
            return "just now";
        } else if (age.compareTo(HOUR) < 0) {
            return age.toMinutes() + " min ago";
        } else if (age.compareTo(DAY) < 0) {
            return age.toHours() + " h ago";
        }
        return age.toDays() == 1 ? "1 day ago" : age.toDays() + " days ago";
    }
}
