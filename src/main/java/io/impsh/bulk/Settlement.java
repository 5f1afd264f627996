package io.impsh.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides from the present state of the service what sent items have come to: its bulk calls are not atomic, and an
 * answer may be lost, so that no answer proves anything. A restart, which leaves no state, goes by its answer.
 */
final class Settlement {
    /** Answers lost in a row, with nothing of the batch having happened, before it is called failed. */
    static final int MOST_LOSSES = 8;

    private final Run run;
    private final UnderWay underWay;
    private final Creations creations;

    Settlement(Run run) {
        this(run, false);
    }

    /** @param retryUnknown whether what may have been made, where that cannot be told, is to be made again */
    Settlement(Run run, boolean retryUnknown) {
        this.run = run;
        this.underWay = new UnderWay(run);
        this.creations = new Creations(run, underWay, retryUnknown);
    }

    /** Told of each answer as it comes: what it made is not to be taken for something else later. */
    void heard(Answer answer) {
        underWay.heard();
        if (answer instanceof Answer.Accepted accepted) {
            creations.claim(accepted.created());
        }
    }

    /** Settles items; what it returns is to be sent again. */
    List<Batch> settle(List<SentBatch> sent) {
        List<SentBatch> toRead = sent.stream()
                .filter(each -> each.needsReadBack() && !each.batch().creates())
                .toList();
        Map<String, Observation> seen = readBack(
                toRead.stream().flatMap(each -> each.batch().items().stream()).toList());
        lookOnceMore(toRead, seen);
        List<Batch> again = new ArrayList<>();
        for (SentBatch each : sent) {
            if (!each.needsReadBack()) {
                settleByAnswer(each);
            } else if (!each.batch().creates()) {
                again.addAll(settleByState(each, seen));
            }
        }
        again.addAll(settleCreations(sent));
        return again;
    }

    private List<Batch> settleCreations(List<SentBatch> sent) {
        List<SentBatch> creating = sent.stream()
                .filter(each -> each.needsReadBack() && each.batch().creates())
                .toList();
        if (creating.isEmpty()) {
            return List.of();
        }
        return creations.settle(creating).stream()
                .flatMap(each -> again(each, each.batch().items()).stream())
                .toList();
    }

    private Map<String, Observation> readBack(List<PlanItem> items) {
        if (items.isEmpty() || run.control().inFlight().isCancelled()) {
            return Map.of();
        }
        return run.reader().read(items, List.of(Listing::after, Settlement::whereItWas));
    }

    /** A request that shows no effect, and was not refused, may still be under way. */
    private void lookOnceMore(List<SentBatch> sent, Map<String, Observation> seen) {
        List<PlanItem> late = sent.stream()
                .filter(each -> !(each.answer() instanceof Answer.Refused))
                .flatMap(each -> each.batch().items().stream())
                .filter(item -> seen.containsKey(item.target().id())
                        && run.state(item, seen).kind() == State.Kind.UNCHANGED)
                .toList();
        if (late.isEmpty()) {
            return;
        }
        underWay.await();
        Map<String, Observation> now = readBack(late);
        late.forEach(item -> seen.put(
                item.target().id(),
                now.getOrDefault(item.target().id(), new Observation.Unreadable("it was cancelled"))));
    }

    /** What is removed should be in no listing. */
    private static Optional<Listing> whereItWas(PlanItem item) {
        return item.change() instanceof Change.Remove ? Optional.empty() : Listing.before(item);
    }

    private void settleByAnswer(SentBatch sent) {
        if (sent.answer() instanceof Answer.NotSent) {
            run.notStarted(sent.batch().items(), run.brake().cutShort());
            return;
        }
        Outcome outcome = sent.answer() instanceof Answer.Accepted
                ? Outcome.DONE
                : sent.answer() instanceof Answer.Lost || mayHaveHappened(sent.answer())
                        ? Outcome.UNKNOWN
                        : Outcome.FAILED;
        String reason = outcome == Outcome.DONE ? null : sent.answer().words();
        sent.batch().items().forEach(item -> run.tally().settle(item, outcome, reason));
    }

    private static boolean mayHaveHappened(Answer answer) {
        return answer instanceof Answer.Unanswered unanswered && unanswered.mayHaveHappened();
    }

    private List<Batch> settleByState(SentBatch sent, Map<String, Observation> seen) {
        List<PlanItem> notHappened = new ArrayList<>();
        for (PlanItem item : sent.batch().items()) {
            if (seen.isEmpty()) {
                run.tally().settle(item, Outcome.UNKNOWN, "cancelled before its state was read back");
                continue;
            }
            State state = run.state(item, seen);
            switch (state.kind()) {
                case CHANGED -> run.tally().settle(item, Outcome.DONE, null);
                case UNREADABLE ->
                    run.tally().settle(item, Outcome.UNKNOWN, "its state could not be read back: " + state.words());
                case ELSEWHERE ->
                    elsewhere(item, sent, state, seen.get(item.target().id()));
                case UNCHANGED -> unchanged(item, sent.answer(), state, notHappened);
            }
        }
        return again(sent, notHappened);
    }

    /** Sending it again would undo what someone else has done meanwhile. */
    private void elsewhere(PlanItem item, SentBatch sent, State state, Observation seen) {
        Answer answer = sent.answer();
        if (hasLeftOurSight(item, seen) && !(answer instanceof Answer.Refused)) {
            run.tally().settle(item, Outcome.DONE, null);
        } else if (answer instanceof Answer.Accepted) {
            run.tally().settle(item, Outcome.FAILED, "accepted by the service, but " + state.words());
        } else if (answer instanceof Answer.Refused refused && !isFreed(item)) {
            run.tally().settle(item, Outcome.FAILED, new RefusalWords(sent.batch(), refused).about(item));
        } else {
            run.tally().settle(item, Outcome.STALE, state.words());
        }
    }

    /** A device of another account is seen only as long as it is in a group that we see. */
    private static boolean hasLeftOurSight(PlanItem item, Observation seen) {
        return item.change() instanceof Change.Unassign && seen instanceof Observation.Gone;
    }

    /** What somebody else took away, or elsewhere, no longer stands in the way of anything. */
    private static boolean isFreed(PlanItem item) {
        return item.change() instanceof Change.Unassign || item.change() instanceof Change.Unflag;
    }

    private void unchanged(PlanItem item, Answer answer, State state, List<PlanItem> notHappened) {
        if (answer instanceof Answer.Accepted) {
            run.tally().settle(item, Outcome.FAILED, "accepted by the service, but " + state.words());
        } else {
            notHappened.add(item);
        }
    }

    private List<Batch> again(SentBatch sent, List<PlanItem> rest) {
        Batch batch = sent.batch();
        String words = sent.answer().words();
        if (sent.answer() instanceof Answer.Refused refused) {
            List<PlanItem> unclear = new RefusalWords(batch, refused).settleClear(rest, run.tally());
            return batch.halves(unclear, words);
        }
        if (rest.isEmpty()) {
            return List.of();
        }
        Batch next = batch.afterLoss(rest, words);
        if (sent.answer() instanceof Answer.Lost && next.lost() < MOST_LOSSES) {
            return List.of(next);
        }
        rest.forEach(item -> run.tally().settle(item, Outcome.FAILED, words + "; it has not happened"));
        return List.of();
    }
}
