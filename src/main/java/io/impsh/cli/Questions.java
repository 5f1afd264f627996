package io.impsh.cli;

import io.impsh.api.CancelledException;
import io.impsh.profile.Asker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Asks whoever sits at the terminal a program was started from. A question is written to standard error, as standard
 * output may be a file.
 */
final class Questions implements Asker {
    private final Streams streams;
    private final Interrupts interrupts;

    Questions(Streams streams, Interrupts interrupts) {
        this.streams = streams;
        this.interrupts = interrupts;
    }

    @Override
    public boolean canAsk() {
        return streams.canAsk();
    }

    @Override
    public String ask(String question) {
        write(question);
        try {
            Line line = interrupts.answer(this::line);
            if (!line.isWhole()) {
                write("\n");
            }
            return line.text();
        } catch (CancelledException stopped) {
            write("\n");
            throw stopped;
        }
    }

    @Override
    public String askSecret(String question) {
        // Before the question, as who sees it may answer at once.
        HiddenInput hidden = HiddenInput.begin();
        try {
            write(question);
            return interrupts.answer(this::line).text();
        } finally {
            hidden.close();
            write("\n");
        }
    }

    /** @param isWhole false at the end of the input */
    private record Line(String text, boolean isWhole) {}

    private void write(String text) {
        streams.flushQuietly();
        try {
            streams.err().write(text);
            streams.err().flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Byte by byte: what follows the line is not ours. */
    private Line line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int next = streams.in().read();
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = streams.in().read();
            }
            return new Line(line.toString(StandardCharsets.UTF_8).stripTrailing(), next >= 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
