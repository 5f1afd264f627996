package io.impsh.bulk;

/** A request and what became of it. */
record SentBatch(Batch batch, Answer answer) {
    /** Whether only the present state tells what has happened. A restart leaves no state. */
    boolean needsReadBack() {
        boolean surelyNothing = answer instanceof Answer.NotSent
                || answer instanceof Answer.Unanswered unanswered && !unanswered.mayHaveHappened();
        return !surelyNothing && !(batch.change() instanceof Change.Restart);
    }

    /** Of a request that is about one. */
    PlanItem item() {
        return batch.items().get(0);
    }

    /** How many of its items may turn out as failed. */
    int suspects() {
        if (!(answer instanceof Answer.Refused refused)) {
            return 0;
        }
        int named = refused.perItem().size();
        boolean someNamed = named > 0 && !refused.whole();
        return someNamed ? Math.min(named, batch.items().size()) : batch.items().size();
    }
}
