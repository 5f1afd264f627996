package io.impsh.cli;

import io.impsh.CountedNoun;
import io.impsh.UserException;
import io.impsh.bulk.Plan;
import io.impsh.bulk.Report;
import io.impsh.output.SafeText;
import io.impsh.script.ScriptSession;
import java.util.List;
import java.util.stream.Collectors;

/** What has to be said when a program has ended: what it left undone, and what a dry run kept back. */
final class Aftermath {
    private final CommandContext context;
    private final ScriptSession session;

    Aftermath(CommandContext context, ScriptSession session) {
        this.context = context;
        this.session = session;
    }

    /** The code of the whole run; a failure and a script's own {@code exit} come before what is incomplete. */
    int exitCode(int codeOfProgram) {
        session.forgottenPlans().forEach(this::warn);
        if (context.options().dryRun()) {
            listWrites(session.recordedWrites());
        }
        List<String> incomplete = untold().stream().map(ReportWords::incomplete).toList();
        boolean isTheFailure = codeOfProgram == ExitCode.DONE && !incomplete.isEmpty();
        if (isTheFailure && context.isJson()) {
            context.tellFailure(new UserException("INCOMPLETE", String.join("; ", incomplete), null));
        } else {
            incomplete.forEach(line -> context.streams().tell("impsh: " + line));
        }
        return isTheFailure ? ExitCode.INCOMPLETE : codeOfProgram;
    }

    /** Of a run that was told to stop, what it had not started was told with that. */
    private List<Report> untold() {
        boolean stopped = context.interrupts().requested().isPresent();
        return session.incompleteReports().stream()
                .filter(report -> !stopped || ReportWords.notStarted(report) == 0)
                .collect(Collectors.toList());
    }

    private void warn(Plan plan) {
        context.streams()
                .tell("impsh: warning: plan " + plan.id() + " (" + SafeText.clean(plan.title())
                        + ") was neither applied nor shown; nothing has changed");
    }

    private void listWrites(List<String> writes) {
        String count = CountedNoun.of(writes.size(), "request");
        context.streams().tell("dry run: " + count + " would be sent" + (writes.isEmpty() ? "" : ":"));
        writes.forEach(line -> context.streams().tell("  " + SafeText.clean(line)));
    }
}
