package io.impsh.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * The process's three streams, and which of them are terminals. Results go to {@code out}; everything else to
 * {@code err}.
 */
record Streams(
        InputStream in,
        ResultWriter out,
        ResultWriter err,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal) {
    static Streams ofProcess() {
        return new Streams(
                // Buffered, because a bare one asks for the position, which a pipe has not.
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new ResultWriter(new FileOutputStream(FileDescriptor.out)),
                new ResultWriter(new FileOutputStream(FileDescriptor.err)),
                TerminalCheck.isTerminal(0),
                TerminalCheck.isTerminal(1),
                TerminalCheck.isTerminal(2));
    }

    /** For callers inside the program, such as tests: none is a terminal. */
    static Streams of(InputStream in, OutputStream out, OutputStream err) {
        return new Streams(in, new ResultWriter(out), new ResultWriter(err), false, false, false);
    }

    /** Whether somebody can be asked: the question is written to {@code err}, as {@code out} may be a file. */
    boolean canAsk() {
        return inIsTerminal && errIsTerminal;
    }

    /** Text to {@code out} as it is. */
    void write(String text) {
        try {
            out.write(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @throws UncheckedIOException when nobody reads it any more */
    void flushOut() {
        try {
            out.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One line to {@code err}, at once and after what was written to {@code out} before. Losing it is no failure. */
    void tell(String line) {
        flushQuietly(out);
        try {
            err.write(line + "\n");
        } catch (IOException broken) {
            // The writer remembers it; there is nobody to tell.
            return;
        }
        flushQuietly(err);
    }

    /** At the end, when a failure to write can only be remembered. */
    void flushQuietly() {
        flushQuietly(out);
        flushQuietly(err);
    }

    /** Each for itself: what is told must not get lost with results that nobody takes. */
    private static void flushQuietly(ResultWriter writer) {
        try {
            writer.flush();
        } catch (IOException broken) {
            // The writer remembers it.
            return;
        }
    }
}
