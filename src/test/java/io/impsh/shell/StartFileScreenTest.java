package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.ExitRequested;
import io.impsh.script.Shown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFileScreenTest {
    @TempDir
    Path folder;

    @Test
    void itIsEvaluatedBehindThePromptAndBeforeTheFirstEntry() throws Exception {
        Path file = Files.writeString(folder.resolve("init.js"), "init");
        CountDownLatch warm = new CountDownLatch(1);
        FakeEvaluator evaluator = new FakeEvaluator().meaning("init", io -> {
            warm.await();
            io.print(new Shown.Text("hello"));
            return new Shown.Text("not shown");
        });
        try (RunningShell shell = new RunningShell(evaluator, options -> options.startFile(file))) {
            shell.atPrompt().enter("1");
            shell.screen.await("demo> 1$");
            warm.countDown();
            // The entry stands on the screen before its Enter key has been read.
            shell.screen.await("(demo> 1\nhello|hello\nsandbox demo> 1)\n= 1\nsandbox demo>$");
            assertThat(evaluator.evaluated()).containsExactly("init.js: init", "input 1: 1");
        }
    }

    @Test
    void whatItPrintsStandsAboveWhatIsBeingTyped() throws Exception {
        Path file = Files.writeString(folder.resolve("init.js"), "init");
        CountDownLatch warm = new CountDownLatch(1);
        FakeEvaluator evaluator = new FakeEvaluator().meaning("init", io -> {
            warm.await();
            io.print(new Shown.Text("hello"));
            io.notice("and welcome");
            return new Shown.Nothing();
        });
        try (RunningShell shell = new RunningShell(evaluator, options -> options.startFile(file))) {
            shell.atPrompt().screen.type("half typ");
            shell.screen.await("half typ$");
            warm.countDown();
            shell.screen.await("leave\n\nhello\nand welcome\nsandbox demo> half typ$");
            shell.enter("ed").screen.await("= half typed");
        }
    }

    @Test
    void anEndlessOneIsBrokenOffAndSoIsTheEntryThatWaits() throws Exception {
        Path file = Files.writeString(folder.resolve("init.js"), "init");
        FakeEvaluator evaluator = new FakeEvaluator();
        evaluator.meaning("init", io -> evaluator.untilInterrupted());
        try (RunningShell shell = new RunningShell(evaluator, options -> options.startFile(file))) {
            shell.atPrompt().enter("1").screen.awaitAccepted();
            shell.screen.pressControlC();
            shell.screen.await("init.js was broken off\ncancelled\nsandbox demo>$");
            shell.enter("2").screen.await("= 2\nsandbox demo>$");
            assertThat(evaluator.evaluated()).containsExactly("init.js: init", "input 1: 2");
        }
    }

    @Test
    void whatFailsOrLeavesOrCannotBeReadStopsNoShell() throws Exception {
        Path file = Files.writeString(folder.resolve("init.js"), "init");
        FakeEvaluator evaluator = new FakeEvaluator().meaning("init", io -> {
            throw new ExitRequested(3);
        });
        try (RunningShell shell = new RunningShell(evaluator, options -> options.startFile(file))) {
            shell.screen.await("init.js: exit\\(\\) does nothing here\n");
            shell.enter("1").screen.await("= 1\nsandbox demo>$");
        }
        Files.write(file, new byte[] {(byte) 0xff});
        try (RunningShell shell = new RunningShell(new FakeEvaluator(), options -> options.startFile(file))) {
            shell.screen.await("Error: cannot read .*init.js: it is no UTF-8 text\n  --no-rc starts without it\n");
            shell.enter("1").screen.await("= 1\nsandbox demo>$");
        }
    }
}
