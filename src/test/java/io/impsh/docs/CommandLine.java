package io.impsh.docs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs a command of impsh in this process. By reflection, because the entry for callers inside the program is for its own
 * package only; starting a process for each command of the pages would take a minute.
 */
final class CommandLine {
    /**
     * @param out what went to standard output
     * @param seen both outputs, in the order in which a terminal would show them
     */
    record Result(int exitCode, String out, String seen) {}

    private CommandLine() {}

    /** @param outIsSeen whether standard output goes to the terminal, and not into a pipe or a file */
    static Result run(Path home, String standardInput, List<String> words, boolean outIsSeen) {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        ByteArrayOutputStream out = outIsSeen ? seen : new ByteArrayOutputStream();
        int exitCode =
                run(home, new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)), out, seen, words);
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), seen.toString(StandardCharsets.UTF_8));
    }

    private static int run(Path home, InputStream in, OutputStream out, OutputStream err, List<String> words) {
        try {
            Class<?> streams = Class.forName("io.impsh.cli.Streams");
            Method of = streams.getDeclaredMethod("of", InputStream.class, OutputStream.class, OutputStream.class);
            of.setAccessible(true);
            Method run =
                    Class.forName("io.impsh.cli.Main").getDeclaredMethod("run", streams, Map.class, String[].class);
            run.setAccessible(true);
            Map<String, String> environment = Map.of("IMPSH_HOME", home.toString());
            return (int) run.invoke(null, of.invoke(null, in, out, err), environment, words.toArray(String[]::new));
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError("the entry of the program has changed", changed);
        }
    }
}
