package io.impsh.bulk;

import io.impsh.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a plan from being applied twice at once, by this or any other program of this machine. It ends with the process,
 * however that ends. It is a file of its own, because the journal is read while the plan is applied.
 */
final class PlanLock implements AutoCloseable {
    private static final int TRIES = 10;
    private static final long BETWEEN_TRIES_NANOS = 20_000_000;

    /**
     * Of this process. The system knows a lock as the process's: it goes as soon as the process closes any channel on
     * that file, so that here no second one may be opened.
     */
    private static final Set<Path> OURS = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private PlanLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Empty when somebody else has it. It tries more than once: others look for a moment whether it is taken. */
    static Optional<PlanLock> take(Path file) throws IOException {
        Path real = real(file);
        for (int i = 0; i < TRIES; i++) {
            synchronized (OURS) {
                if (OURS.contains(real)) {
                    return Optional.empty();
                }
                Object before = made(real);
                FileChannel channel = tryLock(real, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
                // It may have been removed together with an old journal while we opened it, and made anew by others.
                if (channel != null && Objects.equals(before, FileIdentity.of(real)) && Files.exists(real)) {
                    OURS.add(real);
                    return Optional.of(new PlanLock(real, channel));
                }
                if (channel != null) {
                    channel.close();
                }
            }
            LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
        }
        return Optional.empty();
    }

    /** What tells the file from others that had its name, or will have it. */
    private static Object made(Path file) throws IOException {
        try {
            Files.createFile(file, PrivateFiles.attributes());
        } catch (FileAlreadyExistsException e) {
            // As it should be, but for the first time.
            return FileIdentity.of(file);
        }
        return FileIdentity.of(file);
    }

    /** Whether anybody has it. */
    static boolean isTaken(Path file) {
        synchronized (OURS) {
            try {
                Path real = real(file);
                if (OURS.contains(real)) {
                    return true;
                }
                if (!Files.exists(real)) {
                    return false;
                }
                FileChannel channel = tryLock(real, EnumSet.of(StandardOpenOption.WRITE));
                if (channel != null) {
                    channel.close();
                }
                return channel == null;
            } catch (IOException e) {
                // Who cannot lock it cannot apply it either.
                return false;
            }
        }
    }

    /** {@code null} when another process has it. */
    private static FileChannel tryLock(Path file, Set<StandardOpenOption> options) throws IOException {
        // An interrupt would close the channel; whoever waits for it gets it later.
        boolean interrupted = Thread.interrupted();
        try {
            return lock(file, options);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static FileChannel lock(Path file, Set<StandardOpenOption> options) throws IOException {
        FileChannel channel = FileChannel.open(file, options, PrivateFiles.attributes());
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Ours, by another class loader.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return null;
    }

    private static Path real(Path file) throws IOException {
        return file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    }

    /** The file stays: somebody else may have opened it by now. */
    @Override
    public void close() {
        synchronized (OURS) {
            OURS.remove(file);
            try {
                channel.close();
            } catch (IOException e) {
                // Then the end of the process lets go of it.
                return;
            }
        }
    }
}
