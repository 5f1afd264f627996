package io.impsh.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** JDKs for {@code JAVA_HOME}: the one that runs this test, and stand-ins that only look like one. */
record Jdk(Path home) {

    static Jdk ofThisTest() {
        return new Jdk(Path.of(System.getProperty("java.home")));
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
