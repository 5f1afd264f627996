package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryScreenTest {
    private static final String UP = "\u001bOA";

    @TempDir
    Path folder;

    private Path history() {
        return folder.resolve("state").resolve("history");
    }

    private RunningShell shell() {
        UnaryOperator<ShellOptions.Builder> remembering = options -> options.history(history());
        return new RunningShell(new FakeEvaluator(), remembering);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void theFileIsItsOwnersAlone() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().enter("1").screen.await("= 1");
        }
        assertThat(permissions(history())).isEqualTo("rw-------");
        assertThat(permissions(history().getParent())).isEqualTo("rwx------");
    }

    @Test
    void anEntryOfSeveralLinesIsRecalledAsOneByTheNextShell() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().enter("if (x) {").enter("  y(\"\\n\")").enter("}");
            shell.screen.await("= if.*demo>$");
        }
        assertThat(history()).hasContent("if (x) {\\n  y(\"\\\\n\")\\n}");
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type(UP);
            shell.screen.await("demo> if \\(x\\) \\{\n\\.\\.\\.   y\\(\"\\\\n\"\\)\n\\.\\.\\. \\}$");
        }
    }

    @Test
    void theSameEntryTwiceInARowIsKeptOnce() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().enter("1").screen.await("= 1\nsandbox demo>$");
            shell.enter("1").screen.await("= 1\nsandbox demo> 1\n= 1\nsandbox demo>$");
            shell.enter("2").screen.await("= 2\nsandbox demo>$");
        }
        assertThat(history()).hasContent("1\n2");
    }

    @Test
    void secretsAreInNoFileAndCutInMemory() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt()
                    .enter("d.unassign({unbondKey: 'open-sesame'})")
                    .screen
                    .await("= d.*demo>$");
            shell.screen.type(UP);
            shell.screen.await("demo> d.unassign\\(\\{unbondKey: 'ask'\\}\\)$");
            shell.screen.pressControlC();
            shell.atPrompt().enter("plain").screen.await("= plain");
        }
        assertThat(history()).hasContent("plain");
    }

    @Test
    void aHistoryThatCannotBeKeptIsSaidOnce() throws Exception {
        Files.createDirectories(history());
        try (RunningShell shell = shell()) {
            shell.screen.await("the history is not kept: Is a directory\n+(.*\n)*sandbox demo>$");
            shell.enter("1").screen.await("= 1\nsandbox demo>$");
            assertThat(shell.screen.text().split("not kept")).hasSize(2);
        }
    }
}
