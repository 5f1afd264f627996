package io.impsh.profile;

import io.impsh.PrivateFiles;
import io.impsh.UserException;
import io.impsh.api.Cancellation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Lets one at a time work on a file of secrets, among all shells of the user. The locks are files of their own in the
 * state folder: the secrets' files are replaced as a whole, and a lock on one of them would go with it. Where that folder
 * cannot be written there are no locks, as nothing can be kept there anyway.
 */
final class FileLocks {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long BETWEEN_TRIES_MILLIS = 20;

    private final Supplier<Optional<Path>> stateFolder;
    private final Duration patience;

    FileLocks(Folders folders) {
        this(folders::state, PATIENCE);
    }

    FileLocks(Supplier<Optional<Path>> stateFolder, Duration patience) {
        this.stateFolder = stateFolder;
        this.patience = patience;
    }

    /**
     * @throws UserException {@code CREDENTIALS_BUSY} when somebody else does not let go of it in time
     * @throws io.impsh.api.CancelledException when cancelled while waiting
     */
    <T> T during(Path file, Cancellation cancellation, Supplier<T> work) {
        try (FileChannel channel = open(file)) {
            if (channel == null) {
                return work.get();
            }
            try (FileLock lock = lock(channel, file, cancellation)) {
                return lock.isValid() ? work.get() : null;
            }
        } catch (IOException failure) {
            throw BrokenSource.of(file.toString(), "cannot be locked: " + failure.getMessage(), failure);
        }
    }

    private FileChannel open(Path file) throws IOException {
        Path folder = stateFolder.get().map(state -> state.resolve("locks")).orElse(null);
        if (folder == null) {
            return null;
        }
        PrivateFiles.createFolder(folder);
        String name = UUID.nameUUIDFromBytes(same(file).toString().getBytes(StandardCharsets.UTF_8)) + ".lock";
        return FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** One name for one file, whichever way leads to it. */
    private static Path same(Path file) throws IOException {
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        Path folder = file.toAbsolutePath().getParent();
        return Files.exists(folder) ? folder.toRealPath().resolve(file.getFileName()) : file.toAbsolutePath();
    }

    private FileLock lock(FileChannel channel, Path file, Cancellation cancellation) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        FileLock lock = tryLock(channel);
        while (lock == null) {
            cancellation.throwIfCancelled();
            if (System.nanoTime() - deadline > 0) {
                throw new UserException(
                        "CREDENTIALS_BUSY",
                        "another impsh has been busy with the login in " + file + " for " + patience.toSeconds() + " s",
                        "end that one, or try again later");
            }
            pause();
            lock = tryLock(channel);
        }
        return lock;
    }

    /** {@code null} when another process has it, or another thread of this one. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException oursAlready) {
            return null;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
