package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.Completions;
import io.impsh.script.HelpPage;
import io.impsh.script.Shown;
import io.impsh.script.Suggestion;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompletionScreenTest {
    private final FakeEvaluator evaluator = new FakeEvaluator();

    private static final HelpPage RENAME = new HelpPage(
            "device.rename", "device.rename(name)", "Gives it another name.", List.of(), "device.rename('x')");
    private static final String ESCAPE = "\u001b";
    private static final String DOWN = "\u001bOB";
    private static final String BACK_TAB = "\u001b[Z";

    private FakeEvaluator members() {
        return evaluator.suggesting(
                new Suggestion("online", "properties", "whether it is on line", true),
                new Suggestion("owner", "properties", "the account it belongs to", true),
                new Suggestion("rename(", "verbs", "gives it another name", false, RENAME));
    }

    @Test
    void theListHasHeadingsAndDescriptions() throws Exception {
        try (RunningShell shell = new RunningShell(members())) {
            shell.atPrompt().screen.type("device.\t");
            assertThat(shell.screen.await("another name$")).endsWith("""
                            sandbox demo> device.
                            properties
                              online   whether it is on line
                              owner    the account it belongs to
                            verbs
                              rename(  gives it another name""");
        }
    }

    @Test
    void theSecondTabShowsHowTheyAreCalledAndTheThirdSelects() throws Exception {
        try (RunningShell shell = new RunningShell(members())) {
            shell.atPrompt().screen.type("x = device.\t");
            shell.screen.await("another name");
            shell.screen.type("\t");
            assertThat(shell.screen.await("name\\)  gives it another name\\z")).endsWith("""
                            sandbox demo> x = device.
                            properties
                              online               whether it is on line
                              owner                the account it belongs to
                            verbs
                              device.rename(name)  gives it another name""");
            shell.screen.type("\t");
            assertThat(shell.screen.await("> online.*  rename\\(  gives it another name\\z"))
                    .endsWith("""
                            sandbox demo> x = device.online
                            properties
                            > online   whether it is on line
                              owner    the account it belongs to
                            verbs
                              rename(  gives it another name""");
            assertThat(shell.screen.reversed()).isEqualTo("online");
            shell.screen.type(BACK_TAB);
            assertThat(shell.screen.await("> rename.*\\(name\\)\\z")).endsWith("""
                            sandbox demo> x = device.rename(
                            properties
                              online   whether it is on line
                              owner    the account it belongs to
                            verbs
                            > rename(  gives it another name
                            device.rename(name)""");
            shell.screen.type("\r");
            shell.screen.await("x = device\\.rename\\($");
            shell.screen.type("\r");
            shell.screen.await("= x = device\\.rename\\($");
        }
    }

    @Test
    void escapePutsBackWhatWasTypedAndTypingAcceptsWhatIsSelected() throws Exception {
        try (RunningShell shell = new RunningShell(members())) {
            shell.atPrompt().screen.type("device.\t" + DOWN + DOWN);
            shell.screen.await("> owner");
            shell.screen.type(ESCAPE);
            shell.screen.await("demo> device\\.\\z");
            shell.screen.type("\t" + DOWN + DOWN);
            shell.screen.await("> owner");
            shell.screen.type(".id");
            shell.screen.await("demo> device\\.owner\\.id\\z");
        }
    }

    @Test
    void aSingleOneIsInsertedAndThenExplained() throws Exception {
        evaluator.suggesting(new Suggestion("rename(", "verbs", "gives it another name", false, RENAME));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("device.re\t");
            shell.screen.await("demo> device\\.rename\\(\\z");
            shell.screen.type("\t");
            shell.screen.await("demo> device\\.rename\\(\ndevice\\.rename\\(name\\)\\z");
            shell.screen.type("\t");
            assertThat(shell.screen.await("'x'\\)\\z")).endsWith("""
                            sandbox demo> device.rename(
                            device.rename
                              device.rename(name)

                            Gives it another name.

                            Example:
                              device.rename('x')""");
            shell.screen.type("'y')");
            shell.screen.await("demo> device\\.rename\\('y'\\)\\z");
        }
    }

    @Test
    void whereThereIsNothingToCompleteTheCallIsExplained() throws Exception {
        evaluator.completing((text, cursor) -> new Completions(cursor, List.of(), RENAME, null));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("device.rename(\t");
            shell.screen.await("demo> device\\.rename\\(\ndevice\\.rename\\(name\\)\\z");
            shell.screen.type("\t");
            shell.screen.await("Gives it another name.*'x'\\)\\z");
        }
    }

    @Test
    void theCallStandsAboveTheCandidatesForItsArgument() throws Exception {
        evaluator.completing((text, cursor) -> new Completions(
                cursor,
                List.of(new Suggestion("'a'", "names", null, true), new Suggestion("'b'", "names", null, true)),
                RENAME,
                "names of 3 min ago"));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("device.rename(\t");
            assertThat(shell.screen.await("3 min ago\\z")).endsWith("""
                            sandbox demo> device.rename(
                            names
                              'a'  'b'
                            names of 3 min ago""");
            shell.screen.type("\t");
            assertThat(shell.screen.await("rename\\(name\\)\nnames\n  'a'  'b'\n.*3 min ago\\z"))
                    .endsWith("""
                            sandbox demo> device.rename(
                            device.rename(name)
                            names
                              'a'  'b'
                            names of 3 min ago""");
            shell.screen.type("\t");
            shell.screen.await("Gives it");
            shell.screen.type("\t");
            shell.screen.await("device.rename\\('a'\n");
        }
    }

    @Test
    void whatAllShareIsInsertedInsideOfALineToo() throws Exception {
        evaluator.suggesting(
                new Suggestion("thermo-1", "devices", null, true), new Suggestion("thermo-2", "devices", null, true));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("f( th, 1)" + "\u001bOD".repeat(4) + "\t");
            shell.screen.await("demo> f\\( thermo-, 1\\)\ndevices\n  thermo-1  thermo-2\\z");
            shell.screen.type("2\r");
            shell.screen.await("= f\\( thermo-2, 1\\)");
        }
    }

    @Test
    void aBracketThatIsThereIsNotInsertedTwice() throws Exception {
        evaluator.suggesting(new Suggestion("rename(", "verbs", "gives it another name", false));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("d.re('x')" + "\u001bOD".repeat(5) + "\t\r");
            shell.screen.await("= d\\.rename\\('x'\\)$");
        }
    }

    @Test
    void nothingIsLeftBelowAnEntryOfSeveralLines() throws Exception {
        try (RunningShell shell = new RunningShell(members())) {
            shell.atPrompt().enter("f = {").screen.await("\\.\\.\\.$");
            shell.screen.type("a: device.\t");
            shell.screen.await("\\.\\.\\. a: device\\.\nproperties\n.*another name\\z");
            shell.screen.type("online");
            shell.screen.await("\\.\\.\\. a: device\\.online\\z");
            shell.screen.type(", b: device.\t");
            shell.screen.await("another name\\z");
            shell.screen.type("\r");
            shell.screen.await("\\.\\.\\. a: device\\.online, b: device\\.\n\\.\\.\\.\\z");
            shell.screen.type("device.\t");
            shell.screen.await("another name\\z");
            shell.screen.pressControlC();
            shell.screen.await("\\.\\.\\. device\\.\nsandbox demo>\\z");
        }
    }

    @Test
    void aLinePrintedMeanwhileStandsAboveAndTheSelectionGoesOn() throws Exception {
        CountDownLatch typed = new CountDownLatch(1);
        members().meaning("log", io -> {
            new Thread(() -> {
                        awaitQuietly(typed);
                        io.notice("12:31 thermo-7  temp=21");
                    })
                    .start();
            return new Shown.Nothing();
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("log").screen.await("log\nsandbox demo>$");
            shell.screen.type("device.\t" + DOWN);
            shell.screen.await("> online");
            typed.countDown();
            assertThat(shell.screen.await("temp=21.*another name$")).endsWith("""
                            sandbox demo> log
                            12:31 thermo-7  temp=21
                            sandbox demo> device.online
                            properties
                            > online   whether it is on line
                              owner    the account it belongs to
                            verbs
                              rename(  gives it another name""");
            shell.screen.type(DOWN + "\r\r");
            shell.screen.await("= device\\.owner");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSmallerWindowShowsLessOfTheList() throws Exception {
        evaluator.suggesting(IntStream.range(0, 90)
                .mapToObj(i -> new Suggestion("thermo-" + (100 + i), "devices", "on line", true))
                .toArray(Suggestion[]::new));
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("x = \t");
            shell.screen.await("x = thermo-1\ndevices\n  thermo-100  thermo-115 .*thermo-189\\z");
            shell.screen.resize(40, 10);
            assertThat(shell.screen.await("more\\z")).endsWith("""
                            sandbox demo> x = thermo-1
                            devices
                              thermo-100  thermo-130  thermo-160
                              thermo-101  thermo-131  thermo-161
                              thermo-102  thermo-132  thermo-162
                              thermo-103  thermo-133  thermo-163
                              thermo-104  thermo-134  thermo-164
                              thermo-105  thermo-135  thermo-165
                              thermo-106  thermo-136  thermo-166
                            … 69 more""");
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
