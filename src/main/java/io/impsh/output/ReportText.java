package io.impsh.output;

import io.impsh.bulk.ItemResult;
import io.impsh.bulk.Outcome;
import io.impsh.bulk.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jline.utils.AttributedStyle;

/** What came of a plan: the counts, and what needs a look. */
public final class ReportText {
    private static final int MOST_ITEMS = 10;
    private static final int OUTCOME_WIDTH = 9;
    private static final List<Outcome> USUAL =
            List.of(Outcome.DONE, Outcome.FAILED, Outcome.STALE, Outcome.SKIPPED, Outcome.UNKNOWN);
    private static final List<Outcome> WORTH_A_LOOK = List.of(Outcome.FAILED, Outcome.UNKNOWN, Outcome.STALE);

    private final Facts facts;
    private final Screen screen;

    private ReportText(Facts facts, Screen screen) {
        this.facts = facts;
        this.screen = screen;
    }

    /** Lines without line ends. Single items are only named where somebody is there to read them. */
    public static List<String> lines(Report report, Screen screen) {
        return lines(
                new Facts(report.counts(), report.all(), report.took(), report.stopped(), report.stillMatching()),
                screen);
    }

    static List<String> lines(Facts facts, Screen screen) {
        return new ReportText(facts, screen).lines();
    }

    /** What is told of a report. */
    record Facts(
            Map<Outcome, Integer> counts,
            List<ItemResult> all,
            Duration took,
            String stopped,
            OptionalInt stillMatching) {}

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(counts());
        if (screen.interactive()) {
            WORTH_A_LOOK.forEach(outcome -> addItems(lines, outcome));
            addSkipped(lines);
        }
        if (facts.stopped() != null) {
            StyledLine line = new StyledLine(screen).space(1).own(screen.theme().warning(), "stopped: ");
            lines.add(line.foreign(facts.stopped()).toString());
        }
        facts.stillMatching().ifPresent(still -> lines.add(" " + matching(still)));
        return lines;
    }

    private String counts() {
        StyledLine line = new StyledLine(screen);
        String separator = " ";
        for (Outcome outcome : outcomes()) {
            int count = facts.counts().getOrDefault(outcome, 0);
            String part = CountedNoun.number(count) + " " + PlanTree.word(outcome);
            line.own(separator).own(count == 0 ? Theme.plain() : style(outcome), part);
            separator = " " + Glyphs.of(screen).dot() + " ";
        }
        return line.space(6).own(DurationText.of(facts.took())).toString();
    }

    /** A dry run sends nothing, so that nothing can have been done. */
    private List<Outcome> outcomes() {
        return facts.counts().getOrDefault(Outcome.PLANNED, 0) > 0 ? List.of(Outcome.PLANNED, Outcome.SKIPPED) : USUAL;
    }

    private void addItems(List<String> lines, Outcome outcome) {
        List<ItemResult> results = facts.all().stream()
                .filter(result -> result.outcome() == outcome)
                .toList();
        results.stream().limit(MOST_ITEMS).forEach(result -> lines.add(item(result)));
        int more = results.size() - MOST_ITEMS;
        if (more > 0) {
            String rest = "and " + CountedNoun.number(more) + " more: _." + PlanTree.word(outcome) + ".table()";
            lines.add(new StyledLine(screen).space(3).own(rest).toString());
        }
    }

    /** Why things were left alone, each reason once. */
    private void addSkipped(List<String> lines) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        facts.all().stream()
                .filter(result -> result.outcome() == Outcome.SKIPPED && result.reason() != null)
                .forEach(result -> reasons.merge(result.reason(), 1, Integer::sum));
        reasons.forEach((reason, count) -> lines.add(new StyledLine(screen)
                .space(3)
                .own("skipped")
                .spaceTo(3 + OUTCOME_WIDTH)
                .own(CountedNoun.number(count))
                .space(2)
                .foreign(reason)
                .toString()));
    }

    private String item(ItemResult result) {
        StyledLine line = new StyledLine(screen).space(3);
        line.own(style(result.outcome()), PlanTree.word(result.outcome())).spaceTo(3 + OUTCOME_WIDTH);
        line.foreign(result.item().label());
        return (result.reason() == null ? line : line.space(2).foreign(result.reason())).toString();
    }

    private static String matching(int count) {
        return count == 1
                ? "1 still matches the selection"
                : (count == 0 ? "none" : CountedNoun.number(count)) + " still match the selection";
    }

    private AttributedStyle style(Outcome outcome) {
        Theme theme = screen.theme();
        return switch (outcome) {
            case FAILED -> theme.error();
            case UNKNOWN, STALE -> theme.warning();
            case DONE, SKIPPED, PLANNED -> Theme.plain();
        };
    }
}
