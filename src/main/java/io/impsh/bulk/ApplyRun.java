package io.impsh.bulk;

import io.impsh.UserException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** One applying of one plan, or of what an earlier one has left, from what is known without asking to the report. */
final class ApplyRun {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Plan plan;
    private final ApplyOptions options;
    private final Run run;
    private final Tally tally;
    private final Past past;
    private final Clock clock;

    ApplyRun(ApplyTask task, Run run, Past past, Clock clock) {
        this.plan = task.plan();
        this.options = task.options();
        this.run = run;
        this.tally = run.tally();
        this.past = past;
        this.clock = clock;
    }

    /** What is known already, and what the plan knows will not be sent. */
    void leaveAlone() {
        past.settled().forEach(tally::settledBefore);
        past.answered().forEach(tally::settle);
        for (PlanItem item : plan.items()) {
            if (!item.verdict().sent() && tally.isOpen(item)) {
                tally.settle(item, Outcome.SKIPPED, item.verdict().reason());
            }
        }
    }

    /** What may be sent. */
    List<PlanItem> open() {
        return plan.items().stream().filter(tally::isOpen).toList();
    }

    void declined() {
        open().forEach(item -> tally.settle(item, Outcome.SKIPPED, "not confirmed"));
    }

    /** Everybody has agreed; from here on it takes its time. */
    void begin() {
        run.progress().begin();
    }

    void carryOut(Confirmation confirmation) {
        ApplyOptions present = wavesAreOver() ? options.withWaves(List.of()) : options;
        if (!run.cloud().isDryRun()) {
            if (past != Past.NONE) {
                new LookBack(run, clock, options.retryUnknown()).at(plan.items(), past);
            }
            if (!isFresh()) {
                new LookAgain(run)
                        .at(open().stream()
                                .filter(item -> isCopy(item) || !past.sent().containsKey(item))
                                .toList());
            }
        }
        new WavesRun(run, plan, present, confirmation).carryOut();
    }

    /** Whether a group has a copy already depends on the copies that are still to come before it. */
    private static boolean isCopy(PlanItem item) {
        return item.change() instanceof Change.Copy;
    }

    /** Then who takes the run up wants what is beyond the last wave. */
    private boolean wavesAreOver() {
        return past != Past.NONE
                && Waves.of(plan.sent(), options.waves()).waves().stream()
                        .flatMap(wave -> wave.items().stream())
                        .noneMatch(tally::isOpen);
    }

    /** A plan that was applied before starts from a state that it has changed itself. */
    private boolean isFresh() {
        if (run.journal().id() != null && !run.journal().id().equals(plan.id())) {
            return false;
        }
        Duration age = Duration.between(plan.plannedAt(), clock.instant());
        return !plan.mustLookAgain() && !age.isNegative() && age.compareTo(FRESH) < 0;
    }

    Report report(boolean changed) {
        String stopped = run.brake().whyCutShort();
        return new Report(
                run.journal().id(), plan, tally.results(), run.progress().took(), stopped, stillMatching(changed));
    }

    /** A count that fails is left out: the report of what was done must not be lost for it. */
    private OptionalInt stillMatching(boolean changed) {
        boolean count =
                changed && options.stillMatching() != null && !run.cloud().isDryRun();
        if (!count || run.control().inFlight().isCancelled()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(options.stillMatching().getAsInt());
        } catch (UserException e) {
            return OptionalInt.empty();
        }
    }
}
