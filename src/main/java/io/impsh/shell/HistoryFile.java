package io.impsh.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.impsh.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
                lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFiles.attributes());
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
        PrivateFiles.createFolder(file.getParent());
        if (Files.notExists(file)) {
            Files.createFile(file, PrivateFiles.attributes());
        } else {
            PrivateFiles.restrict(file);
        }
    }

    private void replace(List<String> lines) throws IOException {
        String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        PrivateFiles.write(file, text.getBytes(UTF_8));
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
