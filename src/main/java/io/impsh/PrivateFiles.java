package io.impsh;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Folders and files that only their owner may read. */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final String FILE = "rw-------";

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private PrivateFiles() {}

    /** Makes the folder, and those above it, where they are missing. */
    public static void createFolder(Path folder) throws IOException {
        // createDirectories() takes a link to a folder for something in its way
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes("rwx------"));
        }
    }

    /** What a new file is to be made with. */
    public static FileAttribute<?>[] attributes() {
        return attributes(FILE);
    }

    /** For a file that is there; elsewhere than on POSIX systems it stays as it is. */
    public static void restrict(Path file) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
        }
    }

    /**
     * Replaces the file as a whole: a reader sees the old one or the new one. A link's target is replaced, not the link.
     * Its folder is made where it is missing.
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        createFolder(target.getParent());
        Path temporary = Files.createTempFile(target.getParent(), "." + target.getFileName(), null, attributes(FILE));
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Renames the file to one that says when it was found broken; the new name. */
    public static Path keepAside(Path file) throws IOException {
        Path broken = file.toRealPath();
        String name = broken.getFileName() + ".corrupt-" + TIMESTAMP.format(LocalDateTime.now());
        Path aside = broken.resolveSibling(name);
        for (int number = 2; Files.exists(aside); number++) {
            aside = broken.resolveSibling(name + "-" + number);
        }
        return Files.move(broken, aside);
    }

    /** Whether others than its owner may read it, where files have such permissions. */
    public static boolean isReadableByOthers(Path file) {
        try {
            return POSIX
                    && Files.getPosixFilePermissions(file).stream()
                            .anyMatch(permission -> !permission.name().startsWith("OWNER"));
        } catch (IOException unknown) {
            return false;
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
