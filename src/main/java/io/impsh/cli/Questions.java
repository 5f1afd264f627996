package io.impsh.cli;

import io.impsh.profile.Asker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
        return interrupts.endingAtOnce(() -> {
            write(question);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            if (!readLine(streams.in(), line)) {
                write("\n");
            }
            return text(line);
        });
    }

    @Override
    public String askSecret(String question) {
        return interrupts.endingAtOnce(() -> {
            // Before the question, as who sees it may answer at once.
            HiddenInput hidden = HiddenInput.begin();
            try {
                write(question);
                ByteArrayOutputStream line = new ByteArrayOutputStream();
                readLine(streams.in(), line);
                return text(line);
            } finally {
                hidden.close();
                write("\n");
            }
        });
    }

    private void write(String text) {
        streams.flushQuietly();
        try {
            streams.err().write(text);
            streams.err().flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Byte by byte: what follows the line is not ours. False at the end of the input. */
    private static boolean readLine(InputStream in, ByteArrayOutputStream line) {
        try {
            int next = in.read();
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = in.read();
            }
            return next >= 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(ByteArrayOutputStream line) {
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
