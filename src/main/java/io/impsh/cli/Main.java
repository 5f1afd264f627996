package io.impsh.cli;

import io.impsh.script.WarmEngine;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** The entry of the program. */
public final class Main {
    private static final Set<String> NO_SCRIPT = Set.of(
            "-h",
            "--help",
            "-V",
            "--version",
            "sandbox",
            "scripts",
            "types",
            "completion",
            "login",
            "logout",
            "profiles");

    private Main() {}

    public static void main(String[] words) {
        loadClassLoading();
        WarmEngine engine = evaluates(words) ? WarmEngine.begin() : null;
        Streams streams = Streams.ofProcess();
        Interrupts interrupts = new Interrupts(Main::end);
        // Beside the first steps, as it takes a while and nobody presses Ctrl-C that soon.
        Thread signals = new Thread(() -> Signals.handle(interrupts), "signals");
        signals.setDaemon(true);
        CommandRunner runner = new CommandRunner(
                words, streams, interrupts, System.getenv(), () -> engine == null ? WarmEngine.begin() : engine);
        end(runner.run(signals::start));
    }

    /**
     * Once a recursion without end has used up the stack, classes are loaded to tell of it. What that takes must be there
     * by then: a class whose initialization runs out of stack is lost for good, and all others with this one.
     */
    private static void loadClassLoading() {
        new CRC32();
    }

    /** A guess that costs nothing, made before the options are read; a wrong one costs only time. */
    private static boolean evaluates(String[] words) {
        return Arrays.stream(words).noneMatch(NO_SCRIPT::contains);
    }

    /** Ends the process even while another thread still runs. */
    private static void end(int code) {
        System.exit(code);
    }

    /** As {@link #main}, for callers inside the program: returns the exit code and handles no signals. */
    static int run(Streams streams, Map<String, String> environment, String... words) {
        Interrupts interrupts = new Interrupts(code -> {});
        return new CommandRunner(words, streams, interrupts, environment, WarmEngine::begin).run(() -> {});
    }
}
