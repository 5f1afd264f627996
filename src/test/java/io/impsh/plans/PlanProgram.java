package io.impsh.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.launcher.PackagedProgram;
import io.impsh.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The packaged program, logged in to a sandbox, with a home of its own. */
final class PlanProgram {
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final Path home;
    private final Map<String, String> environment;

    PlanProgram(Path home, Sandbox sandbox) {
        this.home = home;
        this.environment = PackagedProgram.environment(home);
        environment.put("IMPSH_ENDPOINT", sandbox.baseUrl().toString());
        environment.put("IMPSH_USER", sandbox.user());
        environment.put("IMPSH_PASSWORD", sandbox.password());
    }

    /** A file of its own, in the folder where it runs. */
    Path file(String name) {
        return home.resolve(name);
    }

    PlanJournal journal(String id) {
        return new PlanJournal(home.resolve("state").resolve("plans").resolve(id + ".ndjson"));
    }

    /** The launcher replaces itself by the JVM, so that it is the program that a kill hits. */
    Running start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(PackagedProgram.LAUNCHER.toString(), "--yes"));
        command.addAll(List.of(arguments));
        Path out = file("out");
        Path errors = file("errors");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        try {
            return new Running(String.join(" ", arguments), builder.start(), out, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A start of it, and what it says. */
    record Running(String command, Process process, Path out, Path errors) {
        /** @return its exit code */
        int await() {
            return await(() -> false) ? process.exitValue() : -1;
        }

        /**
         * Kills it with SIGKILL at that moment.
         *
         * @return whether it had not ended by itself before
         */
        boolean killWhen(BooleanSupplier moment) {
            boolean ended = await(moment);
            process.destroyForcibly();
            try {
                assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                        .as("killed: " + command)
                        .isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return !ended;
        }

        /** Until it ends, which is answered true, or until the moment. */
        private boolean await(BooleanSupplier moment) {
            long end = System.nanoTime() + DEADLINE.toNanos();
            try {
                while (!moment.getAsBoolean()) {
                    if (process.waitFor(2, TimeUnit.MILLISECONDS)) {
                        return true;
                    }
                    if (System.nanoTime() > end) {
                        process.destroyForcibly();
                        throw new AssertionError("it does not end: " + command + "\n" + said());
                    }
                }
                return false;
            } catch (InterruptedException e) {
                process.destroyForcibly();
                throw new IllegalStateException(e);
            }
        }

        String said() {
            try {
                return Files.readString(out) + Files.readString(errors);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
