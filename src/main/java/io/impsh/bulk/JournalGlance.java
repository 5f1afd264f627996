package io.impsh.bulk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What the first and the last line of a journal tell: enough for a list of many, of which each may be long.
 *
 * @param end {@code null} if the last run has not ended in order
 * @param size of the file in bytes
 */
record JournalGlance(JournalFile file, JournalHead head, JournalEnd end, long size) {
    private static final int FIRST_LOOK = 1 << 13;

    /** Whether nothing is left to do. */
    boolean isComplete() {
        return end != null && end.complete();
    }

    /** Empty if it was never begun, is not there, or cannot be read. */
    static Optional<JournalGlance> at(JournalFile file) {
        try {
            return read(file);
        } catch (BadRecord | JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether surely nothing was sent. Of what cannot be read, or is of a later version, nobody knows. */
    static boolean isNeverBegun(JournalFile file) {
        try {
            return read(file).isEmpty();
        } catch (BadRecord | JacksonException e) {
            return false;
        } catch (IOException e) {
            return !Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Empty if nothing can have been sent. */
    private static Optional<JournalGlance> read(JournalFile file) throws IOException {
        try (FileLine.Source lines = new FileLine.Source(file.path());
                RandomAccessFile tail = new RandomAccessFile(file.path().toFile(), "r")) {
            FileLine first = lines.next();
            if (first == null) {
                return Optional.empty();
            }
            JournalHead head = JournalHead.read(new JsonFields(Json.read(first.bytes())));
            JsonFields last = last(tail, first.end());
            RecordKind kind = last == null ? RecordKind.PLAN : RecordKind.of(last);
            if (kind == RecordKind.PLAN || kind == RecordKind.ITEM) {
                return Optional.empty();
            }
            JournalEnd end = kind == RecordKind.END ? JournalEnd.read(last) : null;
            return Optional.of(new JournalGlance(file, head, end, tail.length()));
        }
    }

    /** The last whole line that can be read, or the one before it; {@code null} if only the first is there. */
    private static JsonFields last(RandomAccessFile file, long firstEnd) throws IOException {
        long length = file.length();
        for (long look = FIRST_LOOK; ; look *= 4) {
            long start = Math.max(firstEnd, length - look);
            byte[] bytes = new byte[(int) (length - start)];
            file.seek(start);
            file.readFully(bytes);
            JsonFields last = last(bytes, start == firstEnd);
            if (last != null || start == firstEnd) {
                return last;
            }
        }
    }

    /** @param whole whether a line begins where {@code bytes} begin */
    private static JsonFields last(byte[] bytes, boolean whole) {
        int end = lineEnd(bytes, bytes.length);
        for (int tries = 0; tries < 2 && end >= 0; tries++) {
            int before = lineEnd(bytes, end);
            if (before < 0 && !whole) {
                return null;
            }
            try {
                return new JsonFields(Json.read(Arrays.copyOfRange(bytes, before + 1, end)));
            } catch (JacksonException e) {
                if (tries > 0) {
                    throw e;
                }
                end = before;
            }
        }
        return null;
    }

    /** Where the last line end before {@code limit} is, or -1. */
    private static int lineEnd(byte[] bytes, int limit) {
        int at = limit - 1;
        while (at >= 0 && bytes[at] != '\n') {
            at--;
        }
        return at;
    }
}
