package io.impsh.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The entries of former sessions, one a line, with line ends written as {@code \n}. For the owner's eyes only. Entries
 * are appended one by one, so that several shells can share the file and a kill loses nothing.
 */
final class HistoryFile {
    private static final int KEPT = 5_000;
    private static final int GROWS_TO = 2 * KEPT;

    private final Path file;

    HistoryFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Makes the file if there is none. */
    List<String> load() throws IOException {
        create();
        FileChannel lock = lock();
        try {
            return read();
        } finally {
            lock.close();
        }
    }

    private List<String> read() throws IOException {
        // Decoded leniently: one bad byte must not cost all of it, now and in every session to come.
        List<String> lines = new String(Files.readAllBytes(file), UTF_8).lines().toList();
        List<String> kept = lines.subList(Math.max(0, lines.size() - KEPT), lines.size());
        if (lines.size() > GROWS_TO) {
            replace(kept);
        }
        return kept.stream().map(HistoryFile::decoded).toList();
    }

    void append(String entry) throws IOException {
        FileChannel lock = lock();
        try {
            Files.writeString(file, encoded(entry) + "\n", UTF_8, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } finally {
            lock.close();
        }
    }

    /**
     * Held until it is closed: another shell must not append while this one replaces the file. It is a file of its own,
     * as the other is replaced.
     */
    private FileChannel lock() throws IOException {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(
                lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly("rw-------"));
        try {
            channel.lock();
            return channel;
        } catch (OverlappingFileLockException e) {
            return channel; // another shell of this very process, as in tests
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void create() throws IOException {
        Files.createDirectories(file.getParent(), ownerOnly("rwx------"));
        if (Files.notExists(file)) {
            Files.createFile(file, ownerOnly("rw-------"));
        } else if (posix()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void replace(List<String> lines) throws IOException {
        Path shorter = Files.createTempFile(file.getParent(), "history", null, ownerOnly("rw-------"));
        Files.writeString(shorter, lines.stream().map(line -> line + "\n").collect(Collectors.joining()), UTF_8);
        Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String encoded(String entry) {
        return entry.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
    }

    private static String decoded(String line) {
        StringBuilder entry = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char ch = line.charAt(i);
            if (ch == '\\' && i + 1 < line.length()) {
                char escaped = line.charAt(++i);
                entry.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                entry.append(ch);
            }
        }
        return entry.toString();
    }
}
