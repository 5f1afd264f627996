package io.impsh.script;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * Replaces a file at once, so that nobody ever finds half of it, whatever happens meanwhile: what was there before stays
 * until all is written. A link's target is replaced, not the link. What cannot be replaced, such as a pipe, a device or a
 * file in a folder that is closed to us, is written where it is.
 */
final class WholeFile {
    /** What a file is to hold. */
    interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    private WholeFile() {}

    static void write(Path file, String text) throws IOException {
        write(file, writer -> writer.write(text));
    }

    /** @param content its failures are passed on, and nothing is changed then */
    static void write(Path file, Content content) throws IOException {
        if (isReplaceable(file)) {
            replace(target(file), content);
        } else {
            try (Writer writer = Files.newBufferedWriter(file)) {
                content.writeTo(writer);
            }
        }
    }

    private static Path target(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    private static boolean isReplaceable(Path file) throws IOException {
        boolean isFileOrFree = Files.isRegularFile(file) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        return isFileOrFree
                && !isOpenDescriptor(file)
                && Files.isWritable(target(file).getParent());
    }

    /** Such as /dev/stdout: what is written there has to go into the file that is open already. */
    private static boolean isOpenDescriptor(Path file) {
        Path path = file.toAbsolutePath().normalize();
        return path.startsWith("/dev") || path.startsWith("/proc");
    }

    private static void replace(Path target, Content content) throws IOException {
        boolean isThere = Files.exists(target);
        if (isThere && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        Path beside = target.resolveSibling(".impsh-" + UUID.randomUUID());
        try {
            writeThrough(beside, content);
            if (isThere) {
                copyPermissions(target, beside);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void writeThrough(Path file, Content content) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            content.writeTo(writer);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (source != null) {
            Files.setPosixFilePermissions(to, source.readAttributes().permissions());
        }
    }
}
