package io.impsh.cli;

import io.impsh.script.ExitRequested;
import io.impsh.script.ResultSink;
import io.impsh.script.ScriptSession;
import io.impsh.script.SessionOptions;
import io.impsh.script.Shown;

/** Runs a program from its first input to its exit code. */
final class BatchRun {
    private final CommandContext context;
    private final BatchIo io;

    BatchRun(CommandContext context) {
        this.context = context;
        this.io = new BatchIo(context, context.printer(), new Questions(context.streams(), context.interrupts()));
    }

    /** The exit code. What was to be said has been said. */
    int of(Program program) {
        try (CloudConnection cloud = open(program);
                ScriptSession session = start(cloud)) {
            context.options().timeout().ifPresent(context.interrupts()::requestAfter);
            int code = evaluate(program, session);
            int wholeRun = new Aftermath(context, session).exitCode(code);
            if (Training.isWanted(context)) {
                Training.run(context, session);
            }
            return wholeRun;
        }
    }

    private CloudConnection open(Program program) {
        return program.onlyPlans() ? CloudConnection.forPlans(context) : CloudConnection.open(context);
    }

    private ScriptSession start(CloudConnection cloud) {
        cloud.askThrough(io);
        return ScriptSession.start(
                new SessionOptions(
                        cloud.profile(),
                        cloud::client,
                        io,
                        ScriptFolders.library(context),
                        null,
                        false,
                        PlanJournals.of(context, cloud.profile().name())),
                context.engine().get());
    }

    private int evaluate(Program program, ScriptSession session) {
        int firstFailure = ExitCode.DONE;
        try {
            var steps = program.steps(session);
            context.interrupts().watch(session);
            for (Program.Step step : steps) {
                if (context.interrupts().requested().isPresent()) {
                    break;
                }
                int code = evaluate(step, program, session);
                firstFailure = firstFailure == ExitCode.DONE ? code : firstFailure;
            }
            if (context.interrupts().requested().isEmpty()) {
                session.awaitLogStreams(context.interrupts()::begun);
            }
            return context.interrupts().requested().orElse(firstFailure);
        } catch (ExitRequested exit) {
            return exit.code();
        } catch (RuntimeException failure) {
            return failed(failure, program, session);
        } finally {
            context.interrupts().watch(null);
        }
    }

    /** With {@code --keep-going} the exit code of a step that failed; else its failure ends the program. */
    private int evaluate(Program.Step step, Program program, ScriptSession session) {
        try {
            session.evaluate(
                    step.input(),
                    context.interrupts()
                            .interrupting(
                                    step.printed() ? value -> program.take(value, this::print) : ResultSink.none()));
            return ExitCode.DONE;
        } catch (ExitRequested exit) {
            throw exit;
        } catch (RuntimeException failure) {
            if (!context.options().keepGoing() || context.streams().out().failure() != null) {
                throw failure;
            }
            return failed(failure, program, session);
        }
    }

    private void print(Shown shown) {
        io.print(shown);
        if (shown instanceof Shown.ReportShown report) {
            ReportWords.leftAlone(report.report()).ifPresent(io::notice);
        }
    }

    private int failed(RuntimeException failure, Program program, ScriptSession session) {
        io.endProgress();
        if (context.streams().out().failure() != null) {
            // What failed after that is of no interest, and whether it matters is judged at the end.
            return ExitCode.DONE;
        }
        var requested = context.interrupts().requested();
        if (requested.isPresent()) {
            new Stopped(context, requested.getAsInt(), session.incompleteReports()).tell(program.outcome(failure));
            return requested.getAsInt();
        }
        RuntimeException told = program.outcome(failure);
        context.tellFailure(told);
        return ExitCode.of(told);
    }
}
