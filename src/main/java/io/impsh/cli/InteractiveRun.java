package io.impsh.cli;

import io.impsh.profile.Folders;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.script.ScriptIo;
import io.impsh.script.ScriptSession;
import io.impsh.script.SessionOptions;
import io.impsh.script.WarmEngine;
import io.impsh.shell.Evaluator;
import io.impsh.shell.Shell;
import io.impsh.shell.ShellOptions;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The shell at a terminal. */
final class InteractiveRun {
    private InteractiveRun() {}

    /** The exit code. */
    static int of(CommandContext context) {
        try (CloudConnection cloud = CloudConnection.open(context)) {
            return new Shell(options(context, cloud, namesFolder(context))).run();
        }
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

    private static ShellOptions options(CommandContext context, CloudConnection cloud, Path names) {
        Folders folders = CloudConnection.folders(context);
        Options options = context.options();
        Supplier<WarmEngine> engines = engines(context);
        return ShellOptions.of(io -> session(context, cloud, names, io, engines.get()), cloud.profile(), cloud::place)
                .connection(options.isSandbox() ? null : new PromptConnection(context, cloud))
                .banner(options.quiet() ? "" : banner(options, cloud))
                .history(
                        folders.state().map(folder -> folder.resolve("history")).orElse(null))
                .startFile(options.noInitFile() ? null : folders.configFile("init.js"))
                .format(options.format())
                .color(options.color())
                .debug(options.debug())
                .environment(context.environment())
                .build();
    }

    private static Evaluator session(
            CommandContext context, CloudConnection cloud, Path names, ScriptIo io, WarmEngine engine) {
        cloud.askThrough(io);
        return Evaluator.of(ScriptSession.start(
                new SessionOptions(
                        cloud.profile(), cloud::client, io, ScriptFolders.library(context), names, asksNobody(cloud)),
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
