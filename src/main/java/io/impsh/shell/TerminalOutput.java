package io.impsh.shell;

import java.util.function.IntSupplier;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * The one way to the screen: whole lines above whatever is being typed, and the status line below them.
 *
 * <p>JLine calls the parser and the completer while it holds the reader's lock; those must never print, as printing
 * takes this lock first and the reader's second.
 */
final class TerminalOutput {
    private final Terminal terminal;
    private final boolean canErase;
    private LineReader reader;
    private String status;
    private boolean lineInUse;

    TerminalOutput(Terminal terminal) {
        this.terminal = terminal;
        this.canErase = terminal.getStringCapability(Capability.clr_eol) != null
                && terminal.getStringCapability(Capability.carriage_return) != null;
    }

    synchronized void print(String lines) {
        String whole = lines.endsWith("\n") ? lines : lines + "\n";
        if (reader != null) {
            reader.printAbove(whole);
            return;
        }
        eraseLine();
        terminal.writer().print(whole);
        drawStatus();
        terminal.flush();
    }

    synchronized void status(String line) {
        if (!canErase || (line == null ? status == null : line.equals(status))) {
            return;
        }
        status = line;
        if (reader == null) {
            eraseLine();
            drawStatus();
            terminal.flush();
        }
    }

    /** The terminal has echoed something of its own, such as {@code ^C}, where the next line belongs. */
    synchronized void echoed() {
        lineInUse = true;
    }

    /** What others would print waits until the program has ended. */
    synchronized int lend(IntSupplier program) {
        eraseLine();
        terminal.flush();
        try {
            return program.getAsInt();
        } finally {
            drawStatus();
            terminal.flush();
        }
    }

    synchronized void clear() {
        terminal.puts(Capability.clear_screen);
        terminal.flush();
    }

    synchronized void beginReading(LineReader with) {
        eraseLine();
        terminal.flush();
        reader = with;
    }

    synchronized void endReading() {
        reader = null;
        drawStatus();
        terminal.flush();
    }

    private void eraseLine() {
        if (!lineInUse) {
            return;
        }
        lineInUse = false;
        if (canErase) {
            terminal.puts(Capability.carriage_return);
            terminal.puts(Capability.clr_eol);
        } else {
            terminal.writer().println();
        }
    }

    private void drawStatus() {
        if (status != null) {
            terminal.writer().print(status);
            lineInUse = true;
        }
    }
}
