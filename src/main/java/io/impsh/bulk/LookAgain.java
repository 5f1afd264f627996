package io.impsh.bulk;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads once more what is about to be changed, and settles what is no longer as the plan has it. */
final class LookAgain {
    private final Run run;

    LookAgain(Run run) {
        this.run = run;
    }

    /**
     * When the run is stopped meanwhile, what has not been looked at stays open.
     *
     * @param items what will be sent; of several about one thing only the first is looked at
     */
    void at(List<PlanItem> items) {
        if (run.brake().reason() != null) {
            return;
        }
        Set<String> targets = new HashSet<>();
        List<PlanItem> first =
                items.stream().filter(item -> targets.add(item.target().id())).toList();
        Map<String, Observation> seen = run.readerUntilStopped().read(first, List.of(Listing::before));
        first.stream()
                .filter(item -> seen.containsKey(item.target().id()))
                .forEach(item -> compare(item, run.state(item, seen)));
        run.tellJournal();
        run.progress().tell(ApplyProgress.Stage.LOOKING_AGAIN);
    }

    private void compare(PlanItem item, State now) {
        switch (now.kind()) {
            case UNCHANGED -> {}
            case CHANGED -> run.tally().settle(item, Outcome.SKIPPED, ItemResult.ALREADY_SO + now.words());
            case ELSEWHERE -> run.tally().settle(item, Outcome.STALE, now.words());
            case UNREADABLE -> unreadable(item, now);
        }
    }

    /** Reading that was cancelled is no failure of the item. */
    private void unreadable(PlanItem item, State now) {
        if (!run.control().isStopping()) {
            run.tally().settle(item, Outcome.FAILED, "not sent, its state could not be read: " + now.words());
        }
    }
}
