package io.impsh.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Text to one of the process's outputs: always UTF-8, buffered, and it remembers that writing failed, as the failure may
 * have been caught by a script on its way up.
 */
final class ResultWriter extends Writer {
    private final Writer out;
    private volatile IOException failure;

    ResultWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 13);
    }

    /** Why something could not be written, or {@code null}. */
    IOException failure() {
        return failure;
    }

    /** Whether whoever read the output has gone, as {@code head} does when it has seen enough. */
    boolean readerHasGone() {
        return failure != null
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        remembering(() -> out.write(text, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        remembering(() -> out.write(text, offset, length));
    }

    @Override
    public void flush() throws IOException {
        remembering(out::flush);
    }

    @Override
    public void close() throws IOException {
        remembering(out::close);
    }

    private void remembering(Writing writing) throws IOException {
        try {
            writing.write();
        } catch (IOException broken) {
            failure = broken;
            throw broken;
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
