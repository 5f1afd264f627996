package io.impsh.bulk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Carries out items that depend on nothing but each other's requests: sends batches, reads back when all are answered,
 * sends again what was refused in company or lost, until every item is settled.
 *
 * <p>Sending pauses for reading back as soon as the refusals so far, if all of them were real, would be too many: then
 * it is found out first how many are.
 */
final class PhaseRun {
    private final Run run;
    private final Settlement settlement;
    private final Deque<Batch> queue;
    private List<SentBatch> unsettled = new ArrayList<>();
    private int suspects;
    private int inFlight;

    PhaseRun(Run run, List<PlanItem> items) {
        this.run = run;
        this.settlement = new Settlement(run);
        this.queue = new ArrayDeque<>(Batch.of(items));
    }

    void carryOut() {
        do {
            suspects = 0;
            run.workers().run(this::next, this::send, this::answered);
            settleWhatIsDue();
        } while (!queue.isEmpty() && run.brake().reason() == null);
        settleWhatIsLeft();
    }

    private Sending next() {
        boolean pause =
                run.brake().reason() != null || suspects > 0 && run.brake().wouldStop(suspects);
        if (pause || queue.isEmpty() || mustWait(queue.peek())) {
            return null;
        }
        try {
            Batch batch = queue.peek().sentAt(run.cloud().earliestTime());
            int request = run.journal().before(batch.items(), batch.since());
            queue.poll();
            inFlight++;
            return new Sending(request, batch);
        } catch (RuntimeException e) {
            run.journalFailed(e);
            return null;
        }
    }

    /** Copies go one after the other, each settled unless accepted: the last of the plan ends up as the newest build. */
    private boolean mustWait(Batch batch) {
        return batch.change() instanceof Change.Copy
                && (inFlight > 0 || unsettled.stream().anyMatch(sent -> !(sent.answer() instanceof Answer.Accepted)));
    }

    /** @param request its number in the journal */
    private record Sending(int request, Batch batch) {}

    /** Whatever goes wrong in the client after this point, the request may have been carried out. */
    private Answer send(Sending sending) {
        run.control().sent();
        try {
            return run.cloud().send(sending.batch());
        } catch (RuntimeException e) {
            return new Answer.Lost(e.toString());
        } finally {
            run.control().answered();
        }
    }

    private void answered(Sending sending, Answer answer) {
        inFlight--;
        tellJournal(sending.request(), answer);
        Batch batch = sending.batch();
        SentBatch sent = new SentBatch(batch, answer);
        unsettled.add(sent);
        settlement.heard(answer);
        suspects += sent.suspects();
        if (answer instanceof Answer.Unanswered unanswered) {
            run.brake().pull(unanswered.words());
        }
        run.progress().answered(batch.items().size());
        run.progress().tell(ApplyProgress.Stage.CHANGING);
    }

    /** The answer counts all the same; but nothing more is sent that could not be written down. */
    private void tellJournal(int request, Answer answer) {
        try {
            run.journal().after(request, answer.told(), answer.created());
        } catch (RuntimeException e) {
            run.journalFailed(e);
        }
    }

    /** All that was sent once nothing waits; before that only what may have to be sent again. */
    private void settleWhatIsDue() {
        boolean all = queue.isEmpty() || run.brake().reason() != null;
        Map<Boolean, List<SentBatch>> due = unsettled.stream()
                .collect(Collectors.partitioningBy(sent -> all || !(sent.answer() instanceof Answer.Accepted)));
        unsettled = new ArrayList<>(due.get(false));
        List<Batch> again = settle(due.get(true));
        run.tellJournal();
        for (int i = again.size() - 1; i >= 0; i--) {
            queue.addFirst(again.get(i));
        }
        run.progress().tell(ApplyProgress.Stage.READING_BACK);
    }

    private List<Batch> settle(List<SentBatch> due) {
        due.forEach(sent -> run.progress().readBack(sent.batch().items().size()));
        return settlement.settle(due);
    }

    /** Settling the others may have stopped the run while accepted ones were still to be read back. */
    private void settleWhatIsLeft() {
        settle(unsettled);
        for (Batch batch : queue) {
            String reason = run.brake().cutShort();
            if (batch.lastWords() == null) {
                run.notStarted(batch.items(), reason);
            } else {
                batch.items()
                        .forEach(item -> run.tally().settle(ItemResult.notSentAgain(item, batch.lastWords(), reason)));
            }
        }
        run.tellJournal();
    }
}
