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
            return readLine(streams.in());
        });
    }

    @Override
    public String askSecret(String question) {
        return interrupts.endingAtOnce(() -> {
            write(question);
            HiddenInput hidden = HiddenInput.begin();
            try {
                return readLine(streams.in());
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

    /** Byte by byte: what follows the line is not ours. An end of input is an empty answer. */
    private static String readLine(InputStream in) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.write(next);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
