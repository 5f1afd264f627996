package io.impsh.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds out what has come of what an earlier run has sent. What has not happened stays open, to be sent again; not before
 * a request that was under way when that run ended has had time to arrive.
 */
final class LookBack {
    private final Run run;
    private final Clock clock;
    private final boolean retryUnknown;

    /** @param retryUnknown whether to repeat what may have been made, where that cannot be told */
    LookBack(Run run, Clock clock, boolean retryUnknown) {
        this.run = run;
        this.clock = clock;
        this.retryUnknown = retryUnknown;
    }

    /** @param items those of the plan, in its order */
    void at(List<PlanItem> items, Past past) {
        List<PlanItem> sent = items.stream().filter(past.sent()::containsKey).toList();
        if (!sent.isEmpty()) {
            new UnderWay(run).await(stillUnderWay(past.sent().values()));
            new Settlement(run, retryUnknown).settle(requests(sent, past));
        }
        run.tellJournal();
        run.progress().tell(ApplyProgress.Stage.LOOKING_AGAIN);
    }

    /** What was made is looked for by its id, or by when it was sent first. */
    private static List<SentBatch> requests(List<PlanItem> sent, Past past) {
        List<SentBatch> requests = new ArrayList<>();
        for (Batch batch : Batch.of(sent)) {
            JournalContent.Request request = past.sent().get(batch.items().get(0));
            boolean made = batch.creates() && request.created != null;
            Answer answer = made ? new Answer.Accepted(request.created) : new Answer.Lost(PastResults.NO_OUTCOME);
            requests.add(new SentBatch(batch.creates() ? batch.sentAt(since(request)) : batch, answer));
        }
        return requests;
    }

    private static Instant since(JournalContent.Request request) {
        return request.since == null ? request.at : request.since;
    }

    /** The clock may have been set meanwhile. */
    private Duration stillUnderWay(Collection<JournalContent.Request> sent) {
        Instant last =
                sent.stream().map(request -> request.at).max(Instant::compareTo).orElseThrow();
        Duration since = Duration.between(last, clock.instant());
        if (since.isNegative()) {
            return UnderWay.TIME;
        }
        return since.compareTo(UnderWay.TIME) < 0 ? UnderWay.TIME.minus(since) : Duration.ZERO;
    }
}
