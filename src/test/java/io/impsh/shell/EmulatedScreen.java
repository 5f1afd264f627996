package io.impsh.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.ExternalTerminal;

/**
 * A terminal that a test types on, and whose screen it looks at. There is no pseudo-terminal behind it: the number of its
 * file descriptor would be that of the next test's, and whoever came late would set the modes of the wrong one.
 */
final class EmulatedScreen implements AutoCloseable {
    /** Held here, as its level would be collected with it. */
    private static final Logger JLINE_LOG = Logger.getLogger("org.jline");

    /** A bit of the emulation's cells. */
    private static final long REVERSE = 0x02000000L << 32;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private int columns;
    private int rows;
    private final ScreenTerminal screen;
    private final PipedOutputStream keys = new PipedOutputStream();
    private final Terminal terminal;
    private final StringBuilder everything = new StringBuilder();

    EmulatedScreen() {
        this(80, 24);
    }

    EmulatedScreen(int columns, int rows) {
        JLINE_LOG.setLevel(Level.OFF); // it logs each closing as a failure of its pump
        this.columns = columns;
        this.rows = rows;
        this.screen = new ScreenTerminal(columns, rows);
        try {
            this.terminal =
                    new ExternalTerminal(
                            null,
                            "test",
                            "xterm",
                            new PipedInputStream(keys, 1 << 16),
                            new Glass(),
                            StandardCharsets.UTF_8,
                            SignalHandler.SIG_DFL,
                            false,
                            null,
                            new Size(columns, rows)) {
                        /** Nothing is echoed in the mode in which the shell leaves a terminal. */
                        @Override
                        protected void echoSignal(Signal signal) {}
                    };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Terminal terminal() {
        return terminal;
    }

    void type(String text) {
        try {
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As when a window is drawn larger or smaller; what stands on it is cut, not wrapped anew. */
    void resize(int newColumns, int newRows) {
        synchronized (this) {
            columns = newColumns;
            rows = newRows;
            screen.setSize(newColumns, newRows);
        }
        terminal.setSize(new Size(newColumns, newRows));
        terminal.raise(Signal.WINCH);
    }

    /** A byte 3 in a pipe interrupts nobody. */
    void pressControlC() {
        terminal.raise(Signal.INT);
    }

    /** Waits until the pattern is found on the screen. */
    String await(String pattern) {
        Pattern compiled = Pattern.compile(pattern, Pattern.MULTILINE | Pattern.DOTALL);
        return await(text -> compiled.matcher(text).find(), "/" + pattern + "/");
    }

    String awaitGone(String text) {
        return await(shown -> !shown.contains(text), "no '" + text + "'");
    }

    /** Waits until an entry has been taken: bracketed paste is turned off then. */
    void awaitAccepted() {
        await(text -> everything.indexOf("\u001b[?2004l") >= 0, "the end of an entry");
    }

    private synchronized String await(Predicate<String> wanted, String what) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.test(text())) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("waited for " + what + ", but the screen shows\n" + text() + "\nafter\n"
                        + spelled(everything.toString()));
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return text();
    }

    /** The lines on the screen, without blanks at their ends. */
    synchronized String text() {
        long[] cells = new long[columns * rows];
        screen.dump(cells, 0, 0, rows, columns, new int[2]);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int ch = (int) (cells[row * columns + column] & 0xffffffffL) & 0x1fffff;
                text.appendCodePoint(ch == 0 ? ' ' : ch);
            }
            text.append('\n');
        }
        return Arrays.stream(text.toString().split("\n"))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    /** What stands in reverse video, each run of cells on a line of its own. */
    synchronized String reversed() {
        return shownWith(REVERSE);
    }

    private String shownWith(long attribute) {
        long[] cells = new long[columns * rows];
        screen.dump(cells, 0, 0, rows, columns, new int[2]);
        StringBuilder text = new StringBuilder();
        boolean within = false;
        for (int at = 0; at < cells.length; at++) {
            boolean has = (cells[at] & attribute) != 0;
            boolean begins = has && (!within || at % columns == 0);
            text.append(begins && !text.isEmpty() ? "\n" : "");
            within = has;
            int ch = (int) (cells[at] & 0x1fffff);
            text.append(has ? Character.toString(ch == 0 ? ' ' : ch) : "");
        }
        return text.toString();
    }

    private static String spelled(String output) {
        return output.replace("\u001b", "^[").replace("\r", "\\r");
    }

    /** All that was ever written, with its escape sequences. */
    synchronized String everything() {
        return everything.toString();
    }

    @Override
    public void close() throws IOException {
        keys.close();
        terminal.close();
    }

    /** Decodes what the program writes, and draws it. */
    private final class Glass extends OutputStream {
        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        private final CharBuffer chars = CharBuffer.allocate(1 << 16);

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            synchronized (EmulatedScreen.this) {
                bytes.put(buffer, offset, length).flip();
                decoder.decode(bytes, chars, false);
                bytes.compact();
                String text = chars.flip().toString();
                chars.clear();
                everything.append(text);
                screen.write(text);
                EmulatedScreen.this.notifyAll();
            }
        }
    }
}
