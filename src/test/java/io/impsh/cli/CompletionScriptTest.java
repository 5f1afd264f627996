package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The completion script as bash runs it. */
class CompletionScriptTest {
    @TempDir
    Path home;

    static boolean bashIsThere() {
        return Files.isExecutable(Path.of("/bin/bash"));
    }

    /** What Tab offers for the last word, blanks between. */
    private String offered(String... words) throws Exception {
        Path script = home.resolve("completion.sh");
        Files.writeString(
                script, CommandLineRun.of(home, "", "completion", "bash").out());
        String program = ". '" + script + "'; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); "
                + "_complete_impsh 2>/dev/null; echo \"${COMPREPLY[@]}\"";
        ProcessBuilder bash = new ProcessBuilder("/bin/bash", "-c", program, "bash");
        bash.command().addAll(List.of(words));
        bash.environment().put("IMPSH_HOME", home.toString());
        Process process = bash.directory(
                        Files.createDirectories(home.resolve("here")).toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    @EnabledIf("bashIsThere")
    void offersFilesAndTheIdsOfPlansThatWereBegun() throws Exception {
        Path plans = Files.createDirectories(home.resolve("state/plans"));
        Files.createFile(plans.resolve("b81c02.ndjson"));
        Files.createFile(plans.resolve("7f3aaa-2.ndjson"));
        Files.createFile(Files.createDirectories(home.resolve("here")).resolve("move.json"));

        assertThat(offered("impsh", "apply", "")).isEqualTo("7f3aaa-2 b81c02 move.json");
        assertThat(offered("impsh", "apply", "b")).isEqualTo("b81c02");
        assertThat(offered("impsh", "apply", "m")).isEqualTo("move.json");
        assertThat(offered("impsh", "plan", "x", "--out", "m")).isEqualTo("move.json");
        assertThat(offered("impsh", "apply", "--wa")).isEqualTo("--waves");
        assertThat(offered("impsh", "appl")).isEqualTo("apply");
    }
}
