package io.impsh.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Times as the service writes them, {@code 2018-07-22T11:27:49.633Z}. Digit by digit, since a page of devices has three
 * hundred, and a formatter would take as long as all the rest of it.
 */
final class TimeText {
    private static final long DAY = 86_400_000;

    private TimeText() {}

    /** Of milliseconds since 1970, in the years 0 to 9999. */
    static String of(long milliseconds) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(milliseconds, DAY));
        int time = (int) Math.floorMod(milliseconds, DAY);
        byte[] text = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.ISO_8859_1);
        put(date.getYear(), 3, text);
        put(date.getMonthValue(), 6, text);
        put(date.getDayOfMonth(), 9, text);
        put(time / 3_600_000, 12, text);
        put(time / 60_000 % 60, 15, text);
        put(time / 1000 % 60, 18, text);
        put(time % 1000, 22, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void put(int number, int lastDigit, byte[] text) {
        int place = lastDigit;
        for (int rest = number; rest > 0; rest /= 10) {
            text[place--] = (byte) ('0' + rest % 10);
        }
    }
}
