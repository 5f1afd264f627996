package io.impsh.script;

import java.time.Duration;
import java.util.Optional;

/** Durations as people write them: {@code 90s}, {@code 10m}, {@code 1h30m}, {@code 500ms}, or plain seconds. */
public final class DurationText {
    private static final String[] UNITS = {"ms", "d", "h", "m", "s"};
    private static final long[] MILLISECONDS = {1, 86_400_000, 3_600_000, 60_000, 1_000};

    /** Longer ones are mistakes, and would overflow sooner or later. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private DurationText() {}

    /** Empty when the text is no duration. */
    public static Optional<Duration> parse(String text) {
        String trimmed = text.strip();
        long total = 0;
        int position = 0;
        while (position < trimmed.length()) {
            int end = endOfNumber(trimmed, position);
            int unit = unitAt(trimmed, end);
            boolean plainSeconds = position == 0 && end == trimmed.length();
            if (end == position || unit < 0 && !plainSeconds) {
                return Optional.empty();
            }
            double amount = number(trimmed.substring(position, end));
            double milliseconds = amount * (plainSeconds ? 1_000 : MILLISECONDS[unit]);
            if (!(milliseconds <= LONGEST.toMillis())) {
                return Optional.empty();
            }
            total += Math.round(milliseconds);
            position = plainSeconds ? end : end + UNITS[unit].length();
        }
        boolean usable = position > 0 && total <= LONGEST.toMillis();
        return usable ? Optional.of(Duration.ofMillis(total)) : Optional.empty();
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static double number(String digits) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException notOne) {
            return Double.NaN;
        }
    }

    private static int unitAt(String text, int position) {
        for (int unit = 0; unit < UNITS.length; unit++) {
            if (text.startsWith(UNITS[unit], position)) {
                return unit;
            }
        }
        return -1;
    }
}
