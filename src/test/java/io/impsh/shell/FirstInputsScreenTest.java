package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import io.impsh.script.ExitRequested;
import io.impsh.script.Input;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstInputsScreenTest {
    private final FakeEvaluator evaluator = new FakeEvaluator();

    @TempDir
    Path folder;

    @Test
    void theyComeAfterTheStartFileAndBeforeTheFirstEntry() throws Exception {
        Path startFile = Files.writeString(folder.resolve("init.js"), "start");
        evaluator.meaning("bad", io -> {
            throw new UserException("NOT_FOUND", "bad", null);
        });
        try (RunningShell shell = shell(startFile, "bad", "2")) {
            shell.screen.await("""
                    Error: bad
                    = 2
                    sandbox demo>""");
            shell.enter("3").screen.await("= 3\nsandbox demo>$");
            assertThat(evaluator.evaluated()).containsExactly("init.js: start", "-e 1: bad", "-e 2: 2", "input 1: 3");
        }
    }

    @Test
    void controlCBreaksOneOff() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        evaluator.meaning("slow", io -> {
            begun.countDown();
            return evaluator.untilInterrupted();
        });
        try (RunningShell shell = shell(null, "slow")) {
            begun.await();
            shell.screen.pressControlC();
            shell.screen.await("cancelled\nsandbox demo>$");
        }
    }

    @Test
    void exitLeaves() throws Exception {
        evaluator.meaning("exit", io -> {
            throw new ExitRequested(7);
        });
        try (RunningShell shell = shell(null, "exit")) {
            assertThat(shell.exitCode()).isEqualTo(7);
        }
    }

    private RunningShell shell(Path startFile, String... texts) {
        List<Input.Typed> inputs = IntStream.range(0, texts.length)
                .mapToObj(index -> new Input.Typed("-e " + (index + 1), texts[index]))
                .toList();
        return new RunningShell(
                evaluator, options -> options.startFile(startFile).firstInputs(inputs));
    }
}
