package io.impsh.logs;

import java.time.Duration;

/** Tells how many devices are live and how many are sampled when that has been found out, and again when it is quite different. */
final class LimitNotice {
    private static final double MUCH = 1.5;
    private static final double SHARE = 0.75;

    private LogEvent.Limited told;
    private LogEvent.Limited before;

    static Duration every(Duration atLeast, int sampled, double requestsPerSecond) {
        Duration needed = Duration.ofMillis(Math.round(1000 * sampled / (SHARE * requestsPerSecond)));
        return needed.compareTo(atLeast) > 0 ? needed : atLeast;
    }

    /** @return whether that is to be told at the beginning, when it is known what is live */
    boolean isNewsAtBegin(LogEvent.Limited present) {
        before = present;
        told = present.sampled() == 0 ? null : present;
        return told != null;
    }

    /** @return whether that is to be told: it was the same the last time, and is news */
    boolean isNews(LogEvent.Limited present) {
        boolean isSteady = before != null && before.live() == present.live() && before.sampled() == present.sampled();
        before = present;
        if (!isSteady) {
            return false;
        }
        if (present.sampled() == 0) {
            told = null;
            return false;
        }
        boolean isNews = told == null
                || isMuch(told.live(), present.live())
                || isMuch(told.sampled(), present.sampled())
                || isMuch(told.every().toMillis(), present.every().toMillis());
        told = isNews ? present : told;
        return isNews;
    }

    private static boolean isMuch(long one, long other) {
        return Math.max(one, other) >= MUCH * Math.min(one, other) && one != other;
    }
}
