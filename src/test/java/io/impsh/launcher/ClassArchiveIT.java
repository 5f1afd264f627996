package io.impsh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The class archive: made once, used while it fits, and never opened when anything about it is wrong. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("its installation")
class ClassArchiveIT {
    /** One archive for all tests, because making it takes seconds; each works on a copy of the cache that holds it. */
    @TempDir
    private static Path shared;

    private static Installation installation;
    private static Jdk jdk;
    private static Path archive;

    private Path cache;
    private Path temp;
    private Programs programs;

    @BeforeAll
    static void makeArchive() throws Exception {
        Path folder = shared.toRealPath();
        installation = Installation.built(folder.resolve("imp shell"));
        jdk = Jdk.recording(folder.resolve("jdk"));
        new Launch(installation.launcher(), folder)
                .with("PATH", Programs.plain(folder.resolve("bin")).folder())
                .with("JAVA_HOME", jdk.home())
                .with("IMPSH_HOME", folder.resolve("a home"))
                .with("IMPSH_MAKE_ARCHIVE", 1)
                .run()
                .printsOnly("");
        archive = only(archives(folder.resolve("a home/cache")));
    }

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        temp = folder.toRealPath();
        programs = Programs.plain(temp.resolve("bin"));
        cache = Files.createDirectories(temp.resolve("a home/cache"));
        for (Path file : new Path[] {archive, stamp(archive)}) {
            Files.copy(file, cache.resolve(file.getFileName()));
        }
    }

    private Launch launch() {
        return new Launch(installation.launcher(), temp)
                .with("PATH", programs.folder())
                .with("JAVA_HOME", jdk.home())
                .with("IMPSH_HOME", temp.resolve("a home"));
    }

    private Path copied() {
        return cache.resolve(archive.getFileName());
    }

    @Test
    void isUsedWhileItFits() throws Exception {
        runsWithArchive();
    }

    @Test
    void isMadeAfterTheFirstSession() throws Exception {
        Files.delete(stamp(copied()));
        Files.delete(copied());
        launch().run("-e", "1+1").printsOnly("2\n");
        Launch.await("a class archive with its stamp", () -> stamps().size() == 1);
        Launch.await("nothing left over", () -> leftovers().isEmpty());
        runsWithArchive();
    }

    @Test
    void isNotOpenedWhenCutOff() throws Exception {
        truncate(copied(), Files.size(archive) / 2);
        runsWithoutArchive();
    }

    @Test
    void isNotOpenedWhenEmpty() throws Exception {
        truncate(copied(), 0);
        runsWithoutArchive();
    }

    @Test
    void isNotOpenedWhenItsStampDiffers() throws Exception {
        Files.writeString(stamp(copied()), "17\n");
        runsWithoutArchive();
    }

    @Test
    void isNotOpenedWithoutAStamp() throws Exception {
        Files.delete(stamp(copied()));
        runsWithoutArchive();
    }

    @Test
    void isNotOpenedByAnotherBuild() throws Exception {
        asAnotherBuild(this::runsWithoutArchive);
    }

    @Test
    void ofAnotherBuildIsReplaced() throws Exception {
        asAnotherBuild(() -> {
            launch().with("IMPSH_MAKE_ARCHIVE", 1).run().printsOnly("");
            assertThat(only(archives(cache))).isNotEqualTo(copied());
        });
    }

    @Test
    void thatCannotBeMadeIsNotTriedAtEachStart() throws Exception {
        Jdk broken = Jdk.pretending("17.0.1", temp.resolve("broken"));
        launch().with("JAVA_HOME", broken.home())
                .with("IMPSH_MAKE_ARCHIVE", 1)
                .run()
                .failsSaying("impsh: the class archive could not be made; impsh runs without, only slower\n");
        assertThat(leftovers()).isEmpty();

        Path tries = temp.resolve("tries");
        Files.delete(programs.folder().resolve("setsid"));
        programs.and("setsid", "echo try >> '" + tries + "'\n");
        launch().with("JAVA_HOME", broken.home()).run("-e", "1+1").printsOnly("1+1\n");
        deleteFailureMarks();
        launch().with("JAVA_HOME", broken.home()).run("-e", "1+1").printsOnly("1+1\n");
        Launch.await("a try", () -> Files.exists(tries));
        assertThat(tries).hasContent("try");
    }

    private void deleteFailureMarks() throws IOException {
        for (Path file : files(cache, ".*\\.failed")) {
            Files.delete(file);
        }
    }

    /** Nothing detaches a process here, so no new archive is made while the test looks at what this start was given. */
    private void runsWithoutArchive() throws Exception {
        Files.delete(programs.folder().resolve("setsid"));
        launch().run("-e", "1+1").printsOnly("2\n");
        assertThat(jdk.arguments()).noneMatch(argument -> argument.contains("classes-"));
    }

    private void runsWithArchive() throws Exception {
        launch().run("-e", "1+1").printsOnly("2\n");
        assertThat(jdk.arguments()).anyMatch(argument -> argument.endsWith("=" + copied()));
    }

    private static void asAnotherBuild(Case test) throws Exception {
        FileTime time = Files.getLastModifiedTime(installation.jar());
        Files.setLastModifiedTime(
                installation.jar(), FileTime.from(time.toInstant().plusSeconds(5)));
        try {
            test.run();
        } finally {
            Files.setLastModifiedTime(installation.jar(), time);
        }
    }

    private interface Case {
        void run() throws Exception;
    }

    private static Path only(List<Path> files) {
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    private static List<Path> archives(Path cache) throws IOException {
        return files(cache, "classes-\\w+\\.(jsa|aot)");
    }

    private List<Path> stamps() throws IOException {
        return files(cache, "classes-.*\\.ok");
    }

    private List<Path> leftovers() throws IOException {
        return files(cache, ".*\\.tmp.*|training\\..*");
    }

    private static List<Path> files(Path cache, String name) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .toList();
        }
    }

    private static Path stamp(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".ok");
    }

    private static void truncate(Path file, long size) throws IOException {
        file.toFile().setWritable(true);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }
}
