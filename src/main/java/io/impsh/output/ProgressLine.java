package io.impsh.output;

import io.impsh.CountedNoun;
import io.impsh.DurationWords;
import io.impsh.script.CloudTraffic;
import java.time.Duration;

/** How far something is, on one line. */
public final class ProgressLine {
    private static final int LONGEST_BAR = 40;
    private static final int SHORTEST_BAR = 5;
    static final int GAP = 2;
    /** Before this, a guess would jump about. */
    private static final Duration FIRST_GUESS = Duration.ofSeconds(1);

    /** A request that takes this long is worth to be named. */
    private static final Duration SLOW = Duration.ofMillis(500);
    /** Shorter waits are the usual pace of the limit. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private ProgressLine() {}

    /**
     * One line without a line end that fits the screen, such as {@code moving  804 / 1187  ━━━━╺━━  31/s  12 s left}.
     *
     * @param total negative while unknown
     */
    public static String of(String what, long done, long total, Duration elapsed, Screen screen) {
        return of(what, done, total, elapsed, CloudTraffic.none(), screen);
    }

    /**
     * The same with what the rate limit does to it, such as {@code · waiting 2.1 s for the rate limit}.
     *
     * @param total negative while unknown
     */
    public static String of(String what, long done, long total, Duration elapsed, CloudTraffic traffic, Screen screen) {
        return of(new Work(what, done, total, total, ""), elapsed, traffic, screen);
    }

    /**
     * What is being done.
     *
     * @param total negative while unknown
     * @param largest for which there is room in the column of numbers
     * @param notes stand between the bar and the rate; may be empty
     */
    record Work(String what, long done, long total, long largest, String notes) {}

    static String of(Work work, Duration elapsed, CloudTraffic traffic, Screen screen) {
        String what = work.what();
        long done = work.done();
        long total = work.total();
        String counts = total < 0 ? CountedNoun.number(done) : counts(done, total, work.largest());
        double rate = elapsed.compareTo(FIRST_GUESS) < 0 ? 0 : done * 1000.0 / elapsed.toMillis();
        String pace = (work.notes().isEmpty() ? "" : "  " + work.notes())
                + pace(done, total, rate, elapsed)
                + limit(traffic, screen);
        StyledLine line = new StyledLine(screen).foreign(what).space(GAP).own(counts);
        int room = screen.isTerminal() ? screen.width() - 1 - line.width() - GAP - pace.length() : LONGEST_BAR;
        if (total > 0 && room >= SHORTEST_BAR) {
            addBar(line.space(GAP), done, total, Math.min(LONGEST_BAR, room), screen);
        }
        line.own(pace);
        return screen.isTerminal() && line.width() >= screen.width()
                ? new StyledLine(screen)
                        .foreign(Theme.plain(), what + "  " + counts, screen.width() - 1)
                        .toString()
                : line.toString();
    }

    /**
     * What is being asked while nobody tells how far it is, such as {@code asking GET /devices … 3 s}; empty while there
     * is nothing to tell.
     *
     * @param elapsed since whatever asks has begun
     */
    public static String asking(CloudTraffic traffic, Duration elapsed, Screen screen) {
        boolean slow = traffic.request() != null && traffic.since().compareTo(SLOW) >= 0;
        Duration since = slow ? traffic.since() : elapsed;
        String what = "asking " + (slow ? traffic.request() : "the service") + " "
                + Glyphs.of(screen).ellipsis()
                + (since.compareTo(FIRST_GUESS) < 0 ? "" : " " + DurationWords.passed(since))
                + limit(traffic, screen);
        StyledLine line = new StyledLine(screen);
        return (screen.isTerminal() ? line.foreign(Theme.plain(), what, screen.width() - 1) : line.foreign(what))
                .toString();
    }

    private static String limit(CloudTraffic traffic, Screen screen) {
        if (!traffic.limited()) {
            return "";
        }
        return "  " + Glyphs.of(screen).dot() + " "
                + (traffic.delay().compareTo(WORTH_TELLING) >= 0
                        ? "waiting " + DurationWords.of(traffic.delay()) + " for the rate limit"
                        : ScalarText.number(traffic.requestsPerSecond()) + " requests/s");
    }

    /** Such as {@code   804 / 1,187}, in columns with room for {@code largest}. */
    static String counts(long done, long total, long largest) {
        int digits = CountedNoun.number(largest).length();
        String all = CountedNoun.number(total);
        String some = CountedNoun.number(done);
        return " ".repeat(Math.max(0, digits - some.length())) + some + " / " + all
                + " ".repeat(Math.max(0, digits - all.length()));
    }

    private static String pace(long done, long total, double rate, Duration elapsed) {
        String since = total < 0 && elapsed.compareTo(FIRST_GUESS) >= 0 ? "  " + DurationWords.passed(elapsed) : "";
        if (rate <= 0) {
            return since;
        }
        String pace = "  "
                + (rate < 10 ? ScalarText.number(Math.round(rate * 10) / 10.0) : CountedNoun.number(Math.round(rate)))
                + "/s";
        long millis = (long) ((total - done) * 1000 / rate);
        return total > done ? pace + "  " + DurationWords.about(Duration.ofMillis(millis)) + " left" : pace + since;
    }

    private static void addBar(StyledLine line, long done, long total, int columns, Screen screen) {
        Glyphs glyphs = Glyphs.of(screen);
        int full = (int) Math.min(columns, done * columns / total);
        line.own(screen.theme().name(), glyphs.bar().repeat(full));
        if (full < columns) {
            line.own(screen.theme().muted(), glyphs.barEnd() + glyphs.rest().repeat(columns - full - 1));
        }
    }
}
