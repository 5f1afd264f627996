package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.api.ImpClient;
import io.impsh.api.Priority;
import io.impsh.api.Registration;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * Applies plans and says truthfully what came of them.
 *
 * <p>It asks once, before the first change; looks again at what it will change, unless the plan is younger than 30
 * seconds; sends up to 100 devices in a request and as many requests at once as the client allows; and reads the
 * results back, because the service's bulk calls are not atomic and answers get lost. What was refused in company is
 * sent again in halves until each item has its own answer. What was lost is sent again only after the state has shown
 * that it has not happened.
 *
 * <p>Items never make it throw: each ends with an {@link Outcome}. The answer no ends quietly, with every item skipped
 * as not confirmed. In a dry run nothing is asked, waited for or read back.
 */
public final class Applier {
    private final Function<ApplyControl, Cloud> clouds;
    private final Confirmation confirmation;
    private final Journal journal;
    private final Clock clock;
    private final Timing timing;

    /**
     * @param client its priority and cancellation do not matter: a run has its own, and its writes are in the
     *     journal
     * @param clock tells how old a plan is
     */
    public Applier(ImpClient client, Confirmation confirmation, Journal journal, Clock clock) {
        this(
                control -> new ClientCloud(
                        client.with(Priority.BULK).with(control.inFlight()).unwitnessed()),
                confirmation,
                journal,
                clock);
    }

    Applier(Function<ApplyControl, Cloud> clouds, Confirmation confirmation, Journal journal, Clock clock) {
        this(clouds, confirmation, journal, clock, Timing.SYSTEM);
    }

    /** @param timing how time passes between waves */
    Applier(
            Function<ApplyControl, Cloud> clouds,
            Confirmation confirmation,
            Journal journal,
            Clock clock,
            Timing timing) {
        this.clouds = clouds;
        this.confirmation = confirmation;
        this.journal = journal;
        this.clock = clock;
        this.timing = timing;
    }

    /**
     * As {@link #apply(Plan, ApplyOptions, ApplyListener, ApplyControl)}; the cancellation only keeps new requests from
     * being started.
     */
    public Report apply(Plan plan, ApplyOptions options, ApplyListener listener, Cancellation cancellation) {
        ApplyControl control = new ApplyControl();
        Registration stop = cancellation.onCancel(control::stopStarting);
        try {
            return apply(plan, options, listener, control);
        } finally {
            stop.close();
        }
    }

    /**
     * Returns when every item has its outcome. An interrupt of the calling thread counts as the first stage of
     * {@code control}.
     *
     * @throws UserException {@code USAGE} when the options do not fit the plan, {@code CONFIRMATION_NEEDED} when there is
     *     nobody to ask, or what the journal throws when it cannot begin; nothing has been sent then
     */
    public Report apply(Plan plan, ApplyOptions options, ApplyListener listener, ApplyControl control) {
        Cloud cloud = clouds.apply(control);
        WaveOptions.check(plan, options, cloud.isDryRun() || confirmation.canAsk());
        try (Workers workers = new Workers(cloud.concurrency(), control::stopStarting)) {
            Journal log = cloud.isDryRun() ? Journal.none() : journal;
            ApplyTask task = new ApplyTask(plan, options, listener, control);
            ApplyRun run = new ApplyRun(task, Run.of(task, cloud, workers, log), clock);
            run.leaveAlone();
            List<PlanItem> sent = plan.sent();
            if (sent.isEmpty()) {
                return run.report(false);
            }
            if (!cloud.isDryRun() && !confirmation.confirm(WaveWording.with(plan.question(), options))) {
                run.declined();
                return run.report(false);
            }
            run.begin();
            log.begin(plan, options);
            run.carryOut(confirmation, timing);
            Report report = run.report(true);
            log.end(report);
            return report;
        }
    }

    /** Takes up what an earlier run of a plan has left; {@code options} are all that count. */
    public Report resume(
            JournalledPlan journalled, ApplyOptions options, ApplyListener listener, ApplyControl control) {
        throw new UnsupportedOperationException(journalled.id());
    }
}
