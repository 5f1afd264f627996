package io.impsh.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** What somebody has who unpacked the archive of this build; nobody may write there. */
record UnpackedArchive(Path top) {
    private static final Path NAME = Path.of(System.getProperty("impsh.archive", "target/impsh"));
    private static final int ROOT = 0;

    /** @param parent a folder that is there, and that everybody may read */
    static UnpackedArchive in(Path parent) throws IOException, InterruptedException {
        Path archive = file("tar.gz");
        assertThat(archive).as("what mvn package makes").isRegularFile();
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", parent.toString())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).as("exit code of tar").isZero();
        UnpackedArchive unpacked = new UnpackedArchive(parent.resolve(NAME.getFileName()));
        unpacked.forbidWriting();
        return unpacked;
    }

    /** @param kind the end of its name, such as {@code zip} */
    static Path file(String kind) {
        return NAME.resolveSibling(NAME.getFileName() + "." + kind);
    }

    Path launcher() {
        return top.resolve("impsh");
    }

    /** Everything in it, folders too, in order. */
    static List<Path> content(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            return files.sorted().toList();
        }
    }

    /**
     * A program that starts this one as somebody who may write nothing here: root becomes nobody, as the permissions of
     * files mean nothing to root.
     */
    Path forAnUnprivilegedUser(Path file) throws IOException {
        String become = "";
        if (ROOT == (int) Files.getAttribute(top, "unix:uid")) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "root needs setpriv to become somebody else");
            become = "/usr/bin/setpriv --reuid=65534 --regid=65534 --clear-groups -- ";
        }
        return Programs.writeScript(file, "exec " + become + "'" + launcher() + "' \"$@\"\n");
    }

    private void forbidWriting() throws IOException {
        for (Path file : content(top)) {
            boolean runs = Files.isExecutable(file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "r-xr-xr-x" : "r--r--r--"));
        }
    }

    /** So that it can be deleted. */
    void allowWriting() throws IOException {
        for (Path file : content(top)) {
            file.toFile().setWritable(true);
        }
    }
}
