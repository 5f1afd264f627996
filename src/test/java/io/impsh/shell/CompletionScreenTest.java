package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.Suggestion;
import org.junit.jupiter.api.Test;

class CompletionScreenTest {
    private final FakeEvaluator evaluator = new FakeEvaluator();

    @Test
    void theListHasHeadingsAndDescriptions() throws Exception {
        evaluator.suggesting(
                new Suggestion("online", "properties", "whether it is on line", true),
                new Suggestion("owner", "properties", "the account it belongs to", true),
                new Suggestion("rename(", "verbs", "gives it another name", false));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("device.\t");
            assertThat(shell.screen.await("another name\\)")).endsWith("""
                            sandbox demo> device.
                            properties
                            online    (whether it is on line)   owner (the account it belongs to)
                            verbs
                            rename(   (gives it another name)""");
        }
    }

    @Test
    void theMenuInsertsWhatIsChosen() throws Exception {
        evaluator.suggesting(
                new Suggestion("online", "properties", "whether it is on line", true),
                new Suggestion("rename(", "verbs", "gives it another name", false));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("x = device.\t");
            shell.screen.await("another name");
            shell.screen.type("\t");
            shell.screen.await("x = device\\.online$");
            shell.screen.type("\t");
            shell.screen.await("x = device\\.rename\\($");
            shell.screen.type("\r");
            shell.screen.type("\r");
            shell.screen.await("= x = device\\.rename\\($");
        }
    }

    @Test
    void theOnlyCandidateReplacesTheWordWhateverItBeginsWith() throws Exception {
        evaluator.suggesting(new Suggestion("['Line 1']", "groups", null, true));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("x = groups.lin\t");
            shell.screen.await("x = groups\\.\\['Line 1'\\]$");
            shell.enter(".name");
            shell.screen.await("= x = ");
            assertThat(evaluator.evaluated()).containsExactly("input 1: x = groups.['Line 1'].name");
        }
    }

    @Test
    void whatANameHidesIsInsertedAsAnEscape() throws Exception {
        evaluator.suggesting(new Suggestion("'red\u001b[31m\nline\u202e'", "devices", null, true));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("r\t");
            shell.screen.await("\\\\u202e'$");
            shell.enter("");
            shell.screen.await("= 'red");
            assertThat(evaluator.evaluated()).containsExactly("input 1: 'red\\x1b[31m\\nline\\u202e'");
        }
    }

    @Test
    void tabOnAnEmptyLineInsertsNothing() throws Exception {
        evaluator.suggesting(
                new Suggestion("devices", "globals", "all devices", false),
                new Suggestion("products", "globals", "all products", false));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("\t");
            shell.screen.await("demo>\nglobals\n.*all products");
            shell.enter("1");
            shell.screen.await("= 1");
            assertThat(evaluator.evaluated()).containsExactly("input 1: 1");
        }
    }

    @Test
    void commandsCompleteToo() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type(".hi\t");
            shell.screen.await("demo> .history$");
            shell.screen.type("\u0015.he\t.cl\t\r");
            shell.screen.await("\\.clear +empties the screen");
        }
    }
}
