package io.impsh.bulk;

import java.util.List;

/** Carries items out phase by phase; in each, what is doubtful goes last. */
final class PhasesRun {
    private final Run run;
    private final Prerequisites prerequisites;

    /** @param plan all items of the plan: what an item builds on is among them */
    PhasesRun(Run run, List<PlanItem> plan) {
        this.run = run;
        this.prerequisites = new Prerequisites(plan, run.tally());
    }

    void carryOut(List<PlanItem> items) {
        int last = items.stream().mapToInt(PlanItem::phase).max().orElse(-1);
        for (int phase = 0; phase <= last; phase++) {
            carryOut(items, phase, Verdict.Kind.GO);
            carryOut(items, phase, Verdict.Kind.DOUBTFUL);
        }
    }

    private void carryOut(List<PlanItem> all, int phase, Verdict.Kind kind) {
        List<PlanItem> items = all.stream()
                .filter(item -> item.phase() == phase
                        && item.verdict().kind() == kind
                        && run.tally().isOpen(item))
                .toList();
        for (PlanItem item : items) {
            String missing = run.brake().reason() == null ? prerequisites.missing(item) : null;
            if (missing != null) {
                run.tally().settle(ItemResult.notStarted(item, missing));
            }
        }
        List<PlanItem> ready = items.stream().filter(run.tally()::isOpen).toList();
        if (run.cloud().isDryRun()) {
            new DryRun(run).record(ready);
        } else if (!ready.isEmpty()) {
            new PhaseRun(run, ready).carryOut();
        }
    }
}
