package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no session. */
class CommandLineTest {
    @TempDir
    Path home;

    @Test
    void printsTheVersion() {
        assertThat(run("--version")).isEqualTo(new CommandLineRun(0, "impsh (development)\n", ""));
    }

    @Test
    void printsItsHelpAsAResult() {
        CommandLineRun help = run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out().lines().toList())
                .startsWith("Usage: impsh [options]                              interactive shell")
                .contains(
                        "  -e, --eval=EXPR          evaluate, print the value and exit; may be repeated",
                        "  -o, --output=FORMAT      table, json, ndjson or csv",
                        "      --yes[=N]            answer questions with yes, if no more than N things are affected",
                        "  run         Run a saved script.");
    }

    @Test
    void everyOptionIsInSomeHelp() {
        String help = run("--help").out()
                + run("sandbox", "--help").out()
                + run("login", "--help").out()
                + run("plan", "--help").out()
                + run("apply", "--help").out()
                + run("logs", "--help").out();

        assertThat(OptionTable.ALL).allSatisfy(option -> assertThat(help).contains(option.description()));
    }

    @Test
    void makesACompletionScriptThatKnowsEveryCommand() {
        CommandLineRun completion = run("completion", "bash");

        assertThat(completion.exitCode()).isZero();
        assertThat(completion.out()).startsWith("#!/usr/bin/env bash").contains(CommandName.words());
        assertThat(completion.out()).contains("--shell", "--keep-going", "--color");
        assertThat(completion.out())
                .contains("--match", "--exclude", "--types", "--highlight", "--since", "--limit", "--format", "--to");
    }

    @Test
    void listsTheSavedScripts() {
        assertThat(run("scripts").out())
                .matches("(?s) name +description\n"
                        + ".* bulk-reassign +Moves devices from one group to another\n"
                        + ".*\n\\d+ scripts\n");
        assertThat(run("-o", "ndjson", "scripts").out())
                .contains("{\"name\":\"bulk-reassign\",\"description\":\"Moves devices from one group to another\"}\n");
    }

    @Test
    void showsAScriptsHelpInTwoWays() {
        CommandLineRun help = run("scripts", "bulk-reassign");

        assertThat(help.out()).startsWith("Moves devices from one group to another.\n");
        assertThat(run("run", "bulk-reassign", "--help")).isEqualTo(help);
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        assertThat(run("--sandbx")).isEqualTo(new CommandLineRun(2, "", """
                impsh: there is no option --sandbx; did you mean --sandbox?
                  impsh --help lists them
                """));
        assertThat(run("scripts", "bulk-reasign")).isEqualTo(new CommandLineRun(2, "", """
                impsh: no saved script is called 'bulk-reasign'; did you mean bulk-reassign?
                  impsh scripts lists them; a file is named with ./ or .js
                """));
    }

    @Test
    void theSandboxTellsOfAWrongOption() {
        assertThat(run("sandbox", "--faults", "no")).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("impsh: sandbox: ");
        });
    }

    @Test
    void webhooksGoToOneOfThreePlaces() {
        assertThat(run("sandbox", "--webhooks", "far"))
                .isEqualTo(new CommandLineRun(2, "", "impsh: --webhooks: 'far' is not any, loopback or off\n"));
    }

    private CommandLineRun run(String... words) {
        return CommandLineRun.of(home, "", words);
    }
}
