package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordScreenTest {
    private static final String TODAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(LocalDate.now());

    private final FakeEvaluator evaluator = new FakeEvaluator().meaning("bad", io -> {
        throw new UserException("NOT_FOUND", "it is bad", null);
    });

    @TempDir
    Path folder;

    /** What stands below an entry, once it has been dealt with. */
    private static String answer(RunningShell shell, String entry) {
        shell.enter(".clear").screen.await("\\Asandbox demo( recording)?>\\z");
        shell.enter(entry);
        String shown = shell.screen.await("\\Asandbox demo.*\nsandbox demo( recording)?>\\z");
        return shown.substring(shown.indexOf('\n') + 1, shown.lastIndexOf('\n'));
    }

    /** In one line, as names of files make lines of any length. */
    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static RunningShell recording(RunningShell shell) {
        shell.atPrompt().enter(".record start").screen.await("script\nsandbox demo recording>\\z");
        return shell;
    }

    @Test
    void itSaysHowFarItIs() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt();
            assertThat(answer(shell, ".record")).isEqualTo("not recording; .record start begins");
            assertThat(answer(shell, ".record drop")).isEqualTo("""
                    Error: there is no recording
                      .record start begins one""");
            assertThat(answer(shell, ".record stop x")).startsWith("Error: there is no recording");
            assertThat(answer(shell, ".record sotp")).isEqualTo("""
                    Error: .record knows start, stop and drop, not 'sotp'
                      .record [start|stop [FILE]|drop]""");
            assertThat(answer(shell, ".record start x")).startsWith("Error: .record start takes nothing more");
            assertThat(answer(shell, ".record start")).isEqualTo("recording; .record stop FILE writes it as a script");
            assertThat(answer(shell, ".record stop")).startsWith("Error: nothing has succeeded since .record start");
            answer(shell, "one");
            answer(shell, "bad");
            assertThat(unwrapped(answer(shell, ".record")))
                    .isEqualTo("recording: 1 input, and 1 that failed; "
                            + ".record stop FILE writes it as a script, .record drop forgets it");
            assertThat(answer(shell, ".record start")).startsWith("Error: it is recorded already: 1 input");
            assertThat(answer(shell, ".record drop")).isEqualTo("forgotten: 1 input, and 1 that failed");
            assertThat(answer(shell, ".record")).isEqualTo("not recording; .record start begins");
        }
    }

    @Test
    void itIsShownAndThenWrittenAndNoOtherFileIsReplaced() throws Exception {
        Path file = folder.resolve("x.js");
        Path other = Files.writeString(folder.resolve("mine.js"), "mine");
        String script = """
                /**
                 * Recorded on %s at sandbox demo.
                 *
                 * @example impsh run %s --dry-run
                 */
                print(one);
                // left out: bad: it is bad
                two;
                """;
        try (RunningShell shell = recording(new RunningShell(evaluator))) {
            answer(shell, "one");
            answer(shell, "bad");
            answer(shell, ".history 1");
            answer(shell, "two");
            assertThat(answer(shell, ".record stop"))
                    .isEqualTo(script.formatted(TODAY, "FILE")
                                    .replace(
                                            "print(one)",
                                            "// set before the recording began, and missing here: one, two\nprint(one)")
                            + ".record stop FILE writes it as a script, .record drop forgets it");
            answer(shell, "three");
            assertThat(answer(shell, ".record start"))
                    .startsWith("Error: the last recording is not written yet: 2 inputs");
            assertThat(unwrapped(answer(shell, ".record stop " + other)))
                    .contains("is there, and no recording: it is left alone", "the recording is kept");
            assertThat(unwrapped(answer(shell, ".record stop " + folder.resolve("none/x"))))
                    .contains("there is no such folder");
            assertThat(unwrapped(answer(shell, ".record stop " + folder.resolve("x"))))
                    .contains(
                            "wrote ", "try it: impsh run", "it uses what was set before the recording began: one, two");
            assertThat(other).hasContent("mine");
            assertThat(Files.readString(file))
                    .isEqualTo(script.formatted(TODAY, file)
                            .replace(
                                    "print(one)",
                                    "// set before the recording began, and missing here: one, two\nprint(one)"));
            assertThat(answer(shell, ".record")).isEqualTo("not recording; .record start begins");

            answer(shell, ".record start");
            answer(shell, "1");
            answer(shell, ".record stop " + file);
            assertThat(Files.readString(file)).endsWith(" */\n1;\n");
        }
    }

    @Test
    void whatIsLoadedIsRecordedAndWhatACommandAsksIsNot() throws Exception {
        Path loaded = Files.writeString(folder.resolve("loaded.js"), "let a = 1\r\nprint(a)\r\n");
        evaluator.streaming(1);
        try (RunningShell shell = recording(new RunningShell(evaluator))) {
            answer(shell, ".load " + loaded);
            answer(shell, ".logs");
            answer(shell, ".record stop " + folder.resolve("x.js"));
            assertThat(Files.readString(folder.resolve("x.js"))).endsWith(" */\nlet a = 1\nprint(a);\n");
        }
    }

    @Test
    void whoLeavesFindsTheRecordingBesideTheHistory() throws Exception {
        Path history = folder.resolve("state").resolve("history");
        RunningShell shell = recording(new RunningShell(evaluator, options -> options.history(history)));
        try (shell) {
            answer(shell, "1 + 1");
            shell.enter(".exit").screen.await("the recording was not written to a file of yours; it is in");
            assertThat(shell.exitCode()).isZero();
        }
        try (Stream<Path> files = Files.list(history.getParent())) {
            List<Path> kept =
                    files.filter(file -> file.toString().endsWith(".js")).toList();
            assertThat(kept).hasSize(1);
            assertThat(kept.get(0).getFileName().toString()).matches("recorded-\\d{8}-\\d{6}\\.js");
            assertThat(Files.readString(kept.get(0))).endsWith(" */\n1 + 1;\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.get(0))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whoKeepsNoFilesSeesTheRecordingOnLeaving() throws Exception {
        try (RunningShell shell = recording(new RunningShell(evaluator))) {
            answer(shell, "1 + 1");
            shell.enter(".exit").screen.await("the recording was not written; this is it:\n/\\*\\*.*\n1 \\+ 1;");
            assertThat(shell.exitCode()).isZero();
        }
    }

    @Test
    void tabKnowsItsWordsAndFiles() throws Exception {
        Files.writeString(folder.resolve("recorded.js"), "");
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type(".record st\t\t");
            shell.screen.await("start  records from here on\n  stop   ends it, and writes it to a file as a script");
            shell.screen.type("op " + folder + "/rec\t");
            shell.screen.await("recorded.js$");
        }
    }
}
