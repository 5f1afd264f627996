package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.Interruption;
import io.impsh.script.Shown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptScreenTest {
    private final FakeEvaluator evaluator = new FakeEvaluator();
    private final CountDownLatch running = new CountDownLatch(1);

    @Test
    void atThePromptItClearsTheLine() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("devices.where(");
            shell.screen.await("where\\($");
            shell.screen.pressControlC();
            shell.atPrompt().enter("1");
            shell.screen.await("= 1");
            assertThat(evaluator.evaluated()).containsExactly("input 1: 1");
        }
    }

    @Test
    void itClearsAnUnfinishedEntryOfSeveralLines() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("if (x) {").enter("y()");
            shell.screen.await("y\\(\\)\n\\.\\.\\.$");
            shell.screen.pressControlC();
            shell.atPrompt().enter("1");
            shell.screen.await("= 1");
            assertThat(evaluator.evaluated()).containsExactly("input 1: 1");
        }
    }

    @Test
    void whileSomethingRunsItCancelsThat() throws Exception {
        evaluator.meaning("slow", io -> {
            running.countDown();
            return evaluator.untilInterrupted();
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("slow");
            running.await();
            shell.screen.pressControlC();
            shell.screen.await("slow\ncancelled\nsandbox demo>$");
            shell.enter("1");
            shell.screen.await("= 1");
        }
    }

    /** The entry is accepted, and its evaluation has not begun. */
    @Test
    void betweenEnterAndTheEvaluationItIsKept() throws Exception {
        RunningShell shell = new RunningShell(evaluator);
        evaluator.beforeEvaluation(once(shell.screen::pressControlC));
        try (shell) {
            shell.atPrompt().enter("lost");
            shell.screen.await("demo> lost\ncancelled\nsandbox demo>$");
            shell.enter("1");
            shell.screen.await("= 1");
            assertThat(shell.screen.text()).doesNotContain("= lost");
        }
    }

    /** JLine's own handler takes it, and has nothing to break off any more. */
    @Test
    void whileTheLineIsAcceptedItIsKept() throws Exception {
        RunningShell shell = new RunningShell(evaluator);
        evaluator.atCompleteness(once(shell.screen::pressControlC));
        try (shell) {
            shell.atPrompt().enter("lost");
            shell.screen.await("demo> lost\ncancelled\nsandbox demo>$");
            shell.enter("1");
            shell.screen.await("= 1");
            assertThat(shell.screen.text()).doesNotContain("= lost");
        }
    }

    /** The entry has been accepted and waits; both are given up. */
    @Test
    void whileAnEntryWaitsForTheStartFileItEndsBoth(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("init.js"), "slow");
        evaluator.meaning("slow", io -> evaluator.untilInterrupted());
        CountDownLatch accepted = new CountDownLatch(2);
        evaluator.atCompleteness(accepted::countDown);
        try (RunningShell shell = new RunningShell(evaluator, options -> options.startFile(file))) {
            shell.atPrompt().enter("waits");
            accepted.await();
            shell.screen.pressControlC();
            shell.screen.await("cancelled\nsandbox demo>$");
            shell.enter("1");
            shell.screen.await("= 1");
            assertThat(shell.screen.text()).doesNotContain("= waits");
        }
    }

    @Test
    void afterTheEvaluationItIsNotKeptForTheNextEntry() throws Exception {
        RunningShell shell = new RunningShell(evaluator);
        evaluator.meaning("first", io -> new Shown.Nothing());
        evaluator.afterEvaluation(once(shell.screen::pressControlC));
        try (shell) {
            shell.atPrompt().enter("first");
            shell.screen.await("demo> first\nsandbox demo>$");
            shell.enter("second");
            shell.screen.await("= second\nsandbox demo>$");
        }
    }

    private static Runnable once(Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (!done.getAndSet(true)) {
                action.run();
            }
        };
    }

    @Test
    void eachStepOfAPlanIsSaid() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        evaluator.interrupting(Interruption.FINISHING, Interruption.CANCELLING_IN_FLIGHT, Interruption.ABANDONED);
        evaluator.requestsInFlight(2).meaning("p.apply()", io -> {
            running.countDown();
            end.await();
            return new Shown.Nothing();
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("p.apply()");
            running.await();
            shell.screen.pressControlC();
            shell.screen.await("^\\^C  finishing 2 requests in flight; nothing new starts$");
            shell.screen.pressControlC();
            shell.screen.await("^cancelling what is in flight$");
            shell.screen.pressControlC();
            shell.screen.await("^context given up; variables are lost$");
            end.countDown();
            shell.atPrompt();
        }
    }

    @Test
    void aLongResultIsBrokenOff() throws Exception {
        evaluator.meaning("endless", io -> {
            for (long line = 1; true; line++) {
                io.print(new Shown.Text("line " + line));
            }
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("endless");
            shell.screen.await("line 30");
            shell.screen.pressControlC();
            shell.screen.await("line \\d+\ncancelled\nsandbox demo>$");
            shell.enter("1");
            shell.screen.await("= 1");
        }
    }
}
