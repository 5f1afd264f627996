package io.impsh.bulk;

import java.util.List;

/** Hands the requests over, one after the other, to a client that records them instead of sending. */
final class DryRun {
    private final Run run;

    DryRun(Run run) {
        this.run = run;
    }

    void record(List<PlanItem> items) {
        for (Batch batch : Batch.of(items)) {
            Answer answer = run.brake().reason() == null ? run.cloud().send(batch) : new Answer.NotSent();
            if (answer instanceof Answer.NotSent) {
                run.notStarted(batch.items(), run.brake().cutShort());
                continue;
            }
            boolean recorded = answer instanceof Answer.Accepted;
            for (PlanItem item : batch.items()) {
                run.tally().settle(item, recorded ? Outcome.PLANNED : Outcome.FAILED, recorded ? null : answer.words());
            }
        }
    }
}
