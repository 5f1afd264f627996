package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What one run of the program in this process came to. */
public record CommandLineRun(int exitCode, String out, String err) {
    /** @param home an empty folder for {@code IMPSH_HOME} */
    public static CommandLineRun of(Path home, String standardInput, String... words) {
        return of(Map.of("IMPSH_HOME", home.toString()), standardInput, words);
    }

    /** Several runs at the same time, each on a thread of its own. */
    static List<CommandLineRun> atOnce(int runs, IntFunction<CommandLineRun> run) {
        ExecutorService threads = Executors.newFixedThreadPool(runs);
        try {
            return IntStream.range(0, runs)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> run.apply(number), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    /** Stores a login as the sandbox's user in this home. */
    public static void logIn(Path home, Sandbox sandbox) {
        logIn(home, sandbox.baseUrl(), sandbox.user(), sandbox.password());
    }

    /** Stores a login at any service. */
    public static void logIn(Path home, Object endpoint, String user, String password) {
        CommandLineRun login = of(
                home, password + "\n", "login", "--user", user, "--password-stdin", "--endpoint", endpoint.toString());
        assertThat(login.exitCode()).as(login.err()).isZero();
    }

    public static CommandLineRun of(Map<String, String> environment, String standardInput, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandLineRun run = of(environment, standardInput, out, words);
        return new CommandLineRun(run.exitCode, out.toString(StandardCharsets.UTF_8), run.err);
    }

    /** With a standard output that takes nothing, such as a file on a full disk. */
    public static CommandLineRun onAFullDisk(Map<String, String> environment, String... words) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        return of(environment, "", full, words);
    }

    /** What was written to its standard output is left out. */
    private static CommandLineRun of(
            Map<String, String> environment, String standardInput, OutputStream out, String... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams =
                Streams.of(new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)), out, err);
        int exitCode = Main.run(streams, environment, words);
        return new CommandLineRun(exitCode, "", err.toString(StandardCharsets.UTF_8));
    }
}
