package io.impsh.cli;

import io.impsh.output.OutputFormat;
import io.impsh.output.Printer;
import io.impsh.output.Screen;
import io.impsh.sandbox.Sandbox;
import io.impsh.script.Shown;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code impsh sandbox}: serves until the process is told to end, which ends it at once. */
final class SandboxServer {
    private SandboxServer() {}

    static int serve(CommandContext context) {
        try (Sandbox sandbox = CloudConnection.start(context.options())) {
            introduce(sandbox, context);
            new CountDownLatch(1).await();
            return ExitCode.DONE;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    /** For programs that wait for it: where it is, and how to log in. */
    private static void introduce(Sandbox sandbox, CommandContext context) {
        if (context.options().format() == OutputFormat.TABLE) {
            context.printer()
                    .print(new Shown.Text(sandbox.baseUrl() + "\n" + sandbox.user() + "\n" + sandbox.password()));
        } else {
            Map<String, Object> access = new LinkedHashMap<>();
            access.put("url", sandbox.baseUrl().toString());
            access.put("user", sandbox.user());
            access.put("password", sandbox.password());
            // On one line, for those who read no further.
            new Printer(context.streams().out(), OutputFormat.NDJSON, Screen::plain).print(new Shown.Tree(access));
        }
        context.streams().flushOut();
        if (context.streams().errIsTerminal()) {
            context.tellUnlessQuiet("serving until interrupted with Ctrl-C");
        }
    }
}
