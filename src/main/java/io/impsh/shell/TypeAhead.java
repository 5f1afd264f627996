package io.impsh.shell;

import java.util.Locale;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/**
 * Keeps what is typed while something runs for the next prompt. The terminal's driver would show it at once, in the
 * middle of what is being printed, and would edit it as a line of its own; in the mode in which JLine reads it does
 * neither, and Ctrl-C is a signal still.
 */
final class TypeAhead {
    private final Terminal terminal;
    private final boolean possible;
    private Attributes usual;

    /** @param dumb whether the terminal reads lines itself */
    TypeAhead(Terminal terminal, boolean dumb) {
        this.terminal = terminal;
        this.possible =
                !dumb && !System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        // Whoever brought us back to the foreground may have set the terminal for itself.
        terminal.handle(Signal.CONT, signal -> takeBack());
        begin();
    }

    /** Whether the driver still shows what is typed, such as {@code ^C}. */
    boolean isShown() {
        return !possible;
    }

    private synchronized void begin() {
        if (possible) {
            usual = terminal.enterRawMode();
        }
    }

    private synchronized void takeBack() {
        if (usual != null) {
            terminal.enterRawMode();
        }
    }

    /** Another program reads the keyboard until that is undone. */
    synchronized ShellTerminal.Undo lend() {
        if (usual == null) {
            return () -> {};
        }
        terminal.setAttributes(usual);
        usual = null;
        return this::begin;
    }
}
