package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.output.ErrorPrinter;
import io.impsh.output.Screen;
import io.impsh.script.TypeDeclarations;
import io.impsh.script.WarmEngine;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads the command line and does what it asks for. */
final class CommandRunner {
    private final String[] words;
    private final Streams streams;
    private final Interrupts interrupts;
    private final Map<String, String> environment;
    private final Supplier<WarmEngine> engine;

    /** @param engine what scripts run on; asked once, and only by commands that evaluate something */
    CommandRunner(
            String[] words,
            Streams streams,
            Interrupts interrupts,
            Map<String, String> environment,
            Supplier<WarmEngine> engine) {
        this.words = words;
        this.streams = streams;
        this.interrupts = interrupts;
        this.environment = environment;
        this.engine = engine;
    }

    /**
     * The exit code. All that was written has left.
     *
     * @param beforeBatch run before anything that signals have to stop in an orderly way
     */
    int run(Runnable beforeBatch) {
        int code = readAndRun(beforeBatch);
        streams.flushQuietly();
        boolean lost = streams.out().failure() != null && !streams.out().readerHasGone();
        if (lost) {
            tell(new UserException(
                    "OUTPUT",
                    "results cannot be written: " + streams.out().failure().getMessage(),
                    null));
        }
        return lost && code == ExitCode.DONE ? ExitCode.FAILED : code;
    }

    private int readAndRun(Runnable beforeBatch) {
        Invocation invocation;
        try {
            invocation = OptionReader.read(words);
        } catch (UserException wrong) {
            tell(wrong);
            return ExitCode.of(wrong);
        }
        CommandContext context = new CommandContext(invocation.options(), streams, interrupts, environment, engine);
        try {
            return run(invocation.command(), context, beforeBatch);
        } catch (RuntimeException failure) {
            if (streams.out().failure() != null) {
                return ExitCode.DONE;
            }
            context.tellFailure(failure);
            return ExitCode.of(failure);
        }
    }

    /** In the format that seems to be wanted, where the options may not even be readable. */
    private void tell(UserException failure) {
        new ErrorPrinter(streams.err(), Screen::plain, WantedFormat.in(words), false).print("impsh: ", failure);
        streams.flushQuietly();
    }

    private int run(Command command, CommandContext context, Runnable beforeBatch) {
        if (context.options().shell()) {
            return InteractiveRun.of(context, FirstInputs.of(command, context));
        }
        if (command instanceof Command.Converse && streams.inIsTerminal()) {
            return InteractiveRun.of(context, List.of());
        }
        if (command instanceof Command.Serve) {
            return SandboxServer.serve(context);
        }
        if (isAboutLogins(command, context)) {
            return ExitCode.DONE;
        }
        Program program = program(command, context);
        if (program != null) {
            beforeBatch.run();
            return new BatchRun(context).of(program);
        }
        if (command instanceof Command.Scripts scripts && scripts.name() == null) {
            context.printer()
                    .print(ScriptListing.of(ScriptFolders.library(context).list()));
        } else {
            streams.write(text(command, context));
        }
        return ExitCode.DONE;
    }

    /** Whether the command was one about logins, which is done then. */
    private static boolean isAboutLogins(Command command, CommandContext context) {
        if (command instanceof Command.Login) {
            new LoginCommand(context).run();
        } else if (command instanceof Command.Logout) {
            new LogoutCommand(context).run();
        } else if (command instanceof Command.Profiles) {
            context.printer().print(ProfileListing.of(context));
        } else {
            return false;
        }
        return true;
    }

    /** {@code null} for commands that evaluate nothing. */
    private Program program(Command command, CommandContext context) {
        if (command instanceof Command.Evaluate evaluate) {
            return new Expressions(evaluate.expressions(), context.options().format());
        } else if (command instanceof Command.Converse) {
            return new TypedProgram(streams.in());
        } else if (command instanceof Command.RunFile run) {
            return script(run.file(), run.words(), context);
        } else if (command instanceof Command.RunSaved run) {
            return script(run.name(), run.words(), context);
        } else if (command instanceof Command.MakePlan plan) {
            return new PlanProgram(plan, context);
        } else if (command instanceof Command.ApplyPlan apply) {
            return new ApplyProgram(apply.what(), context);
        } else if (command instanceof Command.Logs logs) {
            return new LogsProgram(logs.names(), context.options());
        }
        return null;
    }

    private Program script(String name, List<String> given, CommandContext context) {
        return new ScriptProgram(ScriptFolders.library(context), name, given, streams.in());
    }

    /** What is no result, and looks the same in every format. */
    private static String text(Command command, CommandContext context) {
        if (command instanceof Command.Help help) {
            return ProgramHelp.of(help.command());
        } else if (command instanceof Command.Types) {
            return TypeDeclarations.text();
        } else if (command instanceof Command.Completion) {
            return ProgramHelp.completion();
        } else if (command instanceof Command.ScriptHelp help) {
            return ScriptFolders.library(context).find(help.name()).help();
        } else if (command instanceof Command.Scripts scripts) {
            return ScriptFolders.library(context).find(scripts.name()).help();
        }
        return "impsh " + Version.text() + "\n";
    }
}
