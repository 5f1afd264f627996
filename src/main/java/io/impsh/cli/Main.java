package io.impsh.cli;

import java.util.Map;

/** The entry of the program. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        Streams streams = Streams.ofProcess();
        Interrupts interrupts = new Interrupts(Main::end);
        // Beside the first steps, as it takes a while and nobody presses Ctrl-C that soon.
        Thread signals = new Thread(() -> Signals.handle(interrupts), "signals");
        signals.setDaemon(true);
        CommandRunner runner = new CommandRunner(words, streams, interrupts, System.getenv());
        end(runner.run(signals::start));
    }

    /** Ends the process even while another thread still runs. */
    private static void end(int code) {
        System.exit(code);
    }

    /** As {@link #main}, for callers inside the program: returns the exit code and handles no signals. */
    static int run(Streams streams, Map<String, String> environment, String... words) {
        Interrupts interrupts = new Interrupts(code -> {});
        return new CommandRunner(words, streams, interrupts, environment).run(() -> {});
    }
}
