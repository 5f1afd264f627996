package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.api.Priority;
import io.impsh.bulk.Applier;
import io.impsh.bulk.ApplyControl;
import io.impsh.bulk.ApplyOptions;
import io.impsh.bulk.JournalledPlan;
import io.impsh.bulk.Report;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Applies a plan for a script, or takes one up again, on the thread of the context; Ctrl-C goes to it meanwhile. */
final class PlanRun {
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final Host host;
    private final ApplyControl control = new ApplyControl();
    private final ApplyArguments arguments;

    private PlanRun(Options given, Host host) {
        this.host = host;
        arguments = new ApplyArguments(given);
    }

    static Object apply(MadePlan made, Options given, Host host) {
        return new PlanRun(given, host).apply(made);
    }

    static Object resume(JournalledPlan journalled, Options given, Host host) {
        return new PlanRun(given, host).resume(journalled);
    }

    private Object apply(MadePlan made) {
        refuseInside();
        ApplyOptions options =
                arguments.over(ApplyOptions.defaults()).withStillMatching(made.stillMatching(host, control));
        Clock clock = clock(made.plan().plannedAt());
        host.used(made.plan());
        Supplier<Report> work =
                () -> applier(clock).apply(made.plan(), options, host.io().applyListener(), control);
        if (host.profile().lock().kind() == WriteLock.Kind.PLANNING) {
            host.wanted(made.plan());
            return host.objects().report(work.get());
        }
        return run(work);
    }

    private Object resume(JournalledPlan journalled) {
        refuseInside();
        ApplyOptions options = arguments.over(journalled.options());
        return run(() ->
                applier(Clock.systemUTC()).resume(journalled, options, host.io().applyListener(), control));
    }

    /** A function of the script may run meanwhile, and one Ctrl-C can stop one plan. */
    private void refuseInside() {
        if (host.evaluation().isApplying()) {
            throw new UserException(
                    "USAGE", "a plan is being applied; another one has to wait until it has ended", null);
        }
    }

    private Applier applier(Clock clock) {
        return new Applier(
                host.client().with(Cancellation.none()).with(Priority.BULK),
                host,
                host.journals().journal(),
                clock);
    }

    /** A change of our own since the plan was made ages it, so that its items are looked at again before they are sent. */
    private Clock clock(Instant plannedAt) {
        return host.hasWrittenSince(plannedAt) ? Clock.offset(Clock.systemUTC(), LONG_AGO) : Clock.systemUTC();
    }

    private Object run(Supplier<Report> work) {
        host.beforeWrite();
        host.evaluation().applying(control);
        Report report;
        try {
            report = work.get();
        } finally {
            host.evaluation().applied();
            host.directory().forget();
        }
        host.applied(report);
        if (control.isStopping() || arguments.thrown() != null) {
            end(report);
        }
        return host.objects().report(report);
    }

    /** The report is told and left behind in any case. */
    private void end(Report report) {
        host.io().print(new Shown.ReportShown(report));
        host.evaluation().leave(host.objects().report(report));
        if (arguments.thrown() != null) {
            throw arguments.thrown();
        }
        host.evaluation().cancellation().cancel();
    }
}
