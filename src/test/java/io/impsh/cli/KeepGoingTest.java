package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepGoingTest {
    @TempDir
    Path home;

    @Test
    void aTypedProgramGoesOnAndEndsWithTheCodeOfTheFirstFailure() {
        CommandLineRun run = CommandLineRun.of(home, "1\nnope\nlet a = 2\nexit\nrun('none')\na\n", "--keep-going");
        assertThat(run.out()).isEqualTo("2\n");
        assertThat(run.err()).startsWith("impsh: nope is not defined").contains("no saved script is called");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void soDoSeveralExpressions() {
        CommandLineRun run = CommandLineRun.of(home, "", "--keep-going", "-e", "run('none')", "-e", "nope", "-e", "3");
        assertThat(run.out()).isEqualTo("3\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void withoutItTheFirstFailureEnds() {
        CommandLineRun run = CommandLineRun.of(home, "", "-e", "nope", "-e", "3");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void exitEndsAllTheSame() {
        CommandLineRun run = CommandLineRun.of(home, "", "--keep-going", "-e", "nope", "-e", "exit(7)", "-e", "3");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(7);
    }

    @Test
    void itGoesWithTypedInputsOnly() {
        CommandLineRun run = CommandLineRun.of(home, "", "--keep-going", "run", "x");
        assertThat(run.err()).isEqualTo("impsh: --keep-going goes with -e and with a program on standard input\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aShellNeedsATerminal() {
        CommandLineRun run = CommandLineRun.of(home, "", "--shell", "-e", "1");
        assertThat(run.err()).isEqualTo("impsh: --shell goes on at a prompt, and standard input is no terminal\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of(home, "", "--shell", "logs", "x").err())
                .isEqualTo("impsh: --shell goes with -e and with a file\n");
    }
}
