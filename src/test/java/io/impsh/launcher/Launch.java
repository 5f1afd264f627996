package io.impsh.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A start of the launcher as its own process, with an environment that holds nothing but what the test gave it. Output
 * goes to files, so a process that outlives the start cannot keep the test waiting.
 */
public final class Launch {
    private static final Duration DEADLINE = Duration.ofMinutes(4);

    private final Path launcher;
    private final Path scratch;
    private final Map<String, String> environment = new TreeMap<>();
    private Path directory;
    private String input = "";

    public Launch(Path launcher, Path scratch) {
        this.launcher = launcher;
        this.scratch = scratch;
        this.directory = scratch;
    }

    public Launch in(Path folder) {
        directory = folder;
        return this;
    }

    public Launch with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    Launch without(String variable) {
        environment.remove(variable);
        return this;
    }

    public Launch input(String text) {
        input = text;
        return this;
    }

    public Launched run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).end();
    }

    Running start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path stdin = Files.writeString(Files.createTempFile(scratch, "in", ".txt"), input);
        Path stdout = Files.createTempFile(scratch, "out", ".txt");
        Path stderr = Files.createTempFile(scratch, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(stdin.toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Running(builder.start(), stdout, stderr);
    }

    /** A start that has not ended yet. */
    record Running(Process process, Path stdout, Path stderr) {

        Launched end() throws IOException, InterruptedException {
            if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + DEADLINE + "; stdout: " + Files.readString(stdout)
                        + "; stderr: " + Files.readString(stderr));
            }
            return new Launched(process.exitValue(), Files.readString(stdout), Files.readString(stderr));
        }

        void awaitOutput(String expected) throws IOException, InterruptedException {
            await("'" + expected + "' on stdout", () -> Files.readString(stdout).contains(expected));
        }
    }

    /** Waits until it holds; what it waits for is named when it never does. */
    static void await(String what, Condition condition) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(DEADLINE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + DEADLINE + ": " + what);
            }
            Thread.sleep(20);
        }
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException;
    }
}
