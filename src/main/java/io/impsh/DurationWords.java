package io.impsh;

import java.time.Duration;
import java.util.Locale;

/** Spans of time in the two largest units that matter. */
public final class DurationWords {
    private DurationWords() {}

    /** Such as {@code 0.6 s}, {@code 41 s}, {@code 3 min 12 s} and {@code 2 h 5 min}. */
    public static String of(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        // 9.96 would become 10.0
        return seconds < 9.95 ? String.format(Locale.ROOT, "%.1f s", seconds) : whole(Math.round(seconds));
    }

    /** As {@link #of}, but for guesses: never less than a second, and no tenths. */
    public static String about(Duration duration) {
        return whole(Math.max(1, (duration.toMillis() + 999) / 1000));
    }

    /** As {@link #of}, but for what is counted while one looks: whole seconds, from 0 on. */
    public static String passed(Duration duration) {
        return whole(duration.toSeconds());
    }

    /** As {@link #of}, but for what was set: whole seconds, from 1 on. */
    public static String rounded(Duration duration) {
        return whole(Math.max(1, Math.round(duration.toMillis() / 1000.0)));
    }

    private static String whole(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return two(seconds / 60, "min", seconds % 60, "s");
        }
        return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
