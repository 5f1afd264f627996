package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import io.impsh.bulk.Question;
import io.impsh.script.ScriptIo;
import io.impsh.script.Shown;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionScreenTest {
    private static final String TYPED = "12 devices move. Type the number of devices to go on:";

    private final FakeEvaluator evaluator = new FakeEvaluator()
            .meaning("few", io -> confirmed(io, question("66 devices move. Go on?", false)))
            .meaning("many", io -> confirmed(io, question(TYPED, true)))
            .meaning("name", io -> new Shown.Text("name is " + io.ask("What name?", "thermo 1")))
            .meaning(
                    "password",
                    io -> new Shown.Text("letters: " + io.askSecret("Password:").length()));

    private static Question question(String text, boolean typeNumber) {
        List<String> affected = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> "thermo-" + number + " to Line 2")
                .toList();
        return new Question(text, affected, affected.size(), typeNumber);
    }

    private static Shown confirmed(ScriptIo io, Question question) {
        return new Shown.Text(io.confirm(question) ? "applied" : "not confirmed");
    }

    @Test
    void yes() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("few");
            assertThat(shell.screen.await("\\[y/N\\]$"))
                    .contains("thermo-10 to Line 2\n   and 2 more\n66 devices move. Go on? [y/N]")
                    .doesNotContain("thermo-11");
            shell.enter("y");
            shell.screen.await("\\[y/N\\] y\napplied\nsandbox demo>$");
        }
    }

    @Test
    void noAndNothingAreNo() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            for (String answer : List.of("n", "", "yeah")) {
                shell.atPrompt().enter(".clear").atPrompt().enter("few").screen.await("\\[y/N\\]$");
                shell.enter(answer).screen.await("not confirmed\nsandbox demo>$");
            }
        }
    }

    @Test
    void aNumberHasToBeTypedWhereProductionIsTouched() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("many").screen.await("go on:$");
            shell.enter("y").screen.await("not confirmed\nsandbox demo>$");
            shell.enter("many").screen.await("go on:$");
            shell.enter("12").screen.await("12\napplied\nsandbox demo>$");
        }
    }

    @Test
    void anEmptyAnswerIsThePreset() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("name").screen.await("^What name\\? \\[thermo 1\\]$");
            shell.enter("").screen.await("name is thermo 1\nsandbox demo>$");
        }
    }

    @Test
    void secretsAreNotShownAndAnswersAreNotRecalled() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("password").screen.await("^Password:$");
            shell.enter("swordfish").screen.await("Password:\nletters: 9\nsandbox demo>$");
            shell.screen.type("\u001bOA");
            shell.screen.await("letters: 9\nsandbox demo> password$");
            assertThat(shell.screen.everything()).doesNotContain("swordfish");
        }
    }

    @Test
    void controlCAtAQuestionRefusesAndInterrupts() throws Exception {
        evaluator.meaning("stubborn", io -> {
            try {
                return new Shown.Text(io.ask("What name?", null));
            } catch (UserException e) {
                io.notice("caught " + e.code());
                return evaluator.untilInterrupted();
            }
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("stubborn").screen.await("^What name\\?$");
            shell.screen.type("half");
            shell.screen.await("half$");
            shell.screen.pressControlC();
            shell.screen.await("caught CANCELLED\ncancelled\nsandbox demo>$");
            shell.enter("few").screen.await("\\[y/N\\]$");
            shell.screen.pressControlC();
            shell.screen.await("\\[y/N\\]\ncancelled\nsandbox demo>$");
            shell.enter("1").screen.await("= 1\nsandbox demo>$");
        }
    }
}
