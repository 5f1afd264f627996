package io.impsh.shell;

import java.time.Duration;

/** Durations as they are typed: {@code 40s}, {@code 15m}, {@code 1h30m}; from a minute on in whole minutes, rounded up. */
final class ShortDuration {
    private ShortDuration() {}

    static String of(Duration duration) {
        long seconds = duration.plusMillis(999).toSeconds();
        if (seconds < 60) {
            return seconds + "s";
        }
        long minutes = (seconds + 59) / 60;
        if (minutes < 60) {
            return minutes + "m";
        }
        return minutes / 60 + "h" + (minutes % 60 == 0 ? "" : minutes % 60 + "m");
    }
}
