package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs from their words to their exit code, against a sandbox. */
class ProgramRunTest {
    @TempDir
    Path home;

    @Test
    void printsOneNumberAndNothingElse() {
        assertThat(sandbox("-e", "devices.count()")).isEqualTo(new CommandLineRun(0, "250\n", ""));
    }

    @Test
    void runsStandardInputAsTypedAndPrintsTheLastValue() {
        CommandLineRun run = CommandLineRun.of(
                home,
                "let n = devices.where({online: true}).count()\nlet n = 7\nn",
                "--sandbox",
                "--rate-limit",
                "off");

        assertThat(run).isEqualTo(new CommandLineRun(0, "7\n", ""));
    }

    @Test
    void printsEachExpressionButOneJsonValue() {
        assertThat(sandbox("-e", "1", "-e", "'two'")).isEqualTo(new CommandLineRun(0, "1\ntwo\n", ""));
        assertThat(sandbox("-o", "json", "-e", "1", "-e", "'two'")).isEqualTo(new CommandLineRun(0, "\"two\"\n", ""));
    }

    @Test
    void movesTheDevicesOfAGroup() {
        CommandLineRun run = sandbox("run", "bulk-reassign", "--from", "Line 1", "--to", "Line 2", "--yes");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("75 done · 0 failed · 0 stale · 0 skipped · 0 unknown");
        assertThat(run.err()).matches("to undo it: plans\\.undo\\('[0-9a-f]{6}'\\)\\.apply\\(\\)\\n");
    }

    @Test
    void whatIsLeftFailedIsNamedAndMakesTheExitCode() {
        CommandLineRun run = sandbox(
                "--yes",
                "-e",
                "devices.where({group: 'Line 1'}).limit(2).assignTo('Thermostat DUT').apply().counts.failed");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEqualTo("2\n");
        assertThat(run.err())
                .matches(
                        "impsh: plan [0-9a-f]+ \\(move 2 devices\\) is incomplete: 2 failed of 2; look with: impsh -e \"plans\\.show\\('[0-9a-f]+'\\)\"\\R");
    }

    @Test
    void blankLinesOfAFileAreNoDevices() throws IOException {
        Path file = Files.writeString(home.resolve("moves.csv"), "device,to\n\nthermo-0001,Line 2\n,\n\n");

        CommandLineRun run = sandbox("run", "bulk-reassign", "--csv", file.toString(), "--yes");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("1 done · 0 failed · 0 stale · 0 skipped · 0 unknown");
    }

    @Test
    void aDeviceThatIsToMoveToTwoGroupsStopsItBeforeAnythingHasChanged() throws IOException {
        Path file = Files.writeString(
                home.resolve("moves.csv"), "device,to\nthermo-0001,Line 2\nthermo-0001,Tracker dev\n");

        CommandLineRun run = sandbox("run", "bulk-reassign", "--csv", file.toString(), "--yes");

        assertThat(run).isEqualTo(new CommandLineRun(2, "", """
                impsh: thermo-0001 is to move to two groups; Tracker dev is one of them
                  impsh run bulk-reassign --help
                """));
    }

    @Test
    void aDryRunUsesWhatItWouldHaveCreated() {
        CommandLineRun run = sandbox(
                "--dry-run",
                "-e",
                "const made = products.create({name: 'New'}).createGroup({name: 'G', kind: 'development'});",
                "-e",
                "devices.where({name: 'thermo-0001'}).assignTo(made).apply().counts.planned");

        assertThat(run.out()).isEqualTo("1\n");
        assertThat(run.err()).startsWith("dry run: 3 requests would be sent:\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aDryRunListsEveryWrite() {
        CommandLineRun run = sandbox("run", "bulk-reassign", "--from", "Line 1", "--to", "Line 2", "--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).startsWith("dry run: 1 request would be sent:\n  POST /devicegroups/");
    }

    @Test
    void aMisspeltGroupIsWrongUsage() {
        assertThat(sandbox("run", "bulk-reassign", "--from", "Line 1", "--to", "Lime 2"))
                .isEqualTo(new CommandLineRun(
                        2, "", "impsh: --to: no device group is called 'Lime 2'; nearest: Line 2, Line 1\n"));
    }

    @Test
    void aScriptThatIsCalledWronglySaysSoWithoutBlamingItsLines() {
        assertThat(sandbox("run", "bulk-reassign", "--from", "Line 1")).isEqualTo(new CommandLineRun(2, "", """
                        impsh: where to? give --to GROUP
                          impsh run bulk-reassign --help
                        """));
    }

    @Test
    void withoutYesAndTerminalNothingChanges() throws IOException {
        Path program = Files.writeString(home.resolve("program.js"), """
                let failed = '';
                try { run('bulk-reassign', {from: 'Line 1', to: 'Line 2'}) } catch (e) { failed = e.code }
                `${failed} ${devices.where({group: 'Line 1'}).count()}`
                """);

        assertThat(sandbox(program.toString())).isEqualTo(new CommandLineRun(0, "CONFIRMATION_NEEDED 75\n", ""));
        assertThat(sandbox("run", "bulk-reassign", "--from", "Line 1", "--to", "Line 2"))
                .isEqualTo(new CommandLineRun(6, "", """
                        impsh: a confirmation is needed, and nobody can be asked: 75 devices move from Line 1 to Line 2
                          give --yes, or --yes=75; --dry-run shows what would be done
                        """));
    }

    @Test
    void movesWhatAFileNames() throws IOException {
        Path list = Files.writeString(
                home.resolve("moves.csv"), "device,to\nthermo-0001,Line 2\nthermo-0002,Tracker dev\n");

        CommandLineRun run = sandbox("-o", "csv", "run", "bulk-reassign", "--csv", list.toString(), "--yes");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("to,plan,done,");
    }

    @Test
    void aScriptsExitWins() {
        assertThat(sandbox("-e", "exit(7)", "-e", "1")).isEqualTo(new CommandLineRun(7, "", ""));
    }

    @Test
    void aPlanThatIsForgottenIsToldOf() {
        CommandLineRun run = sandbox("-e", "devices.where({group: 'Line 1'}).assignTo('Line 2'); 1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("1\n");
        assertThat(run.err())
                .matches("impsh: warning: plan \\w+ \\(move 75 devices\\) was neither applied nor shown;"
                        + " nothing has changed\n");
    }

    @Test
    void stopsAtTheFirstErrorWithItsCode() {
        CommandLineRun run = sandbox("-e", "1", "-e", "devices.get('nobody')", "-e", "2");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("1\n");
        assertThat(run.err()).startsWith("impsh: no device is called 'nobody'");
    }

    @Test
    void givesUpAfterItsTime() {
        assertThat(sandbox("--timeout", "300ms", "-e", "while (true) {}"))
                .isEqualTo(new CommandLineRun(124, "", "impsh: gave up after 300ms (--timeout)\n"));
    }

    @Test
    void nothingIsContactedBeforeTheCloudIsUsed() {
        CommandLineRun run = CommandLineRun.of(home, "", "--endpoint", "http://127.0.0.1:1/v5", "-e", "1 + 1");

        assertThat(run).isEqualTo(new CommandLineRun(0, "2\n", ""));
    }

    private CommandLineRun sandbox(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "--sandbox";
        all[1] = "--rate-limit";
        all[2] = "off";
        System.arraycopy(words, 0, all, 3, words.length);
        return CommandLineRun.of(home, "", all);
    }
}
