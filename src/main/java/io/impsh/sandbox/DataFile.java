package io.impsh.sandbox;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The file that a sandbox keeps its state in. It is never written into: what is new is written beside it, brought to the
 * disk, and renamed over it. A lock beside it keeps a second sandbox away; that lock file stays.
 */
final class DataFile implements AutoCloseable {
    private static final String ANOTHER = "name another file with --data, or move this one away to begin anew";

    private final Path file;
    private final Path fresh;
    private final FileChannel lockChannel;

    private DataFile(Path file, FileChannel lockChannel) {
        this.file = file;
        this.fresh = beside(file, ".new");
        this.lockChannel = lockChannel;
    }

    /** @throws DataException if another sandbox has it, or its folder cannot be written */
    static DataFile open(Path path) {
        if (Files.isDirectory(path)) {
            throw new DataException("the data file " + path + " is a folder", "name a file with --data", null);
        }
        try {
            Path file = real(path);
            FileChannel channel =
                    FileChannel.open(beside(file, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new DataException(
                        "the data file " + path + " is in use by another sandbox",
                        "end that one, or name another file with --data",
                        null);
            }
            return new DataFile(file, channel);
        } catch (NoSuchFileException missing) {
            throw new DataException(
                    "the data file " + path + " cannot be made: there is no folder for it",
                    "make the folder first, or name another file with --data",
                    missing);
        } catch (IOException failure) {
            throw new DataException(
                    "the data file " + path + " cannot be locked: " + failure,
                    "does its folder exist, and may you write there?",
                    failure);
        }
    }

    /** Behind links: another way to the same file is the same file, and a link is not replaced by what it leads to. */
    private static Path real(Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException withinThisProcess) {
            return false;
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /**
     * What is in it, or empty if there is no file yet.
     *
     * @throws DataException if it cannot be read, or is none of this program, or of a newer one, or damaged
     */
    Optional<SavedState> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            requireKnownVersion();
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(Json.readAs(in, SavedState.class));
            }
        } catch (JacksonException damaged) {
            throw damaged(damaged);
        } catch (IOException failure) {
            throw new DataException("the data file " + file + " cannot be read: " + failure, ANOTHER, failure);
        }
    }

    /** The first two entries say what it is; the rest of a newer one could not be understood. */
    private void requireKnownVersion() throws IOException {
        String format = null;
        int version = 0;
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = Json.parser(in)) {
            if (parser.nextToken() == JsonToken.START_OBJECT && "format".equals(parser.nextName())) {
                format = parser.nextStringValue();
                if ("version".equals(parser.nextName())) {
                    version = parser.nextIntValue(0);
                }
            }
        }
        if (!SavedState.FORMAT.equals(format)) {
            throw new DataException("the file " + file + " is not the data of a sandbox", ANOTHER, null);
        }
        if (version > SavedState.VERSION) {
            throw new DataException(
                    "the data file " + file + " was written by a newer impsh (its format is " + version
                            + ", this one knows " + SavedState.VERSION + ")",
                    "use that impsh, or name another file with --data",
                    null);
        }
    }

    DataException damaged(RuntimeException cause) {
        return new DataException(
                "the data file " + file + " is damaged or cut off; it was left as it is", ANOTHER, cause);
    }

    /** Returns when it is on the disk. */
    void write(SavedState state) throws IOException {
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, attributes());
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            Json.writeTo(out, state);
            out.flush();
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder();
    }

    /** It holds login keys. */
    private FileAttribute<?>[] attributes() throws IOException {
        return Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Where a folder can be opened: without it the new name might be lost with the power. */
    private void syncFolder() {
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notPossibleHere) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }
}
