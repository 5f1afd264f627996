package io.impsh;

import static io.impsh.shell.PtyProgram.CONTROL_C;
import static io.impsh.shell.PtyProgram.CONTROL_D;
import static io.impsh.shell.PtyProgram.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.launcher.PackagedProgram;
import io.impsh.shell.PtyProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program in a real pseudo-terminal, as an operator types it. */
@EnabledIf("scriptIsThere")
@Execution(ExecutionMode.CONCURRENT)
class ProgramIT {
    private static final String PROMPT = "sandbox demo> ";

    @TempDir
    Path home;

    static boolean scriptIsThere() {
        return Files.isExecutable(Path.of("/usr/bin/script"));
    }

    private PtyProgram impsh(String options) {
        return impsh(options, "");
    }

    private PtyProgram impsh(String options, String pager) {
        Map<String, String> environment = PackagedProgram.environment(home);
        environment.put("PAGER", pager);
        PtyProgram program = PtyProgram.start("'" + PackagedProgram.LAUNCHER + "' " + options, environment, 100, 40);
        program.await(PROMPT);
        return program;
    }

    @Test
    void tabShowsMembersAndLiveNames() {
        try (PtyProgram shell = impsh("--sandbox")) {
            shell.enter(".refresh").await("names are up to date: 3 products");
            shell.type("products.").type(TAB);
            String menu = shell.await("Tracker");
            assertThat(menu).contains("where(filter)", "Narrows to those", "Pump", "Thermostat");
            shell.type(CONTROL_C).await(PROMPT);
            shell.type("products.Therm").type(TAB).enter(".name").await("(^|…)Thermostat$");
        }
    }

    @Test
    void aFunctionOverSeveralLinesIsOneEntry() {
        try (PtyProgram shell = impsh("--sandbox")) {
            shell.enter("function twice(x) {").await("\\.\\.\\. ");
            shell.enter("  return 2 * x").await("\\.\\.\\. ");
            shell.enter("}").await(PROMPT);
            shell.enter("twice(21)").await("^42$");
        }
    }

    @Test
    void controlCEndsAnEndlessLoopAndVariablesSurvive() {
        try (PtyProgram shell = impsh("--sandbox")) {
            shell.enter("let kept = 41").await(PROMPT);
            // A key that comes before the loop has begun ends it, too, and then it has changed nothing.
            shell.enter("print('on', kept = 42); while (true) { try { kept = 42 } catch (e) {} finally {} }");
            shell.await("^on 42$");
            shell.type(CONTROL_C).await("cancelled");
            shell.enter("kept").await("^42$");
        }
    }

    @Test
    void controlCEndsASlowRequestAndVariablesSurvive() {
        try (PtyProgram shell = impsh("--sandbox --faults delay:100%@600s")) {
            shell.enter("let kept = 'still here'").await(PROMPT);
            shell.enter("devices.count()").await("\n");
            shell.type(CONTROL_C).await("cancelled");
            shell.enter("kept").await("^still here$");
            shell.enter("exit(7)");
            assertThat(shell.exitCode()).isEqualTo(7);
        }
    }

    @Test
    void controlCEndsASlowPageOfAListAndVariablesSurvive() {
        try (PtyProgram shell = impsh("--sandbox --devices 1000 --latency 1500")) {
            shell.enter("kept = devices.where({online: false})").await("36 devices and more  ·  it shows more");
            shell.enter("it").await("reading the devices");
            shell.type(CONTROL_C).await("cancelled");
            shell.enter("it").await("nothing is left to show: the list was broken off");
            shell.enter("kept").await("36 devices and more  ·  it shows more");
        }
    }

    @Test
    void thePagerHasTheKeysUntilItEnds() throws Exception {
        Path pager = Files.writeString(home.resolve("pager"), """
                trap 'echo pager saw Ctrl-C' INT
                echo "paged $(wc -l) lines"
                read -r answer </dev/tty || read -r answer </dev/tty
                sleep 1 # a person takes longer, and a signal reaches a handler of Java's in its own time
                echo "pager read $answer"
                """);
        try (PtyProgram shell = impsh("--sandbox", "sh '" + pager + "'")) {
            shell.enter("let kept = Array.from({length: 90}, (_, i) => `line ${i}`).join('\\n'); kept")
                    .await("paged 90 lines");
            shell.type(CONTROL_C).await("pager saw Ctrl-C");
            shell.enter("some keys").await("pager read some keys");
            shell.await(PROMPT);
            assertThat(shell.enter("kept.length + 1").await("^710$")).isEqualTo("kept.length + 1\n710");
            shell.enter("kept").await("paged 90 lines");
            shell.enter("more\r'typed ' + 'ahead'").await("pager read more");
            shell.await("^typed ahead$");
        }
    }

    @Test
    void aPagerThatCannotBeStartedLosesNothing() {
        try (PtyProgram shell = impsh("--sandbox", "/no/such/pager")) {
            shell.enter("Array.from({length: 90}, (_, i) => `line ${i}`).join('\\n')")
                    .await("^line 0$");
            shell.await("^line 89$");
            shell.enter("1 + 1").await("^2$");
        }
    }

    @Test
    void aPlanAsksAndBothAnswersCount() {
        try (PtyProgram shell = impsh("--sandbox")) {
            shell.enter("p = devices.where({group: 'Line 1', online: true}).assignTo('Line 2')");
            String plan = shell.await("Apply with");
            assertThat(plan)
                    .contains("Plan: move 66 devices")
                    .containsPattern("Line 1 +→ +Line 2 +66")
                    .containsPattern("3 requests, about 1 s at 40 requests/s");
            shell.enter("p.apply()").await("66 devices move from Line 1 to Line 2\\. Go on\\? \\[y/N\\] ");
            shell.enter("n").await("66 skipped");
            shell.enter("devices.where({group: 'Line 1'}).count()").await("(^|\\D)75$");
            shell.enter("p.apply()").await("Go on\\? \\[y/N\\] ");
            shell.enter("y").await("66 done · 0 failed · 0 stale · 0 skipped · 0 unknown");
            shell.enter("devices.where({group: 'Line 1'}).count()").await("(^|\\D)9$");
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void aSignalEndsABatchWithItsCode(String signal, int code) throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                "env",
                "--default-signal=INT,TERM,HUP",
                PackagedProgram.LAUNCHER.toString(),
                "-e",
                "print('ready'); while (true) { try { sleep(60) } catch (e) {} }");
        command.environment().putAll(PackagedProgram.environment(home));
        Process program = command.redirectErrorStream(true).start();
        try {
            assertThat(program.inputReader().readLine()).isEqualTo("ready");
            new ProcessBuilder("kill", "-s", signal, String.valueOf(program.pid()))
                    .start()
                    .waitFor();
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(code);
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void controlDLeaves() {
        try (PtyProgram shell = impsh("--sandbox")) {
            shell.type(CONTROL_D);
            assertThat(shell.exitCode()).isZero();
        }
    }
}
