package io.impsh.bulk;

import io.impsh.UserException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Appends lines to a journal. What could be written only in part is taken back, so that the file stays whole. */
final class JournalLines {
    private static final int ENOUGH = 1 << 16;

    private final Path file;
    private final Medium medium;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private long length;
    private IOException broken;

    JournalLines(Path file, Medium medium) throws IOException {
        this.file = file;
        this.medium = medium;
        this.length = medium.length();
    }

    /** Takes away what comes after that. */
    void cutTo(long wholeLength) throws IOException {
        medium.cutTo(wholeLength);
        length = wholeLength;
    }

    /**
     * Goes to the file with the next {@link #sync()}, or before.
     *
     * @throws UserException {@code JOURNAL_FAILED}
     */
    void add(Consumer<JsonGenerator> content) {
        gathered.writeBytes((Json.line(content) + "\n").getBytes(StandardCharsets.UTF_8));
        if (gathered.size() >= ENOUGH) {
            write();
        }
    }

    /** @throws UserException {@code JOURNAL_FAILED} */
    void sync() {
        write();
        try {
            medium.sync();
        } catch (IOException e) {
            // What the disk has kept of it nobody knows, and asking once more may be answered with a wrong yes.
            broken = e;
            throw JournalFailures.at(file, e);
        }
    }

    private void write() {
        if (broken != null) {
            throw JournalFailures.at(file, broken);
        }
        byte[] bytes = gathered.toByteArray();
        gathered.reset();
        try {
            medium.write(bytes);
            length += bytes.length;
        } catch (IOException e) {
            takeBack();
            throw JournalFailures.at(file, e);
        }
    }

    private void takeBack() {
        try {
            medium.cutTo(length);
        } catch (IOException e) {
            broken = e;
        }
    }

    void close() {
        try {
            medium.close();
        } catch (IOException e) {
            // Everything that matters was synced before.
            broken = e;
        }
    }
}
