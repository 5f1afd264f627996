package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The completion script as bash and zsh run it, in a folder of its own. */
class CompletionScriptTest {
    private static final String LAUNCHER = Path.of("impsh").toAbsolutePath().toString();
    private static final String TAB = "COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _impsh 2>/dev/null; "
            + "printf '%s\\n' \"${COMPREPLY[@]}\" | sort";

    @TempDir
    Path home;

    private Path here;

    @BeforeEach
    void folders() throws IOException {
        here = Files.createDirectories(home.resolve("here"));
        Files.createFile(here.resolve("move.json"));
        Files.createFile(here.resolve("a script.js"));
        Path plans = Files.createDirectories(home.resolve("state/plans"));
        Files.createFile(plans.resolve("b81c02.ndjson"));
        Files.createFile(plans.resolve("7f3aaa-2.ndjson"));
        Path scripts = Files.createDirectories(home.resolve("config/scripts"));
        Files.writeString(scripts.resolve("mine.js"), """
                #!/usr/bin/env impsh
                /**
                 * Mine.
                 *
                 * @param {fast|slow} pace        how fast
                 * @param {secret}    [unbondKey] the key
                 * @param {file[]}    [csv]       files
                 * @param {string}    [note=x]    text
                 * @param {boolean}   [dry_air]   a flag
                 */
                // @param {string} [late] none
                """);
    }

    static Stream<String> shells() {
        return Stream.of("/bin/bash", "/usr/bin/zsh").filter(shell -> Files.isExecutable(Path.of(shell)));
    }

    /** What Tab offers for the last word. */
    private List<String> offered(String shell, String... words) throws IOException {
        Path script = home.resolve("completion.sh");
        if (!Files.exists(script)) {
            Files.writeString(
                    script, CommandLineRun.of(home, "", "completion", "bash").out());
        }
        List<String> command = shell.endsWith("zsh")
                ? List.of(shell, "-f", "-c", "compdef() { :; }; . \"$0\"; emulate sh; " + TAB)
                : List.of(shell, "-c", ". \"$0\"; " + TAB);
        ProcessBuilder process = new ProcessBuilder(new ArrayList<>(command));
        process.command().add(script.toString());
        process.command().addAll(List.of(words));
        process.environment().put("IMPSH_HOME", home.toString());
        process.environment().put("LC_ALL", "C");
        Process run = process.directory(here.toFile()).redirectErrorStream(true).start();
        String text = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text.lines().filter(line -> !line.isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void offersFilesAndTheIdsOfPlansThatWereBegun(String shell) throws IOException {
        assertThat(offered(shell, "impsh", "apply", ""))
                .containsExactly("7f3aaa-2", "a script.js", "b81c02", "move.json");
        assertThat(offered(shell, "impsh", "apply", "b")).containsExactly("b81c02");
        assertThat(offered(shell, "impsh", "apply", "m")).containsExactly("move.json");
        assertThat(offered(shell, "impsh", "plan", "x", "--out", "m")).contains("move.json");
        assertThat(offered(shell, "impsh", "apply", "--wa")).contains("--waves");
        assertThat(offered(shell, "impsh", "appl")).contains("apply");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void offersTheUsersScriptsOursAndFiles(String shell) throws IOException {
        assertThat(offered(shell, LAUNCHER, "run", "")).contains("mine", "bulk-reassign", "a script.js");
        assertThat(offered(shell, LAUNCHER, "run", "m")).containsExactly("mine");
        assertThat(offered(shell, LAUNCHER, "--profile", "x", "run", "bulk")).containsExactly("bulk-reassign");
        assertThat(offered(shell, LAUNCHER, "plan", "bulk")).containsExactly("bulk-reassign");
        assertThat(offered(shell, LAUNCHER, "scripts", "m")).containsExactly("mine");
        assertThat(offered(shell, LAUNCHER, "scripts", "a")).isEmpty();
        assertThat(offered(shell, "/nowhere/impsh", "scripts", "")).containsExactly("mine");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void offersParametersAndWhatTheyTake(String shell) throws IOException {
        assertThat(offered(shell, LAUNCHER, "run", "mine", ""))
                .containsExactly("--csv", "--dry-air", "--note", "--pace", "--unbond-key");
        assertThat(offered(shell, LAUNCHER, "run", "mine", "--pace", "")).containsExactly("fast", "slow");
        assertThat(offered(shell, LAUNCHER, "run", "mine", "--pace", "=", "s")).containsExactly("slow");
        assertThat(offered(shell, LAUNCHER, "run", "mine", "--csv", "m")).containsExactly("move.json");
        assertThat(offered(shell, LAUNCHER, "run", "mine", "--unbond-key", "@m"))
                .containsExactly("@move.json");
        assertThat(offered(shell, LAUNCHER, "run", "mine", "--note", "")).isEmpty();
        assertThat(offered(shell, LAUNCHER, "run", "mine", "--dry-air", "t")).containsExactly("true");
        assertThat(offered(shell, LAUNCHER, "run", "mine", "--pace", "fast", "--u"))
                .contains("--unbond-key", "--unlock");
        assertThat(offered(shell, LAUNCHER, "plan", "bulk-reassign", "--fr")).contains("--from");
        assertThat(offered(shell, LAUNCHER, "../config/scripts/mine.js", "--no"))
                .contains("--note");
    }

    /** A wordlist of the shell's own would run it. */
    @ParameterizedTest
    @MethodSource("shells")
    void runsNothingThatAFileIsCalled(String shell) throws IOException {
        Files.createFile(here.resolve("$(touch owned).json"));
        Files.createFile(here.resolve("$(touch owned).js"));
        Files.createFile(home.resolve("config/scripts/$(touch owned).js"));

        assertThat(offered(shell, LAUNCHER, "apply", "$")).contains("$(touch owned).json");
        assertThat(offered(shell, LAUNCHER, "run", "$")).contains("$(touch owned)", "$(touch owned).js");
        assertThat(here.resolve("owned")).doesNotExist();
    }
}
