package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code impsh plan}. */
@Timeout(60)
class PlanCommandTest {
    private static final String MOVE = "devices.where({group: 'Line 1'}).limit(2).assignTo('Line 2')";
    private static final String MOVE_TEXT = """
            Plan: move 2 devices
               Line 1  →  Line 2      2
               left alone             0
               3 requests, about 1 s at 40 requests/s
            """;
    private static final String NO_PLAN =
            "  a verb on many makes one, such as devices.where({group: 'Line 1'}).assignTo('Line 2')\n";

    @TempDir
    Path home;

    private CommandLineRun plan(String... words) {
        List<String> all = new ArrayList<>(List.of("--sandbox", "plan"));
        all.addAll(List.of(words));
        return CommandLineRun.of(home, "", all.toArray(String[]::new));
    }

    @Test
    void printsThePlan() {
        assertThat(plan(MOVE)).isEqualTo(new CommandLineRun(0, MOVE_TEXT, ""));
        assertThat(plan(MOVE, "-o", "json").out()).contains("\"title\": \"move 2 devices\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            devices.count()                ~ 250
            'text'                         ~ the text 'text'
            null                           ~ null
            undefined                      ~ no value
            devices.first()                ~ one Device
            devices.where({online: true})  ~ a list of devices
            [1, 2]                         ~ an array
            ({})                           ~ an object
            devices.where                  ~ a function
            """)
    void whatIsNoPlanIsNamed(String expression, String name) {
        assertThat(plan(expression))
                .isEqualTo(new CommandLineRun(
                        1, "", "impsh: '" + expression + "' gives no plan, but " + name + "\n" + NO_PLAN));
    }

    @Test
    void aMistakeIsShownInWhatWasTyped() {
        assertThat(plan("devices.firs()")).isEqualTo(new CommandLineRun(1, "", """
                impsh: devices has no member and no device 'firs'; did you mean first?
                  at plan:1:1
                  devices.firs()
                  ^
                  devices.get('firs') looks for it
                """));
    }

    @Test
    void nothingCanBeChangedByTheWay() {
        assertThat(plan("devices.first().rename('x')")).isEqualTo(new CommandLineRun(6, "", """
                impsh: impsh plan changes nothing, and this is no plan; nothing was changed
                  impsh run runs scripts, and -e evaluates expressions
                """));
    }

    @Test
    void aSavedScriptThatWouldApplyOnePlanMakesIt() {
        CommandLineRun run = plan("bulk-reassign", "--from", "Line 1", "--to", "Line 2", "--limit", "2");

        assertThat(run).isEqualTo(new CommandLineRun(0, MOVE_TEXT, ""));
    }

    @Test
    void aSavedScriptThatWouldApplySeveralCannotBePlanned() throws Exception {
        Path moves = Files.writeString(
                home.resolve("moves.csv"), "device,to\nthermo-0001,Line 2\nthermo-0002,Thermostat fixtures\n");

        assertThat(plan("bulk-reassign", "--csv", moves.toString())).isEqualTo(new CommandLineRun(1, "", """
                        impsh: 'bulk-reassign' makes 2 plans, and only one can be saved
                          narrow what it works on until there is one
                        """));
    }

    @Test
    void aFileIsAScriptToo() throws Exception {
        Path script = Files.writeString(home.resolve("move.js"), MOVE + "\n");

        assertThat(plan(script.toString())).isEqualTo(new CommandLineRun(0, MOVE_TEXT, ""));
    }

    @Test
    void anExpressionStandsAlone() {
        assertThat(plan("x()", "--to", "A")).isEqualTo(new CommandLineRun(2, "", """
                impsh: plan: unexpected '--to'
                  'x()' is no saved script, and an expression stands alone, in quotes
                """));
    }

    @Test
    void aFileThatIsNoPlanIsLeftAlone() throws Exception {
        Path file = Files.writeString(home.resolve("notes.txt"), "mine");

        assertThat(plan(MOVE, "--out", file.toString()))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: --out: '" + file + "' is there and is no plan; it is left alone\n"
                                + "  name another file, or take it away first\n"));
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(plan(MOVE, "--out", home + "/no/plan.json"))
                .isEqualTo(new CommandLineRun(2, "", "impsh: --out: there is no folder '" + home + "/no'\n"));
    }

    @Test
    void aPlanIsSavedAndReplacesAnEarlierOne() throws Exception {
        Path file = home.resolve("plan.json");

        CommandLineRun first = plan(MOVE, "--out", file.toString());
        String saved = Files.readString(file);
        CommandLineRun second = plan(MOVE, "--out", file.toString(), "--quiet");

        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).isEmpty();
        assertThat(first.err())
                .matches("(?s)\\Q" + MOVE_TEXT + "\\ESaved as plan [0-9a-f]{6}; apply it with: impsh apply \\Q" + file
                        + "\\E\n");
        assertThat(saved).contains("\"impsh\":\"plan\"");
        assertThat(second).isEqualTo(new CommandLineRun(0, "", ""));
        assertThat(Files.readString(file)).isNotEqualTo(saved);
    }
}
