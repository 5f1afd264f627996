package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.bulk.Report;
import java.util.List;

/** What is said of a program that was told to stop: by a signal, or by {@code --timeout}. */
final class Stopped {
    private final CommandContext context;
    private final int code;
    private final List<String> plans;

    /** @param reports of the plans that were left incomplete */
    Stopped(CommandContext context, int code, List<Report> reports) {
        this.context = context;
        this.code = code;
        this.plans = reports.stream()
                .filter(report -> ReportWords.notStarted(report) > 0)
                .map(ReportWords::stopped)
                .toList();
    }

    /** @param failure what the evaluation came to, told where no plan was being applied */
    void tell(RuntimeException failure) {
        if (context.isJson()) {
            tellAsOne(failure);
            return;
        }
        if (code == ExitCode.TIMEOUT) {
            context.tellFailure(timeout(gaveUp()));
        } else if (plans.isEmpty()) {
            context.tellFailure(failure);
        }
        plans.forEach(plan -> context.streams().tell("impsh: " + plan));
    }

    /** Whoever reads JSON expects one object. */
    private void tellAsOne(RuntimeException failure) {
        String all = String.join("; ", plans);
        if (code == ExitCode.TIMEOUT) {
            context.tellFailure(timeout(plans.isEmpty() ? gaveUp() : gaveUp() + "; " + all));
        } else {
            context.tellFailure(plans.isEmpty() ? failure : new UserException("STOPPED", all, null));
        }
    }

    private String gaveUp() {
        return "gave up after " + context.options().value("--timeout").orElse("") + " (--timeout)";
    }

    private static UserException timeout(String message) {
        return new UserException("TIMEOUT", message, null);
    }
}
