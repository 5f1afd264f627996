package io.impsh.cli;

import io.impsh.profile.Folders;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.script.ScriptIo;
import io.impsh.script.ScriptSession;
import io.impsh.script.SessionOptions;
import io.impsh.shell.Evaluator;
import io.impsh.shell.Shell;
import io.impsh.shell.ShellOptions;
import java.nio.file.Path;

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
        return ShellOptions.of(io -> session(context, cloud, names, io), cloud.profile(), cloud::place)
                .banner(options.quiet() ? "" : banner(options, cloud))
                .history(
                        folders.state().map(folder -> folder.resolve("history")).orElse(null))
                .startFile(options.noInitFile() ? null : folders.configFile("init.js"))
                .format(options.format())
                .colour(!options.noColour())
                .debug(options.debug())
                .environment(context.environment())
                .build();
    }

    private static Evaluator session(CommandContext context, CloudConnection cloud, Path names, ScriptIo io) {
        cloud.askThrough(io);
        return Evaluator.of(ScriptSession.start(
                new SessionOptions(
                        cloud.profile(),
                        cloud::client,
                        io,
                        ScriptFolders.library(context),
                        names,
                        context.options().isSandbox()),
                context.engine().get()));
    }

    private static String banner(Options options, CloudConnection cloud) {
        return "impsh " + Version.text() + "  ·  " + where(options, cloud) + "  ·  .help for help, Ctrl-D to leave";
    }

    private static String where(Options options, CloudConnection cloud) {
        if (!options.isSandbox()) {
            return cloud.place() + " at " + cloud.profile().endpoint().getHost();
        }
        SandboxOptions sandbox = cloud.sandboxOptions();
        return "sandbox (" + sandbox.devices() + " devices, seed " + sandbox.seed() + ")";
    }
}
