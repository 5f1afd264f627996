package io.impsh.output;

import io.impsh.CountedNoun;
import io.impsh.bulk.Author;
import io.impsh.bulk.ItemResult;
import io.impsh.bulk.JournalledPlan;
import io.impsh.bulk.JournalledPlan.Status;
import io.impsh.bulk.Outcome;
import io.impsh.bulk.Report;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plan that was applied: how far it has come, what came of its items, and how to go on. */
final class JournalText {
    private static final int MOST_ITEMS = 10;
    private static final int LABEL_END = 11;
    private static final List<Outcome> COUNTED =
            List.of(Outcome.DONE, Outcome.FAILED, Outcome.STALE, Outcome.SKIPPED, Outcome.UNKNOWN);
    private static final List<Outcome> WORTH_A_LOOK = List.of(Outcome.FAILED, Outcome.UNKNOWN, Outcome.STALE);

    private final Facts facts;
    private final Screen screen;
    private final Clock clock;
    private final long left;
    private final List<String> lines = new ArrayList<>();

    private JournalText(Facts facts, Screen screen, Clock clock) {
        this.facts = facts;
        this.screen = screen;
        this.clock = clock;
        left = facts.all().stream().filter(ItemResult::notStarted).count();
    }

    static List<String> lines(JournalledPlan plan, Screen screen, Clock clock) {
        return lines(Facts.of(plan), screen, clock);
    }

    static List<String> lines(Facts facts, Screen screen, Clock clock) {
        return new JournalText(facts, screen, clock).lines();
    }

    /** What is told of a plan that was applied. */
    record Facts(
            String id,
            String title,
            Status status,
            Instant begunAt,
            Instant endedAt,
            Author author,
            String endpoint,
            Map<Outcome, Integer> counts,
            List<ItemResult> all,
            String stopped) {
        private static Facts of(JournalledPlan plan) {
            Report report = plan.report();
            return new Facts(
                    plan.id(),
                    plan.title(),
                    plan.status(),
                    plan.begunAt(),
                    plan.endedAt(),
                    plan.author(),
                    plan.home().endpoint(),
                    report.counts(),
                    report.all(),
                    report.stopped());
        }
    }

    private List<String> lines() {
        lines.add(new StyledLine(screen)
                .foreign(screen.theme().heading(), "Plan " + facts.id() + ": " + facts.title())
                .toString());
        fact("status", status());
        fact("begun", time(facts.begunAt()));
        if (facts.endedAt() != null) {
            fact("ended", time(facts.endedAt()));
        }
        fact("by", author());
        fact("at", facts.endpoint());
        lines.add(counts());
        if (screen.interactive()) {
            WORTH_A_LOOK.forEach(this::addItems);
            addNextSteps();
        }
        return lines;
    }

    private void fact(String name, String value) {
        lines.add(new StyledLine(screen)
                .space(3)
                .own(screen.theme().muted(), name)
                .spaceTo(LABEL_END)
                .foreign(value)
                .toString());
    }

    private String status() {
        return switch (facts.status()) {
            case RUNNING -> "running: a shell is applying it";
            case COMPLETE -> "complete";
            case STOPPED -> "stopped" + (facts.stopped() == null ? "" : ": " + facts.stopped());
            case INTERRUPTED -> "interrupted: it ended without a word";
        };
    }

    private String time(Instant time) {
        return ScalarText.local(time, clock.getZone()) + AgeText.of(time, clock.instant());
    }

    private String author() {
        Author author = facts.author();
        String profile = author.profile() == null ? "" : ", profile " + author.profile();
        return author.who() + profile + ", " + author.program();
    }

    private String counts() {
        StyledLine line = new StyledLine(screen);
        String separator = " ";
        for (Outcome outcome : COUNTED) {
            // What is left is skipped for the time being.
            long count = facts.counts().getOrDefault(outcome, 0) - (outcome == Outcome.SKIPPED ? left : 0);
            line.own(separator).own(CountedNoun.number(count) + " " + PlanTree.word(outcome));
            separator = " " + Glyphs.of(screen).dot() + " ";
        }
        return (left == 0 ? line : line.own(separator).own(CountedNoun.number(left) + " left")).toString();
    }

    private void addItems(Outcome outcome) {
        List<ItemResult> results = facts.all().stream()
                .filter(result -> result.outcome() == outcome)
                .toList();
        for (ItemResult result : results.subList(0, Math.min(MOST_ITEMS, results.size()))) {
            StyledLine line =
                    new StyledLine(screen).space(3).own(PlanTree.word(outcome)).spaceTo(LABEL_END + 1);
            line.foreign(result.item().label());
            lines.add((result.reason() == null ? line : line.space(2).foreign(result.reason())).toString());
        }
        if (results.size() > MOST_ITEMS) {
            lines.add("   and " + CountedNoun.number(results.size() - MOST_ITEMS) + " more: _.items");
        }
    }

    private void addNextSteps() {
        boolean canResume = facts.status() == Status.STOPPED || facts.status() == Status.INTERRUPTED;
        boolean canUndo = facts.status() != Status.RUNNING
                && facts.counts().getOrDefault(Outcome.DONE, 0) + facts.counts().getOrDefault(Outcome.UNKNOWN, 0) > 0;
        List<String> steps = new ArrayList<>();
        if (canResume) {
            steps.add("resume with plans.resume('" + facts.id() + "')");
        }
        if (canUndo) {
            steps.add("undo with plans.undo('" + facts.id() + "')");
        }
        if (!steps.isEmpty()) {
            String all = String.join(", ", steps);
            lines.add(all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) + ".");
        }
    }
}
