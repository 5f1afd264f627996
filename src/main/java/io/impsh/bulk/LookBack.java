package io.impsh.bulk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Finds out what has come of what an earlier run has sent. What has not happened stays open, to be sent again; not before
 * a request that was under way when that run ended has had time to arrive.
 */
final class LookBack {
    static final Duration UNDER_WAY = Duration.ofSeconds(2);

    private final Run run;
    private final Clock clock;

    LookBack(Run run, Clock clock) {
        this.run = run;
        this.clock = clock;
    }

    void at(List<PlanItem> items, Past past) {
        List<PlanItem> sent = items.stream().filter(past.sent()::contains).toList();
        if (!sent.isEmpty()) {
            await(stillUnderWay(past));
            Answer noneYet = new Answer.Lost(PastResults.NO_OUTCOME);
            new Settlement(run)
                    .settle(Batch.of(sent).stream()
                            .map(batch -> new SentBatch(batch, noneYet))
                            .toList());
        }
        run.tellJournal();
        run.progress().tell(ApplyProgress.Stage.LOOKING_AGAIN);
    }

    /** The clock may have been set meanwhile. */
    private Duration stillUnderWay(Past past) {
        Duration since = Duration.between(past.lastSent(), clock.instant());
        if (since.isNegative()) {
            return UNDER_WAY;
        }
        return since.compareTo(UNDER_WAY) < 0 ? UNDER_WAY.minus(since) : Duration.ZERO;
    }

    private void await(Duration time) {
        try {
            run.control().await(time);
        } catch (InterruptedException e) {
            run.control().stopStarting();
            Thread.currentThread().interrupt();
        }
    }
}
