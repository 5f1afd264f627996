package io.impsh.shell;

import java.io.IOException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/** JLine's reader, for windows whose size becomes 0 x 0 while a line is being typed. */
final class SizedLineReader extends LineReaderImpl {
    SizedLineReader(Terminal terminal) throws IOException {
        super(terminal, "impsh");
    }

    @Override
    protected synchronized void handleSignal(Signal signal) {
        SystemTerminal.repairSize(terminal);
        super.handleSignal(signal);
    }
}
