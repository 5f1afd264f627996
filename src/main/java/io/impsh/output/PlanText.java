package io.impsh.output;

import io.impsh.CountedNoun;
import io.impsh.DurationWords;
import io.impsh.bulk.Plan;
import io.impsh.bulk.PlanSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plan in a few lines: what moves where, what is left alone and why, and what it takes. */
public final class PlanText {
    private static final int INDENT = 3;
    private static final int GAP = 4;
    private static final int LEAST_COUNT = 3;

    private final PlanSummary summary;
    private final String name;
    private final Screen screen;

    private PlanText(PlanSummary summary, String name, Screen screen) {
        this.summary = summary;
        this.name = name;
        this.screen = screen;
    }

    /**
     * Lines without line ends; the last one says what to do with it, if somebody is there.
     *
     * @param name the variable it is in
     */
    public static List<String> lines(Plan plan, String name, Screen screen) {
        return lines(plan.summary(), name, screen);
    }

    static List<String> lines(PlanSummary summary, String name, Screen screen) {
        return new PlanText(summary, name, screen).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(title());
        lines.addAll(countLines());
        if (summary.sent() > 0) {
            lines.add(line().space(INDENT).own(effort()).toString());
            if (screen.interactive()) {
                lines.add("Apply with " + name + ".apply(), look with " + name + ".items, keep with " + name
                        + ".save('file').");
            }
        }
        return lines;
    }

    private List<String> title() {
        int width = screen.interactive() && screen.width() > 0 ? screen.width() : Integer.MAX_VALUE;
        List<String> lines = new ArrayList<>();
        for (String text : WrappedText.lines("Plan: " + summary.title(), width)) {
            lines.add(line().foreign(screen.theme().heading(), text).toString());
        }
        return lines;
    }

    private List<String> countLines() {
        List<Row> rows = rows();
        int labels = rows.stream().mapToInt(row -> row.label().width()).max().orElse(0);
        int digits = rows.stream().mapToInt(row -> row.count().length()).max().orElse(0);
        int end = labels + GAP + Math.max(LEAST_COUNT, digits);
        return rows.stream()
                .map(row -> row.label()
                        .spaceTo(end - row.count().length())
                        .own(row.count())
                        .toString())
                .toList();
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        int from = summary.moves().stream()
                .mapToInt(move -> DisplayWidth.of(SafeText.clean(move.fromName())))
                .max()
                .orElse(0);
        for (PlanSummary.Move move : summary.moves()) {
            StyledLine label = line().space(INDENT).foreign(move.fromName()).spaceTo(INDENT + from);
            label.own("  " + Glyphs.of(screen).arrow() + "  ").foreign(move.toName());
            rows.add(new Row(label, CountedNoun.number(move.count())));
        }
        summary.removals()
                .forEach((what, count) -> rows.add(new Row(line().space(INDENT).own(what), CountedNoun.number(count))));
        if (summary.leftAlone().isEmpty()) {
            rows.add(new Row(line().space(INDENT).own("left alone"), "0"));
        }
        addReasons(rows, "left alone: ", summary.leftAlone());
        addReasons(rows, "may be refused, sent last: ", summary.doubtful());
        addReasons(rows, "owned by ", summary.foreign());
        return rows;
    }

    private void addReasons(List<Row> rows, String what, Map<String, Integer> counts) {
        counts.forEach((reason, count) ->
                rows.add(new Row(line().space(INDENT).own(what).foreign(reason), CountedNoun.number(count))));
    }

    private String effort() {
        double rate = summary.requestsPerSecond();
        String limit = rate == Math.rint(rate) ? Long.toString((long) rate) : String.format(Locale.ROOT, "%.1f", rate);
        return CountedNoun.of(summary.requests(), "request") + ", about "
                + DurationWords.about(summary.estimate())
                + (Double.isInfinite(rate) ? "" : " at " + limit + " requests/s");
    }

    private StyledLine line() {
        return new StyledLine(screen);
    }

    private record Row(StyledLine label, String count) {}
}
