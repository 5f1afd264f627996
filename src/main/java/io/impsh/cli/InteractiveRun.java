package io.impsh.cli;

import io.impsh.api.Trace;
import io.impsh.profile.Folders;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.script.Input;
import io.impsh.script.ScriptIo;
import io.impsh.script.ScriptSession;
import io.impsh.script.SessionOptions;
import io.impsh.script.WarmEngine;
import io.impsh.shell.Evaluator;
import io.impsh.shell.LiveTrace;
import io.impsh.shell.Rehearsal;
import io.impsh.shell.Shell;
import io.impsh.shell.ShellOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The shell at a terminal. */
final class InteractiveRun {
    private InteractiveRun() {}

    /**
     * The exit code.
     *
     * @param first evaluated before the first prompt
     */
    static int of(CommandContext command, List<Input.Typed> first) {
        LiveTrace trace = new LiveTrace(command.options().debug());
        CommandContext context = command.tracedBy(traceOf(trace));
        try (CloudConnection cloud = CloudConnection.atPrompt(context)) {
            if (cloud.isSandbox()) {
                // Otherwise they have been told with the profile.
                ConfigWarnings.tell(context, context.surroundings());
            }
            Shell shell =
                    new Shell(options(context, cloud, trace).firstInputs(first).build());
            endBySignals(shell, context.interrupts());
            return shell.run();
        }
    }

    /** Beside the first steps, as it takes a while. */
    private static void endBySignals(Shell shell, Interrupts interrupts) {
        Thread signals = new Thread(
                () -> Signals.handleEnd(code -> {
                    if (!shell.end(code)) {
                        interrupts.request(code);
                    }
                }),
                "signals");
        signals.setDaemon(true);
        signals.start();
    }

    /** As {@link #of}, but with keys that nobody has to type, on a terminal that nobody sees. */
    static void rehearse(CommandContext context, String keys) {
        LiveTrace trace = new LiveTrace(false);
        CommandContext traced = context.tracedBy(traceOf(trace));
        try (CloudConnection cloud = CloudConnection.atPrompt(traced)) {
            Rehearsal.run(options(traced, cloud, trace).build(), keys);
        }
    }

    private static Trace traceOf(LiveTrace shell) {
        return new Trace() {
            @Override
            public boolean isOn() {
                return shell.isOn();
            }

            @Override
            public void tell(String lines) {
                shell.tell(lines);
            }
        };
    }

    /** The names of a sandbox depend on its options and die with it; a profile's are kept for the next session. */
    private static Path namesFolder(CommandContext context) {
        return context.options().isSandbox()
                ? null
                : CloudConnection.folders(context)
                        .cache()
                        .map(folder -> folder.resolve("names"))
                        .orElse(null);
    }

    private static ShellOptions.Builder options(CommandContext context, CloudConnection cloud, LiveTrace trace) {
        Path names = namesFolder(context);
        Folders folders = CloudConnection.folders(context);
        Options options = context.options();
        Supplier<WarmEngine> engines = engines(context);
        return ShellOptions.of(io -> session(context, cloud, names, io, engines.get()), cloud.profile(), cloud::place)
                .connection(options.isSandbox() ? null : new PromptConnection(context, cloud))
                .banner(options.quiet() ? "" : banner(options, cloud))
                .history(
                        folders.state().map(folder -> folder.resolve("history")).orElse(null))
                .startFile(options.noInitFile() ? null : folders.configFile("init.js"))
                .settings(PromptSettings.of(context))
                .color(options.color())
                .trace(trace)
                .environment(context.environment());
    }

    private static Evaluator session(
            CommandContext context, CloudConnection cloud, Path names, ScriptIo io, WarmEngine engine) {
        cloud.askThrough(io);
        return Evaluator.of(ScriptSession.start(
                new SessionOptions(
                        cloud.profile(),
                        cloud::client,
                        io,
                        ScriptFolders.library(context),
                        names,
                        asksNobody(cloud),
                        PlanJournals.of(context, cloud.profile().name())),
                engine));
    }

    /** Names are read behind the prompt where that cannot ask for a password all of a sudden. */
    private static boolean asksNobody(CloudConnection cloud) {
        return cloud.isSandbox() || cloud.origin().stored() != null;
    }

    /** The one that was begun with the process, then new ones. */
    private static Supplier<WarmEngine> engines(CommandContext context) {
        AtomicBoolean taken = new AtomicBoolean();
        return () ->
                taken.getAndSet(true) ? WarmEngine.begin() : context.engine().get();
    }

    private static String banner(Options options, CloudConnection cloud) {
        return "impsh " + Version.text() + "  ·  " + where(options, cloud) + "  ·  .help for help, Ctrl-D to leave";
    }

    private static String where(Options options, CloudConnection cloud) {
        if (!options.isSandbox()) {
            return cloud.profile().name() + " at " + cloud.profile().endpoint().getAuthority();
        }
        SandboxOptions sandbox = cloud.sandboxOptions();
        return "sandbox (" + sandbox.devices() + " devices, seed " + sandbox.seed() + ")";
    }
}
