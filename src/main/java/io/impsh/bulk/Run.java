package io.impsh.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the steps of one run share. All but {@code cloud} is for the thread that applies the plan. */
record Run(
        Cloud cloud,
        Workers workers,
        Tally tally,
        Brake brake,
        Journal journal,
        ApplyControl control,
        Progress progress,
        Timing timing,
        UnaryOperator<String> groupNames) {
    static Run of(ApplyTask task, Cloud cloud, Workers workers, Journal journal, Timing timing) {
        Plan plan = task.plan();
        Tally tally = new Tally(plan.items());
        int allowed = task.options().allowedFailures(plan.sent().size());
        Map<String, String> names = groupNames(plan.items());
        return new Run(
                cloud,
                workers,
                tally,
                new Brake(task.control(), tally, allowed),
                journal,
                task.control(),
                new Progress(task.listener(), tally),
                timing,
                id -> names.getOrDefault(id, "group " + id));
    }

    private static Map<String, String> groupNames(List<PlanItem> items) {
        Map<String, String> names = new HashMap<>();
        for (PlanItem item : items) {
            if (item.from() != null) {
                names.put(item.from().id(), item.fromName());
            }
            if (item.change() instanceof Change.Assign assign) {
                names.put(assign.to().id(), assign.to().name());
            }
        }
        return names;
    }

    /** For what has been sent: whatever happens, it has to be known what came of it. */
    StateReader reader() {
        return new StateReader(cloud, workers, () -> false);
    }

    /** For what has not been sent, of which nothing more needs to be known once the run is to stop. */
    StateReader readerUntilStopped() {
        return new StateReader(cloud, workers, control::isStopping);
    }

    State state(PlanItem item, Map<String, Observation> seen) {
        return State.of(item, seen.get(item.target().id()), groupNames);
    }

    /** Counts no failure: what was not started can be started later. */
    void notStarted(List<PlanItem> items, String reason) {
        items.forEach(item -> tally.settle(ItemResult.notStarted(item, reason)));
    }

    /** Writes down what is known by now. What cannot be written stays true, but nothing more is sent. */
    void tellJournal() {
        List<ItemResult> settled = tally.takeNewlySettled();
        if (settled.isEmpty()) {
            return;
        }
        try {
            journal.settled(settled);
        } catch (RuntimeException e) {
            journalFailed(e);
        }
    }

    /** It is told even when nothing was left to be started: the journal does not have all that came of it. */
    void journalFailed(RuntimeException failure) {
        brake.pull("the journal cannot be written: " + failure.getMessage());
        brake.cutShort();
    }
}
