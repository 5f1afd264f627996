package io.impsh.cli;

import io.impsh.CountedNoun;
import io.impsh.UserException;
import io.impsh.bulk.JournalledPlan;
import io.impsh.bulk.Outcome;
import io.impsh.bulk.Report;
import io.impsh.library.UsageException;
import io.impsh.script.Input;
import io.impsh.script.ScriptSession;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The program of {@code impsh apply}: one call of {@code plans.load(file).apply} or {@code plans.resume}. A file whose plan
 * was begun and not finished is gone on with.
 */
final class ApplyProgram implements Program {
    private static final String NAME = "apply";

    private final String what;
    private final CommandContext context;

    ApplyProgram(String what, CommandContext context) {
        this.what = what;
        this.context = context;
    }

    @Override
    public List<Step> steps(ScriptSession session) {
        ApplyTarget target = ApplyTarget.of(what, PlanJournals.of(context, null));
        String options = new ApplyWords(context.options()).literal(new UnbondKeyInput(context)::read);
        String call = target.begun() == null
                ? "plans.load(" + ScriptLiteral.text(what) + ").apply(" + options + ")"
                : "plans.resume(" + ScriptLiteral.text(target.begun().id()) + ", " + options + ")";
        if (target.isFile() && target.begun() != null) {
            context.tellUnlessQuiet(resuming(target.begun()));
        }
        return List.of(new Step(new Input.Typed(NAME, call), true));
    }

    private String resuming(JournalledPlan begun) {
        Report report = begun.report();
        return "plan " + begun.id() + " was begun at " + begun.begunAt().truncatedTo(ChronoUnit.SECONDS)
                + " and is gone on with: " + CountedNoun.number(report.counts().get(Outcome.DONE)) + " done, "
                + CountedNoun.number(ReportWords.notStarted(report)) + " not started";
    }

    /** No line of the call is to blame; an option that does not fit is wrong usage. */
    @Override
    public RuntimeException outcome(RuntimeException failure) {
        boolean wrongOption =
                failure instanceof UserException known && known.code().equals("BAD_OPTION");
        return wrongOption
                ? new UsageException(failure.getMessage(), ((UserException) failure).hint(), failure)
                : OwnCall.withoutPlace(failure);
    }
}
