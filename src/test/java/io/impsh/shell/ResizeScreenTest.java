package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.Redrawing;
import io.impsh.script.ScriptIo;
import io.impsh.script.Shown;
import io.impsh.script.WatchRound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/**
 * The emulated window cuts its lines, as xterm does; most others wrap them anew, and that is what the shell counts on when
 * it takes away what it has drawn. So here only the entry itself is looked at, and not what stands above it.
 */
class ResizeScreenTest {
    private static final String BANNER = "impsh 0.1.0  ·  .help for help, Ctrl-D to leave\n\n";

    private final CountDownLatch running = new CountDownLatch(1);
    private final Semaphore next = new Semaphore(0);
    private final FakeEvaluator evaluator = new FakeEvaluator();

    @Test
    void aLineThatIsBeingTypedIsWrappedAnew() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("a".repeat(40) + "b".repeat(10));
            shell.screen.await("b{10}$");
            shell.screen.resize(60, 24);
            shell.screen.await("demo> a{40}b{6}\nb{4}\\z");
            shell.screen.resize(100, 30);
            shell.screen.await("demo> a{40}b{10}\\z");
            shell.enter("c").screen.await("b{10}c\n= a{40}b{10}c\nsandbox demo>$");
        }
    }

    @Test
    void anEntryOfSeveralLinesStaysWhole() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("f = {\ra: 1,\rb: " + "2".repeat(50));
            shell.screen.await("\\.\\.\\. b: 2{50}$");
            shell.screen.resize(40, 24);
            shell.screen.await("\\.\\.\\. b: 2{33}\n2{17}\\z");
            shell.screen.resize(80, 24);
            shell.screen.await("demo> f = \\{\n\\.\\.\\. a: 1,\n\\.\\.\\. b: 2{50}\\z");
            shell.enter("}").screen.await("= f = \\{\na: 1,\nb: 2{50}}\nsandbox demo>$");
        }
    }

    @Test
    void whileLinesArePrinted() throws Exception {
        evaluator.meaning("lines", io -> {
            for (String line : List.of("x".repeat(70), "y".repeat(70))) {
                io.print(new Shown.Text(line));
                running.countDown();
                next.acquire();
            }
            return new Shown.Text("end");
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("lines").screen.await("x{70}$");
            shell.screen.resize(50, 24);
            next.release();
            shell.screen.await("\ny{50}\ny{20}$");
            next.release();
            shell.screen.await("\ny{50}\ny{20}\nend\nsandbox demo>$");
            shell.enter("1").screen.await("sandbox demo> 1\n= 1\nsandbox demo>$");
        }
    }

    @Test
    void theProgressLineFitsWhatThereIs() throws Exception {
        evaluator.meaning("devices", io -> {
            try (ScriptIo.Activity reading = io.begin("reading devices")) {
                reading.progress(100, 250);
                running.countDown();
                next.acquire();
            }
            return new Shown.Text("250 devices");
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("devices");
            running.await();
            shell.ticks.advance(Duration.ofSeconds(2));
            shell.screen.await("reading devices  100 / 250  .+ left$");
            shell.screen.resize(30, 24);
            shell.ticks.advance(Duration.ofMillis(100));
            shell.screen.await("demo> devices\n(reading[^\n]*\n)?reading devices  100 / 250[^\n]{0,4}\\z");
            shell.screen.resize(80, 24);
            next.release();
            assertThat(shell.screen.await("250 devices\nsandbox demo>$"))
                    .isEqualTo(BANNER + "sandbox demo> devices\n250 devices\nsandbox demo>");
        }
    }

    @Test
    void aWatchedTableIsDrawnAnewInItsPlace() throws Exception {
        evaluator.meaning("watch", io -> {
            try (Redrawing place = io.redrawing()) {
                for (int round = 0; round < 3; round++) {
                    place.show(round());
                    next.acquire();
                }
            }
            return new Shown.Nothing();
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("watch").screen.await("Ctrl-C ends.*1 device$");
            shell.screen.resize(26, 24);
            next.release();
            // The mark tells that it is drawn anew, and not just cut by the window.
            shell.screen.await("\nevery 2 s[^\n]*…\n name[^\n]*\n thermo-1[^\n]*…\n1 device\\z");
            shell.screen.resize(80, 24);
            next.release();
            assertThat(shell.screen.await("\nevery 2 s[^\n]*Ctrl-C ends\n name[^\n]*\n thermo-1[^\n]*\n1 device\\z"))
                    .containsOnlyOnce("every 2 s");
            next.release();
            shell.screen.await("1 device\nsandbox demo>\\z");
        }
    }

    private static WatchRound round() {
        return new WatchRound(
                Instant.now(),
                2,
                new Shown.Nothing(),
                List.of("name", "description"),
                new Shown.Noun("device", "devices"),
                List.of(new WatchRound.Row("thermo-1", List.of("thermo-1", "on the wall of the third hall"))),
                null);
    }
}
