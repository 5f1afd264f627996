package io.impsh.bulk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** What a journal is written to. */
interface Medium {
    /** Opens what is there. */
    interface Opener {
        Medium open(Path file) throws IOException;
    }

    /** At the end. */
    void write(byte[] bytes) throws IOException;

    /** Returns once everything is where it survives a lost machine; fails when nobody finds it there, because it was removed. */
    void sync() throws IOException;

    void cutTo(long length) throws IOException;

    long length() throws IOException;

    void close() throws IOException;

    /** Not a channel: an interrupt of the thread would close it. */
    static Medium file(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        Object key = FileIdentity.of(path);
        return new Medium() {
            @Override
            public void write(byte[] bytes) throws IOException {
                file.seek(file.length());
                file.write(bytes);
            }

            @Override
            public void sync() throws IOException {
                file.getFD().sync();
                if (!Files.exists(path) || !Objects.equals(key, FileIdentity.of(path))) {
                    throw new IOException("it was removed");
                }
            }

            @Override
            public void cutTo(long length) throws IOException {
                file.setLength(length);
            }

            @Override
            public long length() throws IOException {
                return file.length();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }
}
