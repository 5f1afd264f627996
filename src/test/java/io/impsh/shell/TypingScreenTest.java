package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.profile.Settings;
import io.impsh.script.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pasting, typing ahead, searching and recalling. */
class TypingScreenTest {
    private static final String UP = "\u001bOA";
    private static final String ESCAPE = "\u001b";
    private static final String SEARCH = "\u0012";

    @TempDir
    Path folder;

    private final FakeEvaluator evaluator = new FakeEvaluator();

    private static String pasted(String text) {
        return "\u001b[200~" + text + "\u001b[201~";
    }

    private RunningShell shell(Settings settings) {
        return new RunningShell(
                evaluator, options -> options.history(folder.resolve("history")).settings(new LiveSettings(settings)));
    }

    private RunningShell shell() {
        return shell(Settings.usual());
    }

    private static Settings vi() {
        Settings usual = Settings.usual();
        return new Settings(
                usual.suggestions(),
                Settings.Keys.VI,
                usual.color(),
                usual.theme(),
                usual.rows(),
                usual.pager(),
                usual.output());
    }

    @Test
    void aPastedScriptIsOneEntryThatWaitsForEnter() throws Exception {
        evaluator.suggesting(new Suggestion("completed", "words", null, true));
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type(pasted("// süß\r\n\r\n\tlet a = 1\r\nb(a)\r\n"));
            assertThat(shell.screen.await("b\\(a\\)\\z")).endsWith("""
                            sandbox demo> // süß
                            ...
                            ...     let a = 1
                            ... b(a)""");
            assertThat(evaluator.evaluated()).isEmpty();
            shell.screen.type("\r");
            shell.screen.await("= // süß.*demo>\\z");
            assertThat(evaluator.evaluated()).containsExactly("input 1: // süß\n\n\tlet a = 1\nb(a)");
            shell.screen.type(UP);
            shell.screen.await("\\.\\.\\. b\\(a\\)\\z");
        }
    }

    @Test
    void aPastedScriptLongerThanTheScreenArrivesWhole() throws Exception {
        String script = IntStream.rangeClosed(1, 400)
                .mapToObj(i -> i % 10 == 0 ? "\t// ([ 漢 " + i : "set(" + i + ", 'something of a length that is usual')")
                .collect(Collectors.joining("\n"));
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type(pasted(script.replace("\n", "\r") + "\r"));
            shell.screen.await("// \\(\\[ 漢 ?400\\z");
            shell.screen.type("0\r");
            shell.screen.await("400.*demo>\\z");
            assertThat(evaluator.evaluated()).containsExactly("input 1: " + script + "0");
        }
    }

    @Test
    void pastedEscapeSequencesAreText() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type(pasted("'a\u001b[31mb\u0007\u202e'\r"));
            shell.screen.await("demo> 'a\\\\x1b\\[31mb\\\\x07\\\\u202e'\\z");
            shell.screen.type("\r");
            shell.screen.await("= .*demo>\\z");
            assertThat(evaluator.evaluated()).containsExactly("input 1: 'a\\x1b[31mb\\x07\\u202e'");
        }
    }

    @Test
    void linesTypedAheadAreEvaluatedInTheirOrder() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type("a\rb {\r}\rc\rd\r");
            shell.screen.await("= d\nsandbox demo>\\z");
            assertThat(evaluator.evaluated())
                    .containsExactly("input 1: a", "input 2: b {\n}", "input 3: c", "input 4: d");
        }
    }

    @Test
    void anEntryOfSeveralLinesIsRecalledAndEditedAsOne() throws Exception {
        Files.writeString(folder.resolve("history"), "first\nif (x) {\\n  y()\\n}\n");
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type(UP);
            shell.screen.await("demo> if \\(x\\) \\{\n\\.\\.\\.   y\\(\\)\n\\.\\.\\. }\\z");
            shell.screen.type(UP + "2");
            shell.screen.await("\n\\.\\.\\.  2 y\\(\\)\n|\n\\.\\.\\. 2  y\\(\\)\n");
            shell.screen.type(UP + UP);
            shell.screen.await("demo> first\\z");
            shell.screen.type("\r");
            shell.screen.await("= first");
        }
    }

    @Test
    void controlRFindsInsideOfEntriesOfSeveralLines() throws Exception {
        Files.writeString(folder.resolve("history"), "first\nif (x) {\\n  y('needle')\\n}\nlast\n");
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type(SEARCH + "needle");
            shell.screen.await(
                    "demo> if \\(x\\) \\{\n\\.\\.\\.   y\\('needle'\\)\n\\.\\.\\. }\nbck-i-search: needle_\\z");
            shell.screen.type("\r");
            shell.screen.await("= if.*demo>\\z");
            assertThat(evaluator.evaluated()).containsExactly("input 1: if (x) {\n  y('needle')\n}");
        }
    }

    @Test
    void controlRFindsTheNewestThatHasAllOfIt() throws Exception {
        Files.writeString(folder.resolve("history"), "devices.count()\nproducts.count()\n1 + 1\n");
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type(SEARCH + "co");
            shell.screen.await("demo> products.count\\(\\)\nbck-i-search: co_\\z");
            shell.screen.type(SEARCH);
            shell.screen.await("demo> devices.count\\(\\)\nbck-i-search: co_\\z");
            shell.screen.type("\u0013u");
            shell.screen.await("demo> products.count\\(\\)\nfwd-i-search: cou_\\z");
            shell.screen.type("\r");
            shell.screen.await("= products.count\\(\\)\n");
        }
    }

    @Test
    void viKeysWithGhostTextAndTab() throws Exception {
        Files.writeString(folder.resolve("history"), "devices.count()\n");
        evaluator.suggesting(
                new Suggestion("one", "words", "the first", true), new Suggestion("two", "words", "the second", true));
        try (RunningShell shell = shell(vi())) {
            shell.atPrompt().screen.type("dev");
            shell.screen.await("demo> devices.count\\(\\)\\z");
            shell.screen.type("\u001bOC");
            shell.screen.type(ESCAPE);
            shell.screen.type("0x");
            shell.screen.await("demo> evices.count\\(\\)\\z");
            shell.screen.type("dd");
            shell.screen.awaitGone("evices");
            shell.screen.type("ia.\t\t");
            shell.screen.await("> one  the first\n  two  the second\\z");
            shell.screen.type(ESCAPE);
            shell.screen.await("demo> a\\.\\z");
            shell.screen.type("z" + SEARCH + "cou");
            shell.screen.await("bck-i-search: cou_\\z");
            shell.screen.type("\r");
            shell.screen.await("= devices.count\\(\\)\n");
        }
    }

    @Test
    void ghostTextCanBeTurnedOff() throws Exception {
        Files.writeString(folder.resolve("history"), "devices.count()\n");
        Settings usual = Settings.usual();
        Settings without = new Settings(
                false, usual.keys(), usual.color(), usual.theme(), usual.rows(), usual.pager(), usual.output());
        try (RunningShell shell = shell(without)) {
            shell.atPrompt().screen.type("dev\u001bOCx");
            shell.screen.await("demo> devx\\z");
        }
    }

    @Test
    void nothingIsExpandedFromTheHistory() throws Exception {
        Files.writeString(folder.resolve("history"), "devices.count()\n");
        try (RunningShell shell = shell()) {
            shell.atPrompt().enter("!!").screen.await("= !!\n");
            shell.enter("!$").screen.await("= !\\$\n");
            shell.enter("'!dev ^a^b'").screen.await("= '!dev \\^a\\^b'\n");
        }
    }

    @Test
    void aMistakeIsMarkedWhileItIsTyped() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type("f(1))");
            shell.screen.await("f\\(1\\)\\)\\z");
            assertThat(shell.screen.everything()).containsPattern("\u001b\\[(4;31|31;4)m\\)");
        }
    }
}
