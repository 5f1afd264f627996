package io.impsh.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A place the program is started from: the launcher, and the packaged program of this build as the case wants it. */
record Installation(Path top) {
    private static final Path CHECKOUT = Path.of("").toAbsolutePath();
    private static final Path BUILT =
            Path.of(System.getProperty("impsh.build.directory", "target")).toAbsolutePath();

    /** Sources and no build. */
    static Installation checkout(Path top) throws IOException {
        Files.createDirectories(top.resolve("src/main/java"));
        Files.copy(CHECKOUT.resolve("impsh"), top.resolve("impsh"));
        Files.writeString(top.resolve("pom.xml"), "<project></project>\n");
        Files.writeString(top.resolve("src/main/java/Some.java"), "class Some {}\n");
        Installation made = new Installation(top);
        made.sourcesWereEdited(Instant.now().minusSeconds(3600));
        return made;
    }

    /** Sources, and a build that is newer than they are. */
    static Installation built(Path top) throws IOException {
        Installation made = checkout(top);
        copyProgram(top.resolve("target"), top.resolve("target/lib"));
        return made;
    }

    /** No sources: what an unpacked archive holds. */
    static Installation unpacked(Path top) throws IOException {
        copyProgram(Files.createDirectories(top.resolve("lib")), top.resolve("lib"));
        Files.copy(CHECKOUT.resolve("impsh"), top.resolve("impsh"));
        return new Installation(top);
    }

    Path launcher() {
        return top.resolve("impsh");
    }

    Path jar() {
        return top.resolve("target/impsh.jar");
    }

    void sourcesWereEdited(Instant when) throws IOException {
        Files.setLastModifiedTime(top.resolve("pom.xml"), FileTime.from(when.minusSeconds(60)));
        Files.setLastModifiedTime(top.resolve("src/main/java/Some.java"), FileTime.from(when));
    }

    /** A build into this checkout that takes a while and counts itself in the file {@code builds}. */
    String buildScript() {
        return """
                echo "mvn $*" >> '%s'
                for argument; do case $argument in -Dimpsh.build.directory=*) to=${argument#*=} ;; esac; done
                sleep 0.5
                cp '%s/impsh.jar' "$to/impsh.jar"
                mkdir -p "$to/lib"
                """.formatted(top.resolve("builds"), BUILT);
    }

    List<String> builds() throws IOException {
        Path builds = top.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
    }

    private static void copyProgram(Path jarFolder, Path libraryFolder) throws IOException {
        Files.createDirectories(libraryFolder);
        Files.copy(BUILT.resolve("impsh.jar"), jarFolder.resolve("impsh.jar"));
        try (Stream<Path> libraries = Files.list(BUILT.resolve("lib"))) {
            for (Path library : libraries.toList()) {
                linkOrCopy(library, libraryFolder.resolve(library.getFileName()));
            }
        }
    }

    static void linkOrCopy(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (IOException | UnsupportedOperationException anotherFileSystem) {
            Files.copy(file, copy);
        }
    }
}
