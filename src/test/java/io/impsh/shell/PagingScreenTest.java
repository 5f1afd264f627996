package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.profile.Settings;
import io.impsh.script.Shown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many rows a page has, and what the pager gets. */
class PagingScreenTest {
    private static final String LONG =
            IntStream.rangeClosed(1, 40).mapToObj(line -> "line " + line).collect(Collectors.joining("\n"));

    @TempDir
    Path folder;

    @Test
    void aPageFitsTheScreenUnlessTheSettingsSayMore() throws Exception {
        FakeEvaluator evaluator = new FakeEvaluator().meaning("rows", io -> new Shown.Text(io.pageRows() + " rows"));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("rows").atPrompt();
            shell.screen.await("20 rows");
        }
        FakeEvaluator another = new FakeEvaluator().meaning("rows", io -> new Shown.Text(io.pageRows() + " rows"));
        try (RunningShell shell = new RunningShell(another, options -> options.settings(rows(50)))) {
            shell.atPrompt().enter("rows").atPrompt();
            shell.screen.await("50 rows");
        }
    }

    @Test
    void whatIsLongerThanTheScreenGoesToThePager() throws Exception {
        Path paged = folder.resolve("paged");
        try (RunningShell shell = shell("cat > '" + paged + "'", new LiveSettings(Settings.usual()))) {
            shell.atPrompt().enter("long").atPrompt().enter("short").atPrompt();
            shell.screen.await("= short");
        }
        assertThat(Files.readString(paged)).isEqualTo(LONG + "\n");
    }

    @Test
    void aPagerThatFailsLosesNothing() throws Exception {
        for (String pager : new String[] {"/no/such/pager 2>/dev/null", "exit 3", "", "kill -9 $$; "}) {
            try (RunningShell shell = shell(pager, new LiveSettings(Settings.usual()))) {
                shell.atPrompt().enter("long").atPrompt();
                if (!pager.startsWith("kill")) {
                    shell.screen.await("line 40");
                }
            }
        }
    }

    @Test
    void noPagerWhereNoneIsWanted() throws Exception {
        Path paged = folder.resolve("unwanted");
        Settings usual = Settings.usual();
        LiveSettings without = new LiveSettings(new Settings(
                usual.suggestions(), usual.keys(), usual.color(), usual.theme(), usual.rows(), false, usual.output()));
        try (RunningShell shell = shell("cat > '" + paged + "'", without)) {
            shell.atPrompt().enter("long").atPrompt();
            shell.screen.await("line 40");
        }
        assertThat(paged).doesNotExist();
    }

    private static RunningShell shell(String pager, LiveSettings settings) {
        FakeEvaluator evaluator = new FakeEvaluator().meaning("long", io -> new Shown.Text(LONG));
        return new RunningShell(evaluator, options -> options.settings(settings).environment(Map.of("PAGER", pager)));
    }

    private static LiveSettings rows(int rows) {
        Settings usual = Settings.usual();
        return new LiveSettings(new Settings(
                usual.suggestions(), usual.keys(), usual.color(), usual.theme(), rows, usual.pager(), usual.output()));
    }
}
