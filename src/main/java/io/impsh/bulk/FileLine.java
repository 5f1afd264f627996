package io.impsh.bulk;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A whole line of a file.
 *
 * @param bytes without its end
 * @param number counted from 1
 * @param end where the next line begins
 */
record FileLine(byte[] bytes, int number, long end) {
    /** Reads line after line; what has no end yet is none. Not from a channel: an interrupt of the thread would close it. */
    static final class Source implements Closeable {
        private final InputStream in;
        private final byte[] buffer = new byte[1 << 16];
        private int next;
        private int filled;
        private int number;
        private long position;

        Source(Path file) throws IOException {
            in = new FileInputStream(file.toFile());
        }

        /** {@code null} after the last one. */
        FileLine next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(256);
            while (true) {
                if (next == filled) {
                    filled = in.read(buffer);
                    next = 0;
                    if (filled <= 0) {
                        filled = 0;
                        return null;
                    }
                }
                int end = next;
                while (end < filled && buffer[end] != '\n') {
                    end++;
                }
                line.write(buffer, next, end - next);
                if (end < filled) {
                    next = end + 1;
                    position += line.size() + 1;
                    return new FileLine(line.toByteArray(), ++number, position);
                }
                next = end;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
