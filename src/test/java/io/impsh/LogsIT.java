package io.impsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.launcher.PackagedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.json.JsonMapper;

/** {@code impsh logs} as a part of a pipe: the packaged program, its outputs and its exit codes. */
@EnabledIf("io.impsh.ProgramIT#scriptIsThere")
@Execution(ExecutionMode.CONCURRENT)
class LogsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** More devices than the service has room for: notices say so. */
    private static final List<String> MANY = List.of("--sandbox", "--log-rate", "2000", "logs", "Line 1");

    @TempDir
    Path home;

    private record Ended(int exitCode, String out, String err) {}

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT,PIPE"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(PackagedProgram.environment(home));
        builder.environment().put("IMPSH", PackagedProgram.LAUNCHER.toString());
        return builder.redirectError(home.resolve("err").toFile())
                .redirectOutput(home.resolve("out").toFile())
                .start();
    }

    private Process impsh(List<String> first, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(PackagedProgram.LAUNCHER.toString()));
        words.addAll(first);
        words.addAll(List.of(more));
        return start(words.toArray(String[]::new));
    }

    private Ended ended(Process program) throws Exception {
        try {
            assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("has ended, having said\n" + said("err"))
                    .isTrue();
            return new Ended(program.exitValue(), said("out"), said("err"));
        } finally {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
    }

    private String said(String file) throws IOException {
        return Files.readString(home.resolve(file));
    }

    private void awaitThat(String file, Predicate<String> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(said(file))) {
            assertThat(System.nanoTime())
                    .as("it has said\n" + said("out") + said("err"))
                    .isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void areLinesOfJson(String out) {
        assertThat(out).endsWith("\n");
        JsonMapper json = new JsonMapper();
        assertThat(out.lines())
                .allSatisfy(line -> assertThat(json.readTree(line).propertyNames())
                        .containsExactly("time", "device", "type", "logType", "message"));
    }

    @Test
    void aReaderThatHasSeenEnoughEndsIt() throws Exception {
        Ended ended = ended(
                start(
                        "sh",
                        "-c",
                        "{ \"$IMPSH\" --sandbox --log-rate 500 logs thermo-0001 thermo-0002; echo \"ended with $?\" >&2; } | head -3"));
        assertThat(ended.out().lines()).hasSize(3).allMatch(line -> line.contains("thermo-000"));
        assertThat(ended.err()).isEqualTo("ended with 0\n");
    }

    @Test
    void controlCEndsItWithWholeLinesAndNoStack() throws Exception {
        Process program = impsh(MANY, "-o", "ndjson");
        awaitThat("out", out -> out.lines().count() > 20);
        awaitThat("err", err -> err.startsWith("streaming 75 devices") && err.contains(": 8 live, 67 sampled every "));
        new ProcessBuilder("kill", "-s", "INT", String.valueOf(program.pid()))
                .start()
                .waitFor();
        Ended ended = ended(program);
        assertThat(ended.exitCode()).isEqualTo(130);
        areLinesOfJson(ended.out());
        assertThat(ended.err())
                .doesNotContain("\tat ", "Exception")
                .endsWith("{\"error\":{\"code\":\"CANCELLED\",\"message\":\"cancelled\",\"hint\":null}}\n");
    }

    @Test
    void theTimeLimitEndsIt() throws Exception {
        Ended ended = ended(impsh(MANY, "--timeout", "8s"));
        assertThat(ended.exitCode()).isEqualTo(124);
        assertThat(ended.out()).matches(out -> out.isEmpty() || out.endsWith("\n"));
        assertThat(ended.err()).endsWith("impsh: gave up after 8s (--timeout)\n");
    }

    /** Lines that are stored already fill the limit before the program has even begun to wait. */
    @Test
    void standardOutputHoldsLinesAndNothingElse() throws Exception {
        Ended ended = ended(impsh(MANY, "-o", "ndjson", "--since", "10m", "--limit", "40"));
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out().lines()).hasSize(40);
        areLinesOfJson(ended.out());
    }

    @Test
    void aTableHasOneHeaderAndQuietIsQuiet() throws Exception {
        Ended ended = ended(impsh(MANY, "-o", "csv", "--quiet", "--limit", "300"));
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines()).hasSize(301).startsWith("time,device,deviceId,type,message");
        assertThat(ended.out().lines().filter(line -> line.startsWith("time,"))).hasSize(1);
    }

    @Test
    void aFileGetsTheLinesInstead() throws Exception {
        Path file = home.resolve("lines.ndjson");
        Ended ended = ended(impsh(MANY, "-o", "json", "--to", file.toString(), "--limit", "40"));
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(Files.readString(file).lines()).hasSize(40);
        areLinesOfJson(Files.readString(file));
    }
}
