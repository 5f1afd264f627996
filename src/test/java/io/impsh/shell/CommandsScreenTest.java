package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsScreenTest {
    private final FakeEvaluator evaluator = new FakeEvaluator();

    @TempDir
    Path folder;

    /** What stands below an entry, once it has been dealt with. */
    private String answer(RunningShell shell, String entry) {
        shell.atPrompt().enter(".clear").screen.await("\\Asandbox demo>\\z");
        shell.enter(entry);
        String shown = shell.screen.await("\\Asandbox demo> .*\nsandbox demo>\\z");
        return shown.substring(shown.indexOf('\n') + 1, shown.lastIndexOf('\n'));
    }

    @Test
    void helpListsThem() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            assertThat(answer(shell, ".help")).isEqualTo("""
                            Where it acts
                              .profile [NAME]     shows where this shell is connected to, or switches
                              .login [USER]       logs in and stores the login with the profile
                              .unlock [DURATION]  allows changes of production, for 15m unless said
                              .lock               refuses changes of production again
                              .refresh            renews the names that Tab and get() know
                            What is typed
                              .history [N]        shows the last N entries, 20 unless said
                              .load FILE          evaluates a file as if it were typed here
                              .save FILE          writes the inputs that succeeded to a file
                              .editor             opens $EDITOR and evaluates what it leaves
                            The shell
                              .help [COMMAND]     lists the commands, or explains one
                              .set [KEY [VALUE]]  shows the settings, or changes one
                              .debug [on|off]     shows requests, answers and stack traces, or no longer
                              .clear              empties the screen
                              .exit               leaves, as Ctrl-D does

                            All else is JavaScript: help() shows what there is, help(x) explains one thing.
                            Tab completes, Ctrl-R searches the history, Ctrl-C cancels, Ctrl-D leaves.""");
            assertThat(answer(shell, ".help load")).isEqualTo(".load FILE  evaluates a file as if it were typed here");
        }
    }

    @Test
    void mistakesNameTheNearestCommandOrTheUsage() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            assertThat(answer(shell, ".histroy")).isEqualTo("""
                            Error: there is no command .histroy; did you mean .history?
                              .help lists the commands""");
            assertThat(answer(shell, ".load")).isEqualTo("""
                            Error: .load wants FILE
                              .load FILE  evaluates a file as if it were typed here""");
            assertThat(answer(shell, ".profile x")).startsWith("Error: the sandbox is logged in by itself");
            assertThat(answer(shell, ".refresh x")).startsWith("Error: .refresh takes no argument");
            assertThat(answer(shell, ".history x")).startsWith("Error: 'x' is no number of entries");
            assertThat(answer(shell, ".load " + folder.resolve("none.js"))).startsWith("Error: there is no file");
            assertThat(answer(shell, ".load " + folder))
                    .contains("cannot read", ": Is a directory")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void aNumberThatBeginsWithADotIsJavaScript() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            assertThat(answer(shell, ".5 + 1")).isEqualTo("= .5 + 1");
        }
    }

    @Test
    void exitLeaves() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter(".exit");
            assertThat(shell.exitCode()).isZero();
        }
    }

    @Test
    void historyShowsTheLast() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("a").screen.await("= a\nsandbox demo>$");
            assertThat(answer(shell, ".history 3")).isEqualTo("a\n.clear\n.history 3");
        }
    }

    @Test
    void saveWritesWhatSucceededWithoutSecretsAndLoadReadsIt() throws Exception {
        Path saved = folder.resolve("saved.js");
        evaluator.meaning("bad", io -> {
            throw new UserException("NOT_FOUND", "bad", null);
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("a = {").enter("}").screen.await("= a.*demo>$");
            answer(shell, "bad");
            answer(shell, "unbondKey = 'x'");
            assertThat(answer(shell, ".save " + saved)).isEqualTo("saved 2 inputs");
            assertThat(saved).hasContent("a = {\n}\nunbondKey = 'ask'\n");
            assertThat(answer(shell, ".load " + saved)).isEqualTo("= a = {\n}\nunbondKey = 'ask'\n");
            assertThat(evaluator.evaluated()).last().isEqualTo(saved + ": a = {\n}\nunbondKey = 'ask'\n");
        }
    }

    @Test
    void saveAsksBeforeItReplaces() throws Exception {
        Path saved = Files.writeString(folder.resolve("saved.js"), "mine");
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter(".save " + saved).screen.await("Replace it\\? \\[y/N\\]$");
            shell.enter("n").screen.await("not saved\nsandbox demo>$");
            assertThat(saved).hasContent("mine");
        }
    }

    @Test
    void editorEvaluatesWhatItLeavesAndGoesOnWithIt() throws Exception {
        Map<String, String> environment = Map.of("EDITOR", "f() { echo '// more' >> \"$1\"; }; f");
        try (RunningShell shell = new RunningShell(evaluator, options -> options.environment(environment))) {
            assertThat(answer(shell, ".editor")).isEqualTo("= // more\n");
            assertThat(answer(shell, ".editor")).isEqualTo("= // more\n// more\n");
        }
    }

    @Test
    void anEditorThatFailsEvaluatesNothing() throws Exception {
        Map<String, String> environment = Map.of("EDITOR", "false");
        try (RunningShell shell = new RunningShell(evaluator, options -> options.environment(environment))) {
            assertThat(answer(shell, ".editor")).isEqualTo("""
                            Error: the editor 'false' did not work
                              it ended with code 1""");
            assertThat(evaluator.evaluated()).isEmpty();
        }
    }

    @Test
    void refreshTellsWhenItIsDone() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter(".refresh");
            shell.screen.await("renewing the names in the background\n.*250 names\n");
        }
    }

    @Test
    void profileSaysWhereAndHow() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            assertThat(answer(shell, ".profile")).isEqualTo("sandbox  http://127.0.0.1:8080/v5  no production");
        }
    }
}
