package io.impsh.bulk;

import java.io.IOException;
import java.util.Arrays;

/** A file that takes so many bytes; then the process is killed, or the disk is full. */
final class KilledMedium implements Medium {
    /** The process is gone: nothing catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Medium file;
    private final boolean kills;
    private long left;

    private KilledMedium(Medium file, long left, boolean kills) {
        this.file = file;
        this.left = left;
        this.kills = kills;
    }

    static Medium.Opener killedAfter(long bytes) {
        return path -> new KilledMedium(Medium.file(path), bytes, true);
    }

    static Medium.Opener fullAfter(long bytes) {
        return path -> new KilledMedium(Medium.file(path), bytes, false);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        int some = (int) Math.min(left, bytes.length);
        file.write(Arrays.copyOf(bytes, some));
        left -= some;
        if (some < bytes.length || kills && left == 0) {
            if (kills) {
                throw new Killed();
            }
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void sync() throws IOException {
        file.sync();
    }

    @Override
    public void cutTo(long length) throws IOException {
        left += file.length() - length;
        file.cutTo(length);
    }

    @Override
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
