package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.bulk.Outcome;
import io.impsh.bulk.Plan;
import io.impsh.bulk.Report;
import io.impsh.output.SafeText;
import io.impsh.script.ScriptSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        List<Report> incomplete = session.incompleteReports();
        boolean isTheFailure = codeOfProgram == ExitCode.DONE && !incomplete.isEmpty();
        if (isTheFailure && context.isJson()) {
            String all = incomplete.stream().map(Aftermath::incomplete).collect(Collectors.joining("; "));
            context.tellFailure(new UserException("INCOMPLETE", all, null));
        } else {
            incomplete.forEach(report -> context.streams().tell("impsh: " + incomplete(report)));
        }
        return isTheFailure ? ExitCode.INCOMPLETE : codeOfProgram;
    }

    private void warn(Plan plan) {
        context.streams()
                .tell("impsh: warning: plan " + plan.id() + " (" + SafeText.clean(plan.title())
                        + ") was neither applied nor shown; nothing has changed");
    }

    private void listWrites(List<String> writes) {
        String count = writes.size() == 1 ? "1 request" : writes.size() + " requests";
        context.streams().tell("dry run: " + count + " would be sent" + (writes.isEmpty() ? "" : ":"));
        writes.forEach(line -> context.streams().tell("  " + SafeText.clean(line)));
    }

    static String incomplete(Report report) {
        return "plan " + report.id() + " (" + SafeText.clean(report.plan().title()) + ") is incomplete: "
                + counted(report, Outcome.FAILED, Outcome.UNKNOWN) + " of "
                + report.all().size();
    }

    /** Such as {@code left alone: 3 skipped, 1 stale}; empty when nothing was. */
    static Optional<String> leftAlone(Report report) {
        String counts = counted(report, Outcome.SKIPPED, Outcome.STALE);
        return counts.isEmpty() ? Optional.empty() : Optional.of("left alone: " + counts);
    }

    private static String counted(Report report, Outcome... outcomes) {
        Map<Outcome, Integer> counts = report.counts();
        List<String> words = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (counts.get(outcome) > 0) {
                words.add(counts.get(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT));
            }
        }
        return String.join(", ", words);
    }
}
