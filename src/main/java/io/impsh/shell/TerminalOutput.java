package io.impsh.shell;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/**
 * The one way to the screen: whole lines above whatever is being typed, and the status line below them.
 *
 * <p>JLine calls the parser and the completer while it holds the reader's lock; those must never print, as printing
 * takes this lock first and the reader's second.
 */
final class TerminalOutput {
    /** Below a region stands the status line. What fills the screen to its first line, tmux would keep each time it is erased. */
    private static final int BELOW = 2;

    private final Terminal terminal;
    private final boolean canErase;
    private LineReader reader;
    private String status;
    private boolean lineInUse;
    private List<String> region = List.of();
    /** How many columns each of its lines takes. */
    private int[] regionColumns = {};
    /** Whether something has been printed above it. */
    private boolean aboveRegion;

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
        eraseRegion();
        aboveRegion |= !region.isEmpty();
        terminal.writer().print(whole);
        drawRegion();
        drawStatus();
        terminal.flush();
    }

    boolean canRedraw() {
        return canErase
                && terminal.getStringCapability(Capability.parm_up_cursor) != null
                && terminal.getStringCapability(Capability.clr_eos) != null;
    }

    /** Lines below all output, in the place of those before; {@code null} leaves those to the output. */
    synchronized void region(List<String> lines) {
        if (lines == null) {
            region = List.of();
            aboveRegion = false;
            return;
        }
        eraseLine();
        eraseRegion();
        region = List.copyOf(lines);
        regionColumns = region.stream()
                .mapToInt(line -> AttributedString.fromAnsi(line).columnLength())
                .toArray();
        drawRegion();
        drawStatus();
        terminal.flush();
    }

    /** How many lines a region should have at most: what is printed above it meanwhile is to be seen, too. */
    synchronized int regionRows() {
        int rows = SystemTerminal.size(terminal).getRows();
        return rows - (aboveRegion ? Math.max(BELOW, rows / 3) : BELOW);
    }

    private void drawRegion() {
        region.forEach(line -> terminal.writer().println(line));
    }

    /** From the line below it. A window that has become narrower has broken its lines. */
    private void eraseRegion() {
        int width = Math.max(1, SystemTerminal.size(terminal).getColumns());
        int rows = region.isEmpty()
                ? 0
                : Arrays.stream(regionColumns)
                        .map(columns -> Math.max(1, (columns + width - 1) / width))
                        .sum();
        if (rows > 0) {
            terminal.puts(Capability.carriage_return);
            terminal.puts(Capability.parm_up_cursor, rows);
            terminal.puts(Capability.clr_eos);
        }
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

    /** As it is, in the line where the cursor is. */
    synchronized void printOnDumb(String text) {
        terminal.writer().print(text);
        terminal.flush();
    }

    /** The terminal has echoed something of its own, such as {@code ^C}, where the next line belongs. */
    synchronized void echoed() {
        lineInUse = true;
    }

    /** What others would print waits until the program has ended. */
    synchronized int lend(ExternalProgram program) throws IOException {
        eraseLine();
        terminal.flush();
        try {
            return program.run();
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
        // What is typed now stands below it, and it cannot be drawn again in its place.
        region = List.of();
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
