package io.impsh.bulk;

import io.impsh.PrivateFiles;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/**
 * A file of lines, for its owner only, that several programs may add to at once. A line is handed to the system in one
 * piece at the end of the file: it stays whole, and outlives the program, though not a power cut. A file that is full
 * becomes {@code name.1.ndjson}, that one {@code name.2.ndjson}, and so on; what nobody has added to for long is deleted.
 */
final class RotatingFile implements AutoCloseable {
    /** @param kept how many full files there may be beside the present one */
    record Limits(long bytes, int kept, Duration age) {}

    /** A file that another program has just renamed is added to for no longer. */
    private static final long REOPENED_AFTER_NANOS = 1_000_000_000L;

    private static final String SUFFIX = ".ndjson";

    private final Path folder;
    private final String name;
    private final Limits limits;
    private final Clock clock;
    private FileOutputStream open;
    private long size;
    private long openedAt;
    private boolean isSwept;
    private boolean mayBeCut = true;

    RotatingFile(Path folder, String name, Limits limits, Clock clock) {
        this.folder = folder;
        this.name = name;
        this.limits = limits;
        this.clock = clock;
    }

    /** The file that is added to. */
    Path path() {
        return numbered(0);
    }

    /**
     * An interrupt of the thread, by which the user stops what is running, stops no line.
     *
     * @param line without its end
     */
    synchronized void append(String line) throws IOException {
        if (!isSwept) {
            isSwept = true;
            alone(this::deleteOld);
        }
        FileOutputStream present = stream();
        try {
            write(present, line + "\n");
        } catch (IOException failure) {
            mayBeCut = true;
            close();
            throw failure;
        }
        if (size >= limits.bytes()) {
            close();
            alone(this::rotate);
        }
    }

    private FileOutputStream stream() throws IOException {
        if (open != null && System.nanoTime() - openedAt > REOPENED_AFTER_NANOS) {
            close();
        }
        if (open == null) {
            open = open(path().toFile());
            openedAt = System.nanoTime();
            size = path().toFile().length();
        }
        return open;
    }

    private FileOutputStream open(File file) throws IOException {
        try {
            Files.createFile(file.toPath(), PrivateFiles.attributes());
        } catch (FileAlreadyExistsException isThere) {
            // as it nearly always is
        }
        FileOutputStream opened = new FileOutputStream(file, true);
        if (mayBeCut && endsInMidLine(file)) {
            write(opened, "\n");
        }
        mayBeCut = false;
        return opened;
    }

    /** Also true while another program is adding a line: then there will be an empty one, which does no harm. */
    private static boolean endsInMidLine(File file) throws IOException {
        try (RandomAccessFile reading = new RandomAccessFile(file, "r")) {
            long last = reading.length() - 1;
            if (last < 0) {
                return false;
            }
            reading.seek(last);
            return reading.read() != '\n';
        }
    }

    private void write(FileOutputStream to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.write(bytes);
        size += bytes.length;
    }

    private interface Work {
        void run() throws IOException;
    }

    /**
     * Not at all while another program is at it: then that one does it. Nor does a failure concern the line: the file
     * only grows, and the next line tries again.
     */
    private void alone(Work work) {
        Path lockFile = folder.resolve(name + ".lock");
        try (FileChannel locked = FileChannel.open(
                        lockFile,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        PrivateFiles.attributes());
                FileLock lock = locked.tryLock()) {
            if (lock != null) {
                work.run();
            }
        } catch (OverlappingFileLockException | IOException later) {
            return;
        }
    }

    private void rotate() throws IOException {
        if (!Files.exists(numbered(0)) || Files.size(numbered(0)) < limits.bytes()) {
            return;
        }
        for (int number = limits.kept() - 1; number >= 0; number--) {
            if (Files.exists(numbered(number))) {
                Files.move(numbered(number), numbered(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        deleteOld();
    }

    private void deleteOld() throws IOException {
        for (int number = 0; number <= limits.kept(); number++) {
            Path file = numbered(number);
            if (Files.exists(file)
                    && Files.getLastModifiedTime(file)
                            .toInstant()
                            .isBefore(clock.instant().minus(limits.age()))) {
                Files.delete(file);
            }
        }
    }

    /** @param number 0 is the one that is added to */
    private Path numbered(int number) {
        return folder.resolve(number == 0 ? name + SUFFIX : name + "." + number + SUFFIX);
    }

    @Override
    public synchronized void close() throws IOException {
        if (open != null) {
            FileOutputStream closing = open;
            open = null;
            closing.close();
        }
    }
}
