package io.impsh.output;

import io.impsh.CountedNoun;
import io.impsh.DurationWords;
import io.impsh.bulk.Change;
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
final class ReportText {
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
    static List<String> lines(Report report, Screen screen) {
        return lines(
                new Facts(
                        report.counts(),
                        report.all(),
                        report.took(),
                        report.stopped(),
                        report.stillMatching(),
                        report.isJournalled() ? report.id() : null),
                screen);
    }

    static List<String> lines(Facts facts, Screen screen) {
        return new ReportText(facts, screen).lines();
    }

    /**
     * What is told of a report.
     *
     * @param journal by which it is resumed and undone; {@code null} when none was kept
     */
    record Facts(
            Map<Outcome, Integer> counts,
            List<ItemResult> all,
            Duration took,
            String stopped,
            OptionalInt stillMatching,
            String journal) {
        int notStarted() {
            return (int) all.stream().filter(ItemResult::notStarted).count();
        }

        /** Whether anything was done that leaves something to undo. */
        boolean canUndo() {
            return journal != null
                    && all.stream()
                            .filter(result -> result.outcome() == Outcome.DONE)
                            .map(result -> result.item().change())
                            .anyMatch(change ->
                                    !(change instanceof Change.Restart) && !(change instanceof Change.Remove));
        }
    }

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
        addNotStarted(lines);
        facts.stillMatching().ifPresent(still -> lines.add(" " + matching(still)));
        if (screen.interactive() && facts.notStarted() == 0 && facts.canUndo()) {
            lines.add("Undo with plans.undo('" + facts.journal() + "').");
        }
        return lines;
    }

    /** Counted by itself: it is what resuming takes up. */
    private void addNotStarted(List<String> lines) {
        if (facts.notStarted() > 0) {
            boolean hint = screen.interactive() && facts.journal() != null;
            lines.add(" " + CountedNoun.number(facts.notStarted()) + " not started"
                    + (hint ? ": resume with plans.resume('" + facts.journal() + "')" : ""));
        }
    }

    private String counts() {
        StyledLine line = new StyledLine(screen);
        String separator = " ";
        for (Outcome outcome : outcomes()) {
            int count = facts.counts().getOrDefault(outcome, 0) - (outcome == Outcome.SKIPPED ? facts.notStarted() : 0);
            String part = CountedNoun.number(count) + " " + PlanTree.word(outcome);
            line.own(separator).own(count == 0 ? Theme.plain() : style(outcome), part);
            separator = " " + Glyphs.of(screen).dot() + " ";
        }
        return line.space(6).own(DurationWords.of(facts.took())).toString();
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

    /** Why things were left alone, each reason once; but for that which stopped the run, which is said by itself. */
    private void addSkipped(List<String> lines) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        facts.all().stream()
                .filter(result -> result.outcome() == Outcome.SKIPPED && result.reason() != null)
                .filter(result -> !result.reason().equals("not started: " + facts.stopped()))
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
