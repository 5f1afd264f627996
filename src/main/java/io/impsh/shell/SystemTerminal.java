package io.impsh.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal the program was started from, around what JLine stumbles over. */
final class SystemTerminal {
    /** Held here because loggers without a holder are collected, and their level with them. */
    private static final Logger JLINE_LOG = Logger.getLogger("org.jline");

    private static final Size USUAL_SIZE = new Size(80, 24);

    private SystemTerminal() {}

    static Terminal open(Map<String, String> environment) {
        JLINE_LOG.setLevel(Level.OFF);
        try {
            return TerminalBuilder.builder()
                    .name("impsh")
                    .system(true)
                    // JDK 22 and later would take the foreign functions, whose code is spun anew at each start.
                    .ffm(false)
                    .dumb(true)
                    .type(type(environment))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be used", e);
        }
    }

    /** An empty TERM makes JLine print a stack trace; {@code null} lets it find out. */
    static String type(Map<String, String> environment) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        boolean named = !environment.getOrDefault("TERM", "").isBlank();
        return named || windows ? null : Terminal.TYPE_DUMB;
    }

    /** Some wrappers report a size of 0 x 0, which would cut the prompt to nothing. */
    static void repairSize(Terminal terminal) {
        boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        if (!dumb && (terminal.getWidth() <= 0 || terminal.getHeight() <= 0)) {
            terminal.setSize(USUAL_SIZE);
        }
    }
}
