package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("scriptIsThere")
class PtyProgramTest {
    static boolean scriptIsThere() {
        return Files.isExecutable(Path.of("/usr/bin/script"));
    }

    @Test
    void typesAndWaits() {
        try (PtyProgram cat = PtyProgram.start("cat")) {
            cat.enter("one").await("^one\none\n");
            cat.enter("two").await("^two\ntwo\n");
            cat.type(PtyProgram.CONTROL_D);
            assertThat(cat.exitCode()).isZero();
        }
    }

    @Test
    void theWindowHasItsSizeAndVariablesArrive() {
        try (PtyProgram shell =
                PtyProgram.start("sh -c 'stty size; echo $GREETING'", Map.of("GREETING", "hi"), 100, 30)) {
            shell.await("^30 100\nhi$");
        }
    }

    @Test
    void controlCIsASignalAndTheExitCodeIsThePrograms() {
        try (PtyProgram shell =
                PtyProgram.start("sh -c 'trap \"echo caught; exit 7\" INT; echo ready; while read line; do :; done'")) {
            shell.await("ready");
            shell.type(PtyProgram.CONTROL_C).await("caught");
            assertThat(shell.exitCode()).isEqualTo(7);
        }
    }

    @Test
    void coloursAreLeftOut() {
        try (PtyProgram shell = PtyProgram.start("printf '\\033[1;31mred\\033[0m \\033]0;title\\007end\\n'")) {
            assertThat(shell.await("end")).isEqualTo("red end");
            assertThat(shell.raw()).contains("\u001b[1;31mred");
        }
    }

    @Test
    void whatCameInsteadIsTold() {
        try (PtyProgram shell = PtyProgram.start("echo something else")) {
            assertThatThrownBy(() -> shell.await("expected"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("waited for /expected/; 'echo something else' has shown until its end\n"
                            + "something else\n");
        }
    }
}
