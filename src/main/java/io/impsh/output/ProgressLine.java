package io.impsh.output;

import java.time.Duration;

/** How far something is, on one line. */
public final class ProgressLine {
    private static final int LONGEST_BAR = 40;
    private static final int SHORTEST_BAR = 5;
    private static final int GAP = 2;
    /** Before this, a guess would jump about. */
    private static final Duration FIRST_GUESS = Duration.ofSeconds(1);

    private ProgressLine() {}

    /**
     * One line without a line end that fits the screen, such as {@code moving  804 / 1187  ━━━━╺━━  31/s  12 s left}.
     *
     * @param total negative while unknown
     */
    public static String of(String what, long done, long total, Duration elapsed, Screen screen) {
        String counts = total < 0 ? Long.toString(done) : padded(done, total) + " / " + total;
        double rate = elapsed.compareTo(FIRST_GUESS) < 0 ? 0 : done * 1000.0 / elapsed.toMillis();
        String pace = pace(done, total, rate);
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

    private static String padded(long done, long total) {
        return " "
                        .repeat(Math.max(
                                0,
                                Long.toString(total).length()
                                        - Long.toString(done).length()))
                + done;
    }

    private static String pace(long done, long total, double rate) {
        if (rate <= 0) {
            return "";
        }
        String pace = "  " + (rate < 10 ? ScalarText.number(Math.round(rate * 10) / 10.0) : Math.round(rate)) + "/s";
        long millis = (long) ((total - done) * 1000 / rate);
        return total > done ? pace + "  " + DurationText.about(Duration.ofMillis(millis)) + " left" : pace;
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
