package io.impsh.bulk;

import io.impsh.UserException;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;

/** One applying of one plan, from what is known without asking to the report. */
final class ApplyRun {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Plan plan;
    private final ApplyOptions options;
    private final Run run;
    private final Tally tally;
    private final Clock clock;

    ApplyRun(ApplyTask task, Run run, Clock clock) {
        this.plan = task.plan();
        this.options = task.options();
        this.run = run;
        this.tally = run.tally();
        this.clock = clock;
    }

    /** What the plan already knows will not be sent. */
    void leaveAlone() {
        for (PlanItem item : plan.items()) {
            if (item.verdict().kind() == Verdict.Kind.ALREADY) {
                tally.settleAlready(item, item.verdict().reason());
            } else if (!item.verdict().sent()) {
                tally.settle(item, Outcome.SKIPPED, item.verdict().reason());
            }
        }
    }

    void declined() {
        plan.sent().forEach(item -> tally.settle(item, Outcome.SKIPPED, "not confirmed"));
    }

    /** Everybody has agreed; from here on it takes its time. */
    void begin() {
        run.progress().begin();
    }

    void carryOut(Confirmation confirmation, Timing timing) {
        if (!run.cloud().isDryRun() && !isFresh()) {
            new LookAgain(run).at(plan.sent());
        }
        new WavesRun(run, plan, options, confirmation, timing).carryOut();
    }

    private boolean isFresh() {
        Duration age = Duration.between(plan.plannedAt(), clock.instant());
        return !plan.mustLookAgain() && !age.isNegative() && age.compareTo(FRESH) < 0;
    }

    Report report(boolean changed) {
        String stopped = run.brake().whyCutShort();
        return new Report(plan, tally.results(), run.progress().took(), stopped, stillMatching(changed));
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
