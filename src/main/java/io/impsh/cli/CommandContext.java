package io.impsh.cli;

import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.NetworkSettings;
import io.impsh.api.Proxies;
import io.impsh.api.Trace;
import io.impsh.output.ErrorPrinter;
import io.impsh.output.LogPrinter;
import io.impsh.output.OutputFormat;
import io.impsh.output.Printer;
import io.impsh.output.SafeText;
import io.impsh.profile.Surroundings;
import io.impsh.script.WarmEngine;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What every command works with.
 *
 * @param environment the process's variables
 * @param engine what scripts run on; it was begun before anything else
 * @param shellTrace what a shell traces by, which may be off at present; {@code null} in programs
 */
record CommandContext(
        Options options,
        Streams streams,
        Interrupts interrupts,
        Map<String, String> environment,
        Supplier<WarmEngine> engine,
        Trace shellTrace) {
    /** For everything but the shell. */
    CommandContext(
            Options options,
            Streams streams,
            Interrupts interrupts,
            Map<String, String> environment,
            Supplier<WarmEngine> engine) {
        this(options, streams, interrupts, environment, engine, null);
    }

    /** The same where a shell prints what is traced. */
    CommandContext tracedBy(Trace shell) {
        return new CommandContext(options, streams, interrupts, environment, engine, shell);
    }

    /** Results, in the format that was asked for. */
    Printer printer() {
        return new Printer(streams.out(), options.format(), BatchScreen.of(streams.outIsTerminal(), this));
    }

    /** Lines of log streams, in the format that was asked for. */
    LogPrinter logPrinter() {
        return new LogPrinter(options::format, BatchScreen.of(streams.outIsTerminal(), this));
    }

    /** One failure, in full sentences or as a line of JSON. */
    void tellFailure(Throwable failure) {
        streams.flushQuietly();
        new ErrorPrinter(
                        streams.err(), BatchScreen.of(streams.errIsTerminal(), this), options.format(), options.debug())
                .print("impsh: ", failure);
        streams.flushQuietly();
    }

    /** Whether failures are JSON, too. */
    boolean isJson() {
        return options.format() == OutputFormat.JSON || options.format() == OutputFormat.NDJSON;
    }

    /** A line that may be left out. */
    void tellUnlessQuiet(String line) {
        if (!options.quiet()) {
            streams.tell(line);
        }
    }

    /** What the shell calls {@code ~}; the JVM's own property ignores a changed {@code HOME}. */
    Path userHome() {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home") : home);
    }

    /** How to reach an endpoint from here: proxies, trusted authorities, and whether requests are shown. */
    ClientOptions connectionTo(URI endpoint, CredentialSource credentials) {
        Path caFile = surroundings().caFile(endpoint, options.profile().orElse(null));
        return ClientOptions.of(endpoint, credentials)
                .withNetwork(new NetworkSettings(Proxies.of(environment), caFile))
                .withTrace(trace());
    }

    private Trace trace() {
        if (shellTrace != null) {
            return shellTrace;
        }
        return options.debug() ? lines -> streams.tell(SafeText.cleanLines(lines)) : null;
    }

    Surroundings surroundings() {
        return new Surroundings(environment, Path.of(""), userHome(), CloudConnection.folders(this));
    }
}
