package io.impsh.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The packaged program of this build, for tests that start it and are about something else: with a home of its own, and
 * with one class archive for all, because each start without it costs seconds of processor time.
 */
public final class PackagedProgram {
    public static final Path LAUNCHER = Path.of("impsh").toAbsolutePath();

    private PackagedProgram() {}

    /** @return what a start with this home needs in its environment; more may be put into it */
    public static Map<String, String> environment(Path home) {
        Archive.linkInto(home.resolve("cache"));
        Map<String, String> environment = new TreeMap<>(Archive.environment(home));
        environment.put("NO_COLOR", "1");
        return environment;
    }

    /** Made when it is first asked for, in the build's folder, where the next run of tests finds it again. */
    private static final class Archive {
        private static final Path HOME = Path.of(
                        System.getProperty("impsh.build.directory", "target"), "shared-archive")
                .toAbsolutePath();
        private static final List<Path> FILES = make();

        /** The archive fits this JDK only. */
        static Map<String, String> environment(Path home) {
            return Map.of(
                    "IMPSH_HOME", home.toString(),
                    "HOME", home.toString(),
                    "JAVA_HOME", System.getProperty("java.home"),
                    "IMPSH_NO_BUILD", "1");
        }

        static void linkInto(Path cache) {
            try {
                Files.createDirectories(cache);
                for (Path file : FILES) {
                    Path link = cache.resolve(file.getFileName());
                    if (!Files.exists(link)) {
                        Installation.linkOrCopy(file, link);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<Path> make() {
            try {
                Path scratch = Files.createDirectories(HOME.resolve("output"));
                Launch launch = new Launch(LAUNCHER, scratch).with("PATH", System.getenv("PATH"));
                environment(HOME).forEach(launch::with);
                launch.with("IMPSH_MAKE_ARCHIVE", 1).run().printsOnly("");
                try (Stream<Path> files = Files.list(HOME.resolve("cache"))) {
                    return files.filter(
                                    file -> file.getFileName().toString().matches("classes-\\w+\\.(jsa|aot)(\\.ok)?"))
                            .toList();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
