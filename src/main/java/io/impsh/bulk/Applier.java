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
 * <p>Its journal tells of each request before it is sent, so that a run that was broken off in any way can be taken up.
 *
 * <p>Items never make it throw: each ends with an {@link Outcome}. The answer no ends quietly, with every item skipped
 * as not confirmed. In a dry run nothing is asked, waited for or read back, and no journal is kept.
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
     * @param journal each run has one of its own that is made from it
     * @param clock tells how old a plan is
     */
    public Applier(ImpClient client, Confirmation confirmation, Journal journal, Clock clock) {
        this(client, confirmation, journal, clock, Timing.SYSTEM);
    }

    Applier(ImpClient client, Confirmation confirmation, Journal journal, Clock clock, Timing timing) {
        this(
                control -> new ClientCloud(
                        client.with(Priority.BULK).with(control.inFlight()).unwitnessed()),
                confirmation,
                journal,
                clock,
                timing);
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
     * @throws UserException before anything is sent: {@code CONFIRMATION_NEEDED} when there is nobody to ask,
     *     {@code PLAN_ELSEWHERE} when the plan is of another account or service, {@code DRY_PLAN} when it was made in a
     *     dry run and is about what is not there, {@code USAGE} when the options do not fit the plan or the unbond key has
     *     to be given again, {@code PLAN_BUSY} and {@code PLAN_BEGUN} when the plan is being applied or was begun before,
     *     {@code JOURNAL_FAILED} when no journal can be kept
     */
    public Report apply(Plan plan, ApplyOptions options, ApplyListener listener, ApplyControl control) {
        Cloud cloud = clouds.apply(control);
        Preconditions.atHome(plan.home(), cloud);
        if (!cloud.isDryRun()) {
            Preconditions.isReal(plan);
        }
        RunStart start = RunStart.of(plan, cloud.isDryRun() ? Journal.none() : journal.another(), options);
        return run(start, cloud, options, listener, control);
    }

    /**
     * Takes up what earlier runs of a plan have left. What has an outcome keeps it, but for what is unknown and the state
     * can tell by now. What was sent and has none is looked at: only what has not happened is sent again. What was never
     * sent is looked at again, however young the plan is. It asks as {@link #apply} does, about what is left.
     *
     * @param options all that count: what is not to change has to be taken from {@link JournalledPlan#options()}
     * @throws UserException before anything is sent, as {@link #apply} does; {@code PLAN_COMPLETE} when nothing is left,
     *     {@code USAGE} when the health function has to be given again
     */
    public Report resume(
            JournalledPlan journalled, ApplyOptions options, ApplyListener listener, ApplyControl control) {
        Cloud cloud = clouds.apply(control);
        Preconditions.atHome(journalled.home(), cloud);
        Preconditions.healthIsAtHand(options, journalled.id());
        RunStart start =
                cloud.isDryRun() ? RunStart.dryAgain(journalled, options) : RunStart.again(journalled, options);
        return run(start, cloud, options, listener, control);
    }

    private Report run(
            RunStart start, Cloud cloud, ApplyOptions options, ApplyListener listener, ApplyControl control) {
        ApplyTask task = new ApplyTask(start.plan(), options, listener, control);
        try (Workers workers = new Workers(cloud.concurrency(), control::stopStarting)) {
            WaveOptions.check(start.plan(), options, cloud.isDryRun() || confirmation.canAsk());
            Run run = Run.of(task, cloud, workers, start.journal(), timing);
            ApplyRun applying = new ApplyRun(task, run, start.past(), clock);
            return run(start, applying, options, !cloud.isDryRun());
        } finally {
            start.journal().close();
        }
    }

    private Report run(RunStart start, ApplyRun applying, ApplyOptions options, boolean asks) {
        applying.leaveAlone();
        List<PlanItem> open = applying.open();
        if (open.isEmpty() && !start.isAgain()) {
            return applying.report(false);
        }
        if (asks && !open.isEmpty() && !confirmation.confirm(WaveWording.with(start.question(open), options))) {
            applying.declined();
            return applying.report(false);
        }
        applying.begin();
        start.tellJournal();
        applying.carryOut(confirmation);
        Report report = applying.report(true);
        start.journal().end(report);
        return report;
    }
}
