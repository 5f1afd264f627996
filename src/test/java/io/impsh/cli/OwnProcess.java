package io.impsh.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program of these classes in a process of its own. */
final class OwnProcess {
    private OwnProcess() {}

    /** The command of it. */
    static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        return command;
    }

    static Map<String, String> environment(Path home) {
        return Map.of("IMPSH_HOME", home.toString(), "HOME", home.toString());
    }

    /** What it says goes to a file in its home. */
    static Process start(Path home, String name, String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(words));
        builder.environment().putAll(environment(home));
        return builder.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name).toFile())
                .start();
    }
}
