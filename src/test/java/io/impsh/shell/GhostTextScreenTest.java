package io.impsh.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the history suggests behind the cursor. */
class GhostTextScreenTest {
    private static final String RIGHT = "\u001bOC";
    private static final String LEFT = "\u001bOD";

    @TempDir
    Path folder;

    @BeforeEach
    void history() throws Exception {
        Files.writeString(
                folder.resolve("history"),
                "devices.first()\ndevices.where({a: 'b c'}).x\ndevices.count()\nif (x) {\\n  y()\\n}\n");
    }

    private RunningShell shell() {
        return new RunningShell(new FakeEvaluator(), options -> options.history(folder.resolve("history")));
    }

    @Test
    void theNewestEntryThatBeginsSoIsShownAndTakenWithRight() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type("dev");
            shell.screen.await("demo> devices.count\\(\\)$");
            shell.screen.type(RIGHT + "\r");
            shell.screen.await("= devices.count\\(\\)");
        }
    }

    @Test
    void whatIsNotTakenIsNotEntered() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type("dev");
            shell.screen.await("demo> devices.count\\(\\)$");
            shell.screen.type("\r");
            shell.screen.await("demo> dev\n= dev\n");
        }
    }

    @Test
    void rightGoesOnMovingInsideOfTheLine() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type("dev" + LEFT + LEFT + RIGHT + "x");
            shell.screen.await("demo> dexv$");
            shell.screen.type("\r");
            shell.screen.await("= dexv");
        }
    }

    @Test
    void typingOnNarrowsItDownAndNothingIsShownWhereNothingFits() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type("devices.f");
            shell.screen.await("demo> devices.first\\(\\)$");
            shell.screen.type("\u0015devices.w");
            shell.screen.await("demo> devices.where\\(\\{a: 'b c'\\}\\).x$");
            shell.screen.type("\u0015devices.fo");
            shell.screen.await("demo> devices.fo$");
            shell.screen.type("\u0015if");
            shell.screen.await("demo> if$");
        }
    }
}
