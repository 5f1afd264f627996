package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import io.impsh.script.ExitRequested;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShellScreenTest {
    private final FakeEvaluator evaluator = new FakeEvaluator();

    @Test
    void aBannerThenThePromptThenResults() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("1+1");
            assertThat(shell.screen.await("= 1\\+1.*demo>$")).isEqualTo("""
                            impsh 0.1.0  ·  .help for help, Ctrl-D to leave

                            sandbox demo> 1+1
                            = 1+1
                            sandbox demo>""");
        }
    }

    @Test
    void theFirstLineIsBrokenWhereTheWindowIsTooNarrow() throws Exception {
        String banner = "impsh 0.1.0  ·  sandbox (250 devices, seed 1)  ·  .help for help, Ctrl-D to leave";
        try (RunningShell shell = new RunningShell(evaluator, options -> options.banner(banner))) {
            assertThat(shell.atPrompt().screen.text()).startsWith("""
                    impsh 0.1.0  ·  sandbox (250 devices, seed 1)
                    .help for help, Ctrl-D to leave
                    """);
        }
    }

    @Test
    void aFunctionOfSeveralLinesIsOneInput() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("function twice(x) {").enter("return 2 * x").enter("}");
            assertThat(shell.screen.await("= function.*demo>$")).endsWith("""
                            sandbox demo> function twice(x) {
                            ... return 2 * x
                            ... }
                            = function twice(x) {
                            return 2 * x
                            }
                            sandbox demo>""");
            assertThat(evaluator.evaluated()).containsExactly("input 1: function twice(x) {\nreturn 2 * x\n}");
        }
    }

    @Test
    void whatJLineWouldExpandArrivesAsTyped() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("x = !!online; \"C:\\temp\"; 'it''s'");
            shell.screen.await("= x.*demo>$");
            assertThat(evaluator.evaluated()).containsExactly("input 1: x = !!online; \"C:\\temp\"; 'it''s'");
        }
    }

    @Test
    void aFailureIsShownAndTheShellGoesOn() throws Exception {
        evaluator.meaning("bad", io -> {
            throw new UserException("NOT_FOUND", "no device is called 'bad'", "nearest: good");
        });
        evaluator.meaning("broken", io -> {
            throw new IllegalStateException("a fault");
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("bad");
            assertThat(shell.screen.await("nearest.*demo>$")).contains("Error: no device is called 'bad'");
            shell.enter("broken");
            shell.screen.await("a fault.*demo>$");
            shell.enter("good");
            shell.screen.await("= good");
        }
    }

    @Test
    void blankEntriesAreNoInputs() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("").enter("   ").enter("1");
            shell.screen.await("= 1");
            assertThat(evaluator.evaluated()).containsExactly("input 1: 1");
        }
    }

    @Test
    void controlDLeavesWithZero() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().screen.type("\u0004");
            assertThat(shell.exitCode()).isZero();
        }
    }

    @Test
    void exitLeavesWithItsCode() throws Exception {
        evaluator.meaning("exit(7)", io -> {
            throw new ExitRequested(7);
        });
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("exit(7)");
            assertThat(shell.exitCode()).isEqualTo(7);
        }
    }

    @Test
    void productionIsSaidInRed() throws Exception {
        try (RunningShell shell =
                new RunningShell(evaluator, RunningShell.profile("acme", true), "50%acme", options -> options)) {
            shell.screen.await("^50%acme PRODUCTION>$");
            assertThat(shell.screen.everything()).containsPattern("\u001b\\[[0-9;]*31(;1)?m50%acme PRODUCTION>");
        }
    }

    @Test
    void colourCanBeRefused() throws Exception {
        try (RunningShell shell =
                new RunningShell(evaluator, options -> options.environment(Map.of("NO_COLOR", "1")))) {
            shell.atPrompt();
            assertThat(shell.screen.everything()).doesNotContainPattern("\u001b\\[[0-9;]*3[0-9]m");
        }
    }

    @Test
    void inALocaleWithoutUnicodeOurOwnSignsAreAsciiAndNamesAsTheyCame() throws Exception {
        FakeEvaluator evaluator = new FakeEvaluator();
        try (RunningShell shell =
                new RunningShell(evaluator, options -> options.environment(Map.of("LANG", "C.UTF-8", "LC_ALL", "C")))) {
            shell.atPrompt().enter("'Küche'").screen.await("demo> 'Küche'\n= 'Küche'\nsandbox demo>$");
            assertThat(shell.screen.text()).startsWith("impsh 0.1.0  |  .help for help, Ctrl-D to leave\n");
        }
    }
}
