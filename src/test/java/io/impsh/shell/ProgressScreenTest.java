package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.ApplyProgress;
import io.impsh.bulk.Outcome;
import io.impsh.script.CloudTraffic;
import io.impsh.script.ScriptIo;
import io.impsh.script.Shown;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class ProgressScreenTest {
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch changed = new CountDownLatch(1);
    private final Semaphore next = new Semaphore(0);

    @Test
    void aLineAfterHalfASecondThenNoTrace() throws Exception {
        FakeEvaluator evaluator = new FakeEvaluator().meaning("devices", io -> {
            try (ScriptIo.Activity reading = io.begin("reading devices")) {
                reading.progress(100, 250);
                running.countDown();
                next.acquire();
                io.print(new Shown.Text("a line in between"));
                next.acquire();
            }
            return new Shown.Text("250 devices");
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("devices");
            running.await();
            shell.ticks.advance(Duration.ofMillis(499));
            assertThat(shell.screen.text()).doesNotContain("reading");
            shell.ticks.advance(Duration.ofMillis(1));
            shell.screen.await("demo> devices\nreading devices  100 / 250  .+$");
            next.release();
            shell.screen.await("demo> devices\na line in between\nreading devices  100 / 250  .+$");
            next.release();
            shell.screen.await("demo> devices\na line in between\n250 devices\nsandbox demo>$");
            assertThat(shell.screen.text()).doesNotContain("reading");
        }
    }

    @Test
    void aSlowRequestIsNamedAndWhatTheLimitDoes() throws Exception {
        FakeEvaluator evaluator = new FakeEvaluator();
        evaluator.meaning("devices.get('a')", io -> {
            evaluator.traffic(new CloudTraffic(1, "GET /devices", Duration.ofSeconds(3), false, Duration.ZERO, 40));
            running.countDown();
            next.acquire();
            evaluator.traffic(new CloudTraffic(2, "PUT /devices/1", Duration.ZERO, true, Duration.ofMillis(2100), 40));
            changed.countDown();
            next.acquire();
            return new Shown.Text("thermo-0001");
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("devices.get('a')");
            running.await();
            shell.ticks.advance(Duration.ofMillis(600));
            shell.screen.await("get\\('a'\\)\nasking GET /devices … 3 s$");
            next.release();
            changed.await();
            shell.ticks.advance(Duration.ofMillis(600));
            shell.screen.await("asking the service … \\d s  · waiting 2.1 s for the rate limit$");
            next.release();
            assertThat(shell.screen.await("0001\nsandbox demo>$"))
                    .endsWith("sandbox demo> devices.get('a')\nthermo-0001\nsandbox demo>");
            assertThat(shell.ticks.isRunning()).isFalse();
        }
    }

    @Test
    void whatWorksWithoutTheCloudShowsNothing() throws Exception {
        FakeEvaluator evaluator = new FakeEvaluator().meaning("loop", io -> {
            running.countDown();
            next.acquire();
            return new Shown.Nothing();
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("loop");
            running.await();
            shell.ticks.advance(Duration.ofSeconds(5));
            assertThat(shell.screen.text()).endsWith("sandbox demo> loop");
            next.release();
            shell.screen.await("loop\nsandbox demo>$");
        }
    }

    @Test
    void whatEndsSoonIsNeverShown() throws Exception {
        FakeEvaluator evaluator = new FakeEvaluator().meaning("devices", io -> {
            io.begin("reading devices").close();
            return new Shown.Text("250 devices");
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("devices");
            shell.screen.await("250 devices\nsandbox demo>$");
            shell.ticks.advance(Duration.ofSeconds(2));
            assertThat(shell.screen.everything()).doesNotContain("reading");
        }
    }

    @Test
    void aQuestionHidesIt() throws Exception {
        FakeEvaluator evaluator = new FakeEvaluator().meaning("devices", io -> {
            try (ScriptIo.Activity reading = io.begin("reading devices")) {
                running.countDown();
                next.acquire();
                return new Shown.Text("name is " + io.ask("What name?", null));
            }
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("devices");
            running.await();
            shell.ticks.advance(Duration.ofSeconds(1));
            shell.screen.await("^reading devices  0");
            next.release();
            shell.screen.await("devices\nWhat name\\?$");
            shell.ticks.advance(Duration.ofSeconds(1));
            shell.enter("x").screen.await("devices\nWhat name\\? x\nname is x\nsandbox demo>$");
        }
    }

    @Test
    void theApplyingOfAPlanIsGoneWhenEachItemHasItsOutcome() throws Exception {
        FakeEvaluator evaluator = new FakeEvaluator().meaning("p.apply()", io -> {
            ApplyListener listener = io.applyListener();
            listener.progress(progress(ApplyProgress.Stage.CHANGING, 0, 33));
            running.countDown();
            next.acquire();
            listener.progress(progress(ApplyProgress.Stage.READING_BACK, 66, 66));
            next.acquire();
            return new Shown.Text("66 done");
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("p.apply()");
            running.await();
            shell.ticks.advance(Duration.ofSeconds(1));
            shell.screen.await("^changing  33 / 66");
            next.release();
            shell.screen.awaitGone("changing");
            next.release();
            shell.screen.await("p.apply\\(\\)\n66 done\nsandbox demo>$");
        }
    }

    private static ApplyProgress progress(ApplyProgress.Stage stage, int done, int answered) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        counts.put(Outcome.DONE, done);
        return new ApplyProgress(stage, counts, answered, 66, 30, Duration.ofSeconds(1), null);
    }
}
