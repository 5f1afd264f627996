package io.impsh.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** JDKs for {@code JAVA_HOME}: the one that runs this test, and stand-ins that only look like one. */
record Jdk(Path home) {
    private static final Path ALL = Path.of("/usr/lib/jvm");

    static Jdk ofThisTest() {
        return new Jdk(Path.of(System.getProperty("java.home")));
    }

    /** One that this machine has beside that of this test, where Debian and others put them. */
    static Optional<Jdk> ofRelease(int release) throws IOException {
        if (!Files.isDirectory(ALL)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(ALL)) {
            return homes.filter(home -> isOfRelease(home, release))
                    .sorted()
                    .map(Jdk::new)
                    .findFirst();
        }
    }

    private static boolean isOfRelease(Path home, int release) {
        try {
            return Files.isExecutable(home.resolve("bin/java"))
                    && Files.readString(home.resolve("release")).matches("(?s).*JAVA_VERSION=\"" + release + "[.\"].*");
        } catch (IOException none) {
            return false;
        }
    }

    /** Says it is of this version; its {@code java} only writes down its arguments and prints the last one. */
    static Jdk pretending(String version, Path home) throws IOException {
        return make(home, "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n", "printf '%s\\n' \"$last\"\n");
    }

    /** This test's own JDK, writing down the arguments of each start. */
    static Jdk recording(Path home) throws IOException {
        Path real = ofThisTest().home();
        return make(home, Files.readString(real.resolve("release")), "exec '" + real + "/bin/java' \"$@\"\n");
    }

    private static Jdk make(Path home, String release, String script) throws IOException {
        String record = "for last; do printf '%s\\n' \"$last\"; done > '" + home.resolve("arguments") + "'\n";
        Programs.writeScript(home.resolve("bin/java"), record + script);
        Programs.writeScript(home.resolve("bin/javac"), "exit 1\n");
        Files.writeString(home.resolve("release"), release);
        return new Jdk(home);
    }

    /** What the last start was given. */
    List<String> arguments() throws IOException {
        return Files.readAllLines(home.resolve("arguments"));
    }
}
