package io.impsh.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads the service's time stamps. Nearly all are of one form, {@code 2024-03-05T09:30:01.250Z}, which is read digit by
 * digit: log lines come by the ten thousand a second, and the general way takes a microsecond or more for each.
 */
final class TimeStamps {
    private static final String FORM = "0000-00-00T00:00:00.000Z";
    private static final int SECONDS_A_DAY = 86_400;
    private static final int NANOS = 1_000_000;

    private TimeStamps() {}

    /** {@code null} for what is no time. */
    static Instant read(String text) {
        try {
            return isOfForm(text) ? ofForm(text) : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException odd) {
            return null;
        }
    }

    private static boolean isOfForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char wanted = FORM.charAt(i);
            char present = text.charAt(i);
            if (wanted == '0' ? present < '0' || present > '9' : present != wanted) {
                return false;
            }
        }
        return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
    }

    private static Instant ofForm(String text) {
        LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        int second = (number(text, 11, 13) * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
        return Instant.ofEpochSecond(date.toEpochDay() * SECONDS_A_DAY + second, (long) number(text, 20, 23) * NANOS);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
