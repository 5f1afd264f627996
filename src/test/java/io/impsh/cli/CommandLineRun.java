package io.impsh.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What one run of the program in this process came to. */
public record CommandLineRun(int exitCode, String out, String err) {
    /** @param home an empty folder for {@code IMPSH_HOME} */
    public static CommandLineRun of(Path home, String standardInput, String... words) {
        return of(Map.of("IMPSH_HOME", home.toString()), standardInput, words);
    }

    public static CommandLineRun of(Map<String, String> environment, String standardInput, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams =
                Streams.of(new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)), out, err);
        int exitCode = Main.run(streams, environment, words);
        return new CommandLineRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
