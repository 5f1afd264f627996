package io.impsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.launcher.PackagedProgram;
import io.impsh.shell.PtyProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Plans that are saved, applied, stopped and gone on with by the packaged program, one process after the other. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class ApplyIT {
    private static final String RENAME = "devices.where({group: 'Line 1'}).limit(30).rename(d => d.id + '-x')";

    @TempDir
    Path home;

    private record Ran(int exitCode, String out, String err) {}

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(PackagedProgram.LAUNCHER.toString()));
        command.addAll(List.of("--sandbox", "--data", "cloud.json", "--latency", "200"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().putAll(environment());
        return builder.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile())
                .start();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = PackagedProgram.environment(home);
        environment.put("LC_ALL", "C.UTF-8");
        return environment;
    }

    private Ran ended(Process process) throws Exception {
        int code = process.waitFor();
        return new Ran(code, Files.readString(home.resolve("out")), Files.readString(home.resolve("err")));
    }

    private Ran run(String... words) throws Exception {
        return ended(start(words));
    }

    /** Ends it by that signal once so many requests of the plan are on their way. */
    private Ran stopped(String signal, int requests, Process process) throws Exception {
        awaitRequests(requests, process);
        signal(signal, process.pid());
        return ended(process);
    }

    private static void signal(String name, long pid) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
    }

    private void awaitRequests(int requests, Process process) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (journal().split("\"record\":\"before\"", -1).length <= requests) {
            assertThat(process == null || process.isAlive()).isTrue();
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private String journal() throws IOException {
        Path folder = home.resolve("state/plans");
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> journals =
                    files.filter(file -> file.toString().endsWith(".ndjson")).toList();
            return journals.isEmpty() ? "" : Files.readString(journals.get(0), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aPlanIsAppliedStoppedBySignalsAndGoneOnWith() throws Exception {
        Ran planned = run("plan", RENAME, "--out", "plan.json");
        assertThat(planned.exitCode()).isZero();
        assertThat(planned.err())
                .startsWith("Plan: rename 30 devices\n")
                .endsWith("; apply it with: impsh apply plan.json\n");
        String id = planned.err().replaceFirst("(?s).*Saved as plan (\\S+);.*", "$1");

        assertThat(run("apply", "plan.jsn")).isEqualTo(new Ran(2, "", """
                impsh: there is no file and no plan 'plan.jsn'
                  impsh -e 'plans.list()' lists the plans that were begun
                """));
        assertThat(run("apply", "plan.json")).isEqualTo(new Ran(6, "", """
                impsh: a confirmation is needed, and nobody can be asked: 30 devices get another name
                  give --yes, or --yes=30; --dry-run shows what would be done
                """));

        Ran terminated = stopped("TERM", 2, start("apply", "plan.json", "--yes"));
        assertThat(terminated.err())
                .matches("impsh: stopped: \\d+ done, \\d+ not started; resume with: impsh apply " + id + "\n");
        assertThat(terminated.exitCode()).isEqualTo(143);
        assertThat(journal().lines().reduce((one, other) -> other).orElse(""))
                .contains("\"record\":\"end\"", "\"status\":\"stopped\"");

        int before = journal().split("\"record\":\"before\"", -1).length - 1;
        Ran hungUp = stopped("HUP", before + 1, start("apply", "plan.json", "--yes", "-o", "ndjson"));
        assertThat(hungUp.err())
                .matches("plan " + id + " was begun at \\S+ and is gone on with: \\d+ done, \\d+ not started\n"
                        + "\\{\"error\":\\{\"code\":\"STOPPED\",\"message\":\"stopped: \\d+ done, \\d+ not started; "
                        + "resume with: impsh apply " + id + "\",\"hint\":null}}\n");
        assertThat(hungUp.exitCode()).isEqualTo(129);

        Ran finished = run("apply", id, "--yes");
        assertThat(finished.out()).contains(" 30 done · 0 failed · 0 stale · 0 skipped · 0 unknown");
        assertThat(finished.exitCode()).isZero();

        Ran again = run("apply", "plan.json", "--yes");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains(" 0 done · 0 failed · 0 stale · 30 skipped · 0 unknown");
    }

    @Test
    void whatIsLeftFailedNamesTheJournalAndMakesTheExitCode() throws Exception {
        run("plan", "devices.where({group: 'Line 1'}).limit(2).assignTo('Thermostat DUT')", "--out", "plan.json");
        Ran run = run("apply", "plan.json", "--yes", "--quiet");

        assertThat(run.err())
                .matches("impsh: plan (\\S+) \\(move 2 devices\\) is incomplete: 2 failed of 2; "
                        + "look with: impsh -e \"plans\\.show\\('\\1'\\)\"\n");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    @EnabledIf("io.impsh.ProgramIT#scriptIsThere")
    void aTerminatedShellEndsItsPlanInOrder() throws Exception {
        Path starter = Files.writeString(
                home.resolve("start"),
                "echo $$ > '" + home + "/pid'\nexec '" + PackagedProgram.LAUNCHER + "' --sandbox --latency 700\n");
        try (PtyProgram shell = PtyProgram.start("sh '" + starter + "'", environment(), 100, 40)) {
            shell.await("sandbox demo> ");
            shell.enter(RENAME + ".apply()").await("Go on\\? \\[y/N\\] ");
            shell.enter("y");
            awaitRequests(2, null);
            signal("TERM", Long.parseLong(Files.readString(home.resolve("pid")).strip()));
            shell.await("in flight; nothing new starts");
            shell.await("stopped: asked to stop");
            assertThat(shell.exitCode()).isEqualTo(143);
        }
        assertThat(journal().lines().reduce((one, other) -> other).orElse(""))
                .contains("\"record\":\"end\"", "\"status\":\"stopped\"");
    }
}
