package io.impsh.shell;

import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/** Opens the terminal the program was started from, around what JLine stumbles over. */
final class SystemTerminal {
    /** Held here because loggers without a holder are collected, and their level with them. */
    private static final Logger JLINE_LOG = Logger.getLogger("org.jline");

    private static final Size USUAL_SIZE = new Size(80, 24);

    private SystemTerminal() {}

    static Terminal open(Map<String, String> environment) {
        JLINE_LOG.setLevel(Level.OFF);
        useOwnDescription(environment.getOrDefault("TERM", ""));
        try {
            return open(environment, false);
        } catch (IOException | IllegalStateException notWithoutCommands) {
            return openSomehow(environment);
        }
    }

    /** As it has to be where there is no native code for the platform, or only one end is a terminal. */
    private static Terminal openSomehow(Map<String, String> environment) {
        try {
            return open(environment, true);
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be used", e);
        }
    }

    /**
     * @param anyhow by running commands, and as a dumb terminal if those do not help: JLine runs one to learn whether they
     *     could, even where it does not need them
     */
    private static Terminal open(Map<String, String> environment, boolean anyhow) throws IOException {
        return TerminalBuilder.builder()
                .name("impsh")
                .system(true)
                // JDK 22 and later would take the foreign functions, whose code is spun anew at each start.
                .ffm(false)
                .exec(anyhow)
                .dumb(anyhow)
                .type(type(environment))
                .build();
    }

    /** JLine would run infocmp to describe a terminal, also where it comes with a description. */
    private static void useOwnDescription(String type) {
        String own = InfoCmp.getDefaultInfoCmp(type);
        if (own != null) {
            InfoCmp.setLoadedInfoCmp(type, own);
        }
    }

    /** An empty TERM makes JLine print a stack trace; {@code null} lets it find out. */
    static String type(Map<String, String> environment) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        boolean named = !environment.getOrDefault("TERM", "").isBlank();
        return named || windows ? null : Terminal.TYPE_DUMB;
    }

    /** One that was closed has none, and still gets what is printed last. */
    static Size size(Terminal terminal) {
        try {
            return terminal.getSize();
        } catch (IOError gone) {
            return USUAL_SIZE;
        }
    }

    /** Some wrappers report a size of 0 x 0, which would cut the prompt to nothing. */
    static void repairSize(Terminal terminal) {
        boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        Size size = size(terminal);
        if (!dumb && (size.getColumns() <= 0 || size.getRows() <= 0)) {
            terminal.setSize(USUAL_SIZE);
        }
    }
}
