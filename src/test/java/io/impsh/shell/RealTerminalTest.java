package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf("io.impsh.shell.PtyProgramTest#scriptIsThere")
class RealTerminalTest {
    @ParameterizedTest
    @ValueSource(strings = {"xterm", "dumb", ""})
    void controlCCancelsWhatRunsAndNeverEndsTheShell(String type) {
        try (PtyProgram shell = FakeShellProgram.start(Map.of("TERM", type), 80, 24)) {
            assertThat(shell.await("demo> ")).isEqualTo("impsh\n\nsandbox demo> ");
            shell.enter("slow").await("begun\n");
            shell.type(PtyProgram.CONTROL_C).await("cancelled\nsandbox demo> ");
            shell.enter("1+1").await("= 1\\+1\nsandbox demo> ");
            shell.enter("name").await("What name\\? ");
            shell.enter("thermo").await("name is thermo\nsandbox demo> ");
            shell.type(PtyProgram.CONTROL_D);
            assertThat(shell.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xterm", "dumb"})
    void controlCAtThePromptClearsTheLine(String type) {
        try (PtyProgram shell = FakeShellProgram.start(Map.of("TERM", type), 80, 24)) {
            shell.await("demo> ");
            shell.type("half").await("half");
            shell.type(PtyProgram.CONTROL_C);
            shell.await(type.equals("dumb") ? "\\^C\\s+sandbox demo> " : "sandbox demo> ");
            shell.enter("whole").await("= whole\nsandbox demo> ");
            shell.enter(".exit");
            assertThat(shell.exitCode()).isZero();
        }
    }

    @Test
    void aWindowWithoutASizeIsTakenForTheUsualOne() {
        try (PtyProgram shell = FakeShellProgram.start(Map.of(), 0, 0)) {
            shell.await("sandbox demo> ");
            shell.enter("1+1").await("sandbox demo> ");
            shell.enter(".exit");
            assertThat(shell.exitCode()).isZero();
        }
    }
}
