package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.SessionProfile;
import io.impsh.script.WriteLock;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A whole shell with a fake session on an emulated screen. */
final class RunningShell implements AutoCloseable {
    static final SessionProfile SANDBOX = profile("sandbox", false);

    final EmulatedScreen screen = new EmulatedScreen();
    final ManualTicks ticks = new ManualTicks();
    private final Thread thread;
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    RunningShell(FakeEvaluator evaluator) {
        this(evaluator, options -> options);
    }

    RunningShell(FakeEvaluator evaluator, UnaryOperator<ShellOptions.Builder> changes) {
        this(evaluator, SANDBOX, "sandbox demo", changes);
    }

    RunningShell(
            FakeEvaluator evaluator,
            SessionProfile profile,
            String place,
            UnaryOperator<ShellOptions.Builder> changes) {
        ShellOptions.Builder options = ShellOptions.of(evaluator::with, profile, () -> place)
                .banner("impsh 0.1.0  ·  .help for help, Ctrl-D to leave")
                .environment(Map.of());
        Shell shell = new Shell(changes.apply(options).build(), screen::terminal, ticks);
        thread = new Thread(() -> run(shell), "shell");
        thread.setDaemon(true);
        thread.start();
    }

    static SessionProfile profile(String name, Boolean production) {
        WriteLock.Kind kind = Boolean.TRUE.equals(production) ? WriteLock.Kind.PRODUCTION : WriteLock.Kind.NONE;
        return new SessionProfile(name, URI.create("http://127.0.0.1:8080/v5"), production, new WriteLock(kind));
    }

    private void run(Shell shell) {
        try {
            exitCode.complete(shell.run());
        } catch (Throwable failure) {
            exitCode.completeExceptionally(failure);
        }
    }

    RunningShell atPrompt() {
        screen.await("sandbox demo>$(?!\n)");
        return this;
    }

    /** Types a line and the Enter key. */
    RunningShell enter(String line) {
        screen.type(line + "\r");
        return this;
    }

    int exitCode() throws Exception {
        return exitCode.get(10, TimeUnit.SECONDS);
    }

    /** Leaves the shell before the terminal goes, which nobody should read from then. */
    @Override
    public void close() throws Exception {
        for (int tries = 0; tries < 100 && thread.isAlive(); tries++) {
            leave();
            thread.join(100);
        }
        screen.close();
    }

    private void leave() {
        try {
            screen.pressControlC();
            screen.type("\u0004");
        } catch (UncheckedIOException closed) {
            assertThat(closed).hasMessageContaining("Read end dead");
        }
    }
}
