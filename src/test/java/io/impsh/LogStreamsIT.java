package io.impsh;

import static io.impsh.shell.PtyProgram.CONTROL_C;
import static io.impsh.shell.PtyProgram.CONTROL_D;
import static io.impsh.shell.PtyProgram.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.launcher.PackagedProgram;
import io.impsh.shell.PtyProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Working at the prompt while log lines come: the packaged program on a real pseudo-terminal. */
@EnabledIf("io.impsh.ProgramIT#scriptIsThere")
@Execution(ExecutionMode.CONCURRENT)
class LogStreamsIT {
    private static final String PROMPT = "sandbox demo> ";
    private static final String LINE = "thermo-000[12].*reading \\d+";

    @TempDir
    Path home;

    private PtyProgram shell;

    private void start() {
        shell = PtyProgram.start(
                "'" + PackagedProgram.LAUNCHER + "' --sandbox --log-rate 500",
                PackagedProgram.environment(home),
                120,
                40);
        shell.await(PROMPT);
        shell.enter("let kept = 41").await("41\\R");
        shell.await(PROMPT);
        shell.enter("s = logs.stream(['thermo-0001', 'thermo-0002'])").await(LINE);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void linesGoOn() {
        IntStream.range(0, 3).forEach(each -> shell.await(LINE));
    }

    @Test
    void commandsPrintWholeResultsAndControlCEndsNoStream() {
        start();
        shell.enter("for (let i = 0; i < 400; i++) print('row ' + i + ' is whole')")
                .await("^row 399 is whole$");
        assertThat(shell.clean().lines().filter(line -> line.startsWith("row ")))
                .containsExactlyElementsOf(IntStream.range(0, 400)
                        .mapToObj(row -> "row " + row + " is whole")
                        .toList());
        shell.enter("kept + 1").await("^42$");
        linesGoOn();
        shell.type("kept = 'wro").await("kept = 'wro");
        shell.type(CONTROL_C);
        linesGoOn();
        shell.enter("print('begun'); sleep(60)").await("^begun$");
        linesGoOn();
        shell.type(CONTROL_C).await("cancelled$");
        linesGoOn();
        shell.enter("[s.state, kept].join()").await("^open,41$");
        shell.enter("s.stop(); s.state").await("(^|…)stopped$");
    }

    @Test
    void aCallbackPrintsAboveAHalfTypedEntryThatStaysIntact() {
        start();
        shell.enter("s.stop(); logs.on('thermo-0001', e => print('told of ' + e.message))")
                .await("told of reading \\d");
        shell.type("[kept + 1, ").await("\\[kept \\+ 1, ");
        IntStream.range(0, 3).forEach(each -> shell.await("told of reading \\d.*?sandbox demo> \\[kept \\+ 1, "));
        shell.type("'intact'].join(' ')" + ENTER).await("^42 intact$");
    }

    /** Whatever is half-way then. */
    @Test
    void leavingEndsStreamsAndCallbacksAtOnce() throws Exception {
        start();
        shell.enter("logs.on('thermo-0001', e => { print('told of ' + e.message); sleep(0.3) })")
                .await("told of reading");
        shell.enter("'stream ' + logs.stream('Line 1').id").await("stream 3");
        shell.await("told of reading");
        List<ProcessHandle> processes = shell.processes();
        long begun = System.nanoTime();
        shell.type(CONTROL_D);
        assertThat(shell.exitCode()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .get(10, TimeUnit.SECONDS);
        assertThat(shell.clean()).doesNotContain("Exception", "\tat ");
    }
}
