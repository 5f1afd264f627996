package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import io.impsh.script.HelpPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                              .profile [NAME]        shows where this shell is connected to, or switches
                              .login [USER]          logs in and stores the login with the profile
                              .unlock [DURATION]     allows changes of production, for 15m unless said
                              .lock                  refuses changes of production again
                              .refresh               renews the names that Tab and get() know
                              .logs [NAME|stop [N]]  lists the log streams, starts one, or stops one or all
                            What is typed
                              .history [N]           shows the last N entries, 20 unless said
                              .load FILE             evaluates a file as if it were typed here
                              .save FILE             writes the inputs that succeeded to a file
                              .record [start|stop]   makes a script of what is typed until stop FILE
                              .editor                opens $EDITOR and evaluates what it leaves
                            The shell
                              .help [COMMAND]        lists the commands, or explains one
                              .set [KEY [VALUE]]     shows the settings, or changes one
                              .debug [on|off]        shows requests, answers and stack traces, or no longer
                              .clear                 empties the screen
                              .exit                  leaves, as Ctrl-D does

                            All else is JavaScript: help() shows what there is, help(x) explains one thing.
                            Tab completes, Ctrl-R searches the history, Ctrl-C cancels, Ctrl-D leaves.""");
            assertThat(answer(shell, ".help load")).isEqualTo(".load FILE  evaluates a file as if it were typed here");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", " quit "})
    void wordsOfOtherShellsLeave(String entry) throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter(entry);
            assertThat(shell.exitCode()).isZero();
        }
    }

    @Test
    void commandsOfOtherShellsNameOurs() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            assertThat(answer(shell, ".quit")).isEqualTo("""
                            Error: there is no command .quit; did you mean .exit?
                              .help lists the commands""");
        }
    }

    @Test
    void helpKnowsTheCommandsUnlessAFunctionIsCalledSo() {
        DotCommands commands = new DotCommands(List.of(
                DotCommand.with(".load", "FILE", "evaluates a file", file -> {}),
                DotCommand.plain(".clear", "empties the screen", () -> {})));
        assertThat(commands.explained(".load").orElseThrow())
                .isEqualTo(new HelpPage(
                        ".load", ".load FILE", "A command of the prompt: evaluates a file.", List.of(), null));
        assertThat(commands.explained("clear").orElseThrow().title()).isEqualTo(".clear");
        assertThat(commands.explained("load")).isEmpty();
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
    void historyMarksTheLinesOfOneEntry() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("a = {").enter("}").screen.await("= a.*demo>$");
            assertThat(answer(shell, ".history 3")).isEqualTo("a = {\n... }\n.clear\n.history 3");
        }
    }

    @Test
    void loadRefusesWhatIsNoTextAndDropsAByteOrderMark() throws Exception {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {0, (byte) 0xff, 1});
        Path marked = Files.writeString(folder.resolve("marked.js"), "\ufeffa");
        try (RunningShell shell = new RunningShell(evaluator)) {
            assertThat(answer(shell, ".load " + binary)).contains("it is no UTF-8 text");
            assertThat(answer(shell, ".load /dev/null")).isEqualTo("Error: '/dev/null' is no file");
            assertThat(answer(shell, ".load " + marked)).isEqualTo("= a");
        }
    }

    @Test
    void whatIsSavedIsNoContinuationOfTheLineBefore() throws Exception {
        Path saved = folder.resolve("saved.js");
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("a = b").screen.await("= a.*demo>$");
            answer(shell, "(c)");
            answer(shell, ".save " + saved);
            assertThat(saved).hasContent("a = b\n;(c)\n");
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
    void whatWasWrittenInAnEditorThatFailsIsKept() throws Exception {
        Path fails = Files.writeString(folder.resolve("fails"), "");
        Map<String, String> environment =
                Map.of("VISUAL", "", "EDITOR", "f() { echo 'text' >> \"$1\"; test ! -e " + fails + "; }; f");
        try (RunningShell shell = new RunningShell(evaluator, options -> options.environment(environment))) {
            assertThat(answer(shell, ".editor")).contains("it ended with code 1");
            Files.delete(fails);
            assertThat(answer(shell, ".editor")).isEqualTo("= text\ntext\n");
        }
    }

    @Test
    void aMissingEditorIsSaid() throws Exception {
        Map<String, String> environment = Map.of("EDITOR", "no-such-editor 2>/dev/null");
        try (RunningShell shell = new RunningShell(evaluator, options -> options.environment(environment))) {
            assertThat(answer(shell, ".editor")).contains("there is no such program; set EDITOR to one");
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
