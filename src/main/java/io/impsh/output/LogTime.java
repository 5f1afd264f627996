package io.impsh.output;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Local times of log lines, to the millisecond. Most lines share their second with the one before. */
final class LogTime {
    private static final String UNKNOWN = "--:--:--.---";
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int DAY_LENGTH = "2024-02-29 ".length();
    private static final long RECENT_SECONDS = Duration.ofHours(12).toSeconds();

    private final ZoneId zone;
    private long second = Long.MIN_VALUE;
    private String told = "";

    LogTime(ZoneId zone) {
        this.zone = zone;
    }

    void append(Instant time, boolean dated, StringBuilder to) {
        if (time == null) {
            to.append(UNKNOWN);
            return;
        }
        if (time.getEpochSecond() != second) {
            told = SECOND.format(time.atZone(zone));
            second = time.getEpochSecond();
        }
        int millis = time.getNano() / 1_000_000;
        to.append(told, dated ? 0 : told.length() - "HH:mm:ss".length(), told.length())
                .append('.')
                .append((char) ('0' + millis / 100))
                .append((char) ('0' + millis / 10 % 10))
                .append((char) ('0' + millis % 10));
    }

    static int width(Instant time, boolean dated) {
        return UNKNOWN.length() + (dated && time != null ? DAY_LENGTH : 0);
    }

    /** Whether whoever reads it now needs no day with it: it is today's, or but hours old. */
    boolean isNear(Instant time, Instant now) {
        return time == null
                || Math.abs(time.getEpochSecond() - now.getEpochSecond()) < RECENT_SECONDS
                || isOf(now.atZone(zone).toLocalDate(), time);
    }

    boolean isOf(LocalDate day, Instant time) {
        return time == null || time.atZone(zone).toLocalDate().equals(day);
    }
}
