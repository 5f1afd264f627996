package io.impsh.api;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * What the service's clock shows at least, as its answers tell. They tell whole seconds, cut off: the more answers come,
 * the closer the bound. Answers of some minutes ago are forgotten, as no two clocks run alike. Safe for use by many
 * threads.
 */
final class ServiceTime {
    private static final long PERIOD = Duration.ofMinutes(3).toNanos();

    private final WaitClock clock;
    private boolean heard;
    private long periodBegan;
    /** Nanoseconds since 1970 by the service's clock less those by ours, at least; of this period and the one before. */
    private long ahead = Long.MIN_VALUE;

    private long aheadBefore = Long.MIN_VALUE;

    ServiceTime(WaitClock clock) {
        this.clock = clock;
    }

    /** The same connector, whose answers are noted. */
    Connector noting(Connector next) {
        return request -> {
            ApiResponse response = next.send(request);
            note(response.header("date"), response.answeredAt());
            return response;
        };
    }

    private void note(String date, long answeredAt) {
        if (date == null) {
            return;
        }
        try {
            Instant told = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            note(Duration.between(Instant.EPOCH, told).toNanos() - answeredAt, answeredAt);
        } catch (DateTimeParseException | ArithmeticException odd) {
            // Another answer will tell.
        }
    }

    private synchronized void note(long bound, long at) {
        if (!heard || at - periodBegan > PERIOD) {
            aheadBefore = at - periodBegan > 2 * PERIOD ? Long.MIN_VALUE : ahead;
            ahead = Long.MIN_VALUE;
            periodBegan = at;
            heard = true;
        }
        ahead = Math.max(ahead, bound);
    }

    /** The earliest that it can be now; by this machine's clock when no answer has told. */
    synchronized Instant earliestNow() {
        return heard
                ? Instant.EPOCH.plus(Duration.ofNanos(Math.max(ahead, aheadBefore) + clock.nanoTime()))
                : clock.now();
    }
}
