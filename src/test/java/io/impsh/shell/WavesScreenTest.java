package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.bulk.Pause;
import io.impsh.bulk.PlayedWaves;
import io.impsh.script.Shown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of a plan that is applied in waves. */
class WavesScreenTest {
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final Semaphore next = new Semaphore(0);

    @Test
    void aWaveAsksAndAFailingHealthCheckStopsTheRun(@TempDir Path folder) throws Exception {
        PlayedWaves waves = new PlayedWaves().losing(Set.of("d7", "d30", "d44")).journalledIn(folder);
        FakeEvaluator evaluator = new FakeEvaluator()
                .meaning(
                        "p.apply()",
                        io -> new Shown.ReportShown(waves.apply(io, io.applyListener(), Pause.ASK, "1", "5%", "100%")));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("p.apply()");
            shell.screen.await("Go on\\? \\[y/N\\]$");
            shell.enter("y").screen.await("61 devices\\? \\[y/N\\]$");
            shell.enter("y").screen.await("1,188 not started.*\nsandbox demo>$");
            assertThat(shell.screen
                            .text()
                            .replaceFirst("\\d+\\.\\d s\n", "0.2 s\n")
                            .replaceFirst("resume\\('[0-9a-f]+'\\)", "resume('b81c')"))
                    .endsWith("""
                            1,250 devices move from Line 1 to Line 2 (waves 1, 5%, 100%; asking
                            between them; health: online within 10 min). Go on? [y/N] y
                            wave 1 of 3        1 / 1        done         health ok after 10 s
                            Go on with wave 2 of 3, 61 devices? [y/N] y
                            wave 2 of 3       61 / 61       done         health check failed after 10 min
                             62 done · 0 failed · 0 stale · 0 skipped · 0 unknown      0.2 s
                             stopped: health check failed: 3 of 61 devices are not online after 10 min: d7,
                            d30, d44
                             1,188 not started: resume with plans.resume('b81c')
                            sandbox demo>""");
        }
    }

    @Test
    void theHealthOfAWaveIsWaitedForInOneLine() throws Exception {
        PlayedWaves waves =
                new PlayedWaves().losing(Set.of("d1", "d7")).at(Duration.ofSeconds(75), this::untilReleased);
        FakeEvaluator evaluator = new FakeEvaluator()
                .meaning(
                        "p.apply()",
                        io -> new Shown.ReportShown(waves.apply(io, io.applyListener(), Pause.NONE, "62", "100%")));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("p.apply()").screen.await("Go on\\? \\[y/N\\]$");
            shell.enter("y");
            waiting.await();
            shell.ticks.advance(Duration.ofSeconds(1));
            shell.screen.await("^wave 1 of 2       62 / 62       60 of 62 healthy  8 min 46 s left$");
            next.release();
            shell.atPrompt();
        }
    }

    private void untilReleased() {
        waiting.countDown();
        next.acquireUninterruptibly();
    }
}
