package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.Completions;
import io.impsh.script.Shown;
import io.impsh.script.Suggestion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code .logs} as a user sees it. */
class LogCommandsScreenTest {
    private final FakeEvaluator evaluator = new FakeEvaluator();

    /** What stands below an entry, once it has been dealt with. */
    private static String answer(RunningShell shell, String entry) {
        shell.atPrompt().enter(".clear").screen.await("\\Asandbox demo>\\z");
        shell.enter(entry);
        String shown = shell.screen.await("\\Asandbox demo> .*\nsandbox demo>\\z");
        return shown.substring(shown.indexOf('\n') + 1, shown.lastIndexOf('\n'));
    }

    @Test
    void listsStartsAndStopsStreams() throws Exception {
        evaluator
                .meaning("logs.streams()", io -> new Shown.Text("the streams"))
                .meaning("logs.stream('Bob\\'s line')", io -> {
                    evaluator.streaming(1);
                    return new Shown.Text("streaming");
                });
        try (RunningShell shell = new RunningShell(evaluator)) {
            assertThat(answer(shell, ".logs"))
                    .isEqualTo("no log streams; .logs NAME starts one, of a device, a group or a product");
            assertThat(answer(shell, ".logs stop")).isEqualTo("Error: no log stream is open\n  .logs lists them");
            assertThat(answer(shell, ".logs Bob's line")).isEqualTo("streaming");
            assertThat(answer(shell, ".logs \"Bob's line\"")).isEqualTo("streaming");
            assertThat(answer(shell, ".logs")).isEqualTo("the streams");
            assertThat(answer(shell, ".logs stop x"))
                    .isEqualTo("Error: .logs stop takes the number of a log stream\n  .logs lists them");
            assertThat(answer(shell, ".logs stop 2")).isEqualTo("Error: there is no log stream 2\n  .logs lists them");
            assertThat(answer(shell, ".logs stop 1")).isEqualTo("log stream 1 is stopped");
            evaluator.streaming(2);
            assertThat(answer(shell, ".logs stop")).isEqualTo("all log streams are stopped");
        }
    }

    @Test
    void namesAreCompleted() {
        evaluator.completing((text, cursor) -> {
            assertThat(text).isEqualTo("logs.stream('Bob\\'");
            return new Completions(
                    "logs.stream('".length(), List.of(new Suggestion("Bob\\'s'", "products", null, true)));
        });
        Completions found =
                new LogCommands(null, evaluator, null).command().completion().apply("Bob'");
        assertThat(found.start()).isZero();
        assertThat(found.suggestions()).extracting(Suggestion::value).containsExactly("Bob's");
    }
}
