package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.UserException;
import io.impsh.api.CancelledException;
import io.impsh.bulk.Outcome;
import io.impsh.bulk.Question;
import io.impsh.bulk.WaveEnd;
import io.impsh.model.LogEntry;
import io.impsh.profile.Asker;
import io.impsh.script.LogLine;
import io.impsh.script.LogLook;
import io.impsh.script.Shown;
import io.impsh.script.WarmEngine;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchIoTest {
    private static final Question MOVE = new Question(
            "2 devices move from Line 1 to Line 2. Go on?", List.of("thermo-0001", "thermo-0002"), 2, false);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> asked = new ArrayList<>();

    @Test
    void yesAnswers() {
        assertThat(io(Asker.NOBODY, "--yes").confirm(MOVE)).isTrue();
        assertThat(io(Asker.NOBODY, "--yes=2").confirm(MOVE)).isTrue();
    }

    @Test
    void yesAnswersOnlyUpToItsNumber() {
        assertRefused(
                io(Asker.NOBODY, "--yes=1"),
                "2 things would be changed, and --yes=1 allows 1: 2 devices move from Line 1 to Line 2",
                "give --yes=2 if that is meant");
    }

    @Test
    void nobodyIsAskedInADryRun() {
        assertThat(io(Asker.NOBODY, "--dry-run").confirm(MOVE)).isTrue();
    }

    @Test
    void withoutATerminalNothingIsConfirmed() {
        assertRefused(
                io(Asker.NOBODY),
                "a confirmation is needed, and nobody can be asked: 2 devices move from Line 1 to Line 2",
                "give --yes, or --yes=2; --dry-run shows what would be done");
    }

    @Test
    void asksAtATerminal() {
        assertThat(io(answering("y")).confirm(MOVE)).isTrue();
        assertDeclined(io(answering("")), MOVE);

        String question = "2 devices move from Line 1 to Line 2. Go on? [y/N] ";
        assertThat(asked).containsExactly(question, question);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("   thermo-0001\n   thermo-0002\n".repeat(2));
    }

    @Test
    void whetherToGoOnIsAskedEvenWhereYesAnswersTheRest() {
        Question wave = new Question("wave 1 of 2 is done. Go on?", List.of(), 0, false);

        assertThat(io(answering("y"), "--yes").goOn(wave)).isTrue();
        assertThat(io(answering("n"), "--yes").goOn(wave)).isFalse();
        assertThat(asked).containsExactly("wave 1 of 2 is done. Go on? [y/N] ", "wave 1 of 2 is done. Go on? [y/N] ");
        assertThat(io(Asker.NOBODY, "--dry-run").goOn(wave)).isTrue();
        assertThatThrownBy(() -> io(Asker.NOBODY, "--yes").goOn(wave))
                .isInstanceOfSatisfying(UserException.class, needed -> {
                    assertThat(needed.code()).isEqualTo("CONFIRMATION_NEEDED");
                    assertThat(needed.hint()).isEqualTo("pause: 30 waits 30 seconds instead of asking");
                })
                .hasMessage("somebody has to say whether to go on, and nobody can be asked: wave 1 of 2 is done");
    }

    @Test
    void aWaveThatIsOverIsALineInAPipe() {
        WaveEnd wave =
                new WaveEnd(1, 3, 1, 1250, Map.of(Outcome.DONE, 1), 0, WaveEnd.Health.OK, Duration.ofSeconds(41));
        io(Asker.NOBODY).applyListener().waveEnded(wave);
        io(Asker.NOBODY, "--quiet").applyListener().waveEnded(wave);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("wave 1 of 3        1 / 1        done         health ok after 41 s\n");
    }

    @Test
    void asksForTheNumberWhereProductionIsTouched() {
        Question production = new Question("2 devices move. Type the number of devices to go on:", List.of(), 2, true);

        assertDeclined(io(answering("y")), production);
        assertThat(io(answering("2")).confirm(production)).isTrue();
    }

    @Test
    void anEmptyAnswerIsThePreset() {
        assertThat(io(answering("")).ask("Which group?", "Line 1")).isEqualTo("Line 1");
        assertThat(io(answering("Line 2")).ask("Which group?", null)).isEqualTo("Line 2");
        assertThat(asked).containsExactly("Which group? [Line 1] ", "Which group? ");
    }

    @Test
    void withoutATerminalNoAnswerIsMadeUp() {
        assertThatThrownBy(() -> io(Asker.NOBODY, "--yes").ask("Which group?", "Line 1"))
                .isInstanceOfSatisfying(
                        UserException.class, needed -> assertThat(needed.code()).isEqualTo("CONFIRMATION_NEEDED"))
                .hasMessage("an answer is needed, and nobody can be asked: Which group?");
    }

    @Test
    void resultsAndNoticesGoTheirOwnWays() {
        BatchIo io = io(Asker.NOBODY);
        io.print(new Shown.Text("a result"));
        io.notice("a \u001b[31mnotice");
        io(Asker.NOBODY, "--quiet").notice("another");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a result\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("a \\x1b[31mnotice\n");
    }

    @Test
    void logLinesGoTheWayOfResultsAndIntoFilesAsText() {
        BatchIo io = io(Asker.NOBODY, "-o", "ndjson");
        LogEntry entry = new LogEntry("d1", null, "development", "server.log", "\u001b[2Jx" + "y".repeat(5_000));
        Shown.LogLines json = new Shown.LogLines(List.of(new LogLine(entry, "a")), true, false);
        LogLook text = new LogLook(LogLook.Format.TEXT, null, null);
        Shown.LogLines lines = new Shown.LogLines(List.of(new LogLine(entry, "a", text)), true, true);
        io.log(json);
        io.log(lines);

        String message = "x" + "y".repeat(5_000);
        String told =
                "{\"time\":null,\"device\":{\"id\":\"d1\",\"type\":\"device\",\"name\":\"a\"},\"type\":\"server.log\","
                        + "\"logType\":\"development\",\"message\":\"\\u001b[2J" + message + "\"}\n";
        String line = "--:--:--.--- a server.log    \\x1b[2J" + message + "\n";
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(told + line);
        assertThat(io.written(json)).isEqualTo(told);
        assertThat(io.written(lines)).isEqualTo(line);
    }

    /** A signal leaves the question behind: what was done before it is told by the plan. */
    @Test
    void aQuestionBetweenWavesThatIsLeftBehindIsANo() {
        Asker stopped = new Asker() {
            @Override
            public boolean canAsk() {
                return true;
            }

            @Override
            public String ask(String question) {
                throw new CancelledException();
            }

            @Override
            public String askSecret(String question) {
                return ask(question);
            }
        };
        assertThat(io(stopped).goOn(MOVE)).isFalse();
        assertThatThrownBy(() -> io(stopped).confirm(MOVE)).isInstanceOf(CancelledException.class);
    }

    private static void assertDeclined(BatchIo io, Question question) {
        assertThatThrownBy(() -> io.confirm(question))
                .isInstanceOfSatisfying(
                        UserException.class, no -> assertThat(no.code()).isEqualTo("DECLINED"))
                .hasMessage("not confirmed, so it was not done");
    }

    private static void assertRefused(BatchIo io, String message, String hint) {
        assertThatThrownBy(() -> io.confirm(MOVE))
                .isInstanceOfSatisfying(UserException.class, needed -> {
                    assertThat(needed.code()).isEqualTo("CONFIRMATION_NEEDED");
                    assertThat(needed.hint()).isEqualTo(hint);
                })
                .hasMessage(message);
    }

    private BatchIo io(Asker asker, String... words) {
        CommandContext context = new CommandContext(
                OptionReader.read(words).options(),
                Streams.of(InputStream.nullInputStream(), out, err),
                new Interrupts(code -> {}),
                Map.of(),
                WarmEngine::begin);
        return new BatchIo(context, context.printer(), asker);
    }

    private Asker answering(String answer) {
        return new Asker() {
            @Override
            public boolean canAsk() {
                return true;
            }

            @Override
            public String ask(String question) {
                asked.add(question);
                return answer;
            }

            @Override
            public String askSecret(String question) {
                return ask(question);
            }
        };
    }
}
