package io.impsh.shell;

import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.Signals;

/**
 * Ctrl-C on a dumb terminal. JLine leaves its signal to the JVM there, which would end the program, and cannot break
 * off the reading of a line: the terminal's driver has emptied the line already.
 */
final class DumbInterrupt {
    private static final String SIGNAL = "INT";

    private DumbInterrupt() {}

    static ShellTerminal.Undo handle(Terminal terminal, Runnable pressed) {
        if (!(terminal instanceof DumbTerminal)) {
            return () -> {};
        }
        Object before = Signals.register(SIGNAL, pressed);
        return () -> Signals.unregister(SIGNAL, before);
    }
}
