package io.impsh;

import static io.impsh.shell.PtyProgram.CONTROL_C;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.launcher.PackagedProgram;
import io.impsh.shell.PtyProgram;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Ctrl-C in the packaged program, on a real pseudo-terminal, in every situation there is. */
@EnabledIf("io.impsh.ProgramIT#scriptIsThere")
@Execution(ExecutionMode.CONCURRENT)
class CtrlCIT {
    private static final String PROMPT = "sandbox demo> ";

    @TempDir
    Path home;

    private PtyProgram shell;

    private void start(String options) {
        shell = PtyProgram.start(
                "'" + PackagedProgram.LAUNCHER + "' --sandbox " + options, PackagedProgram.environment(home), 100, 40);
        shell.await(PROMPT);
        shell.enter("let kept = 41").await("41\\R");
        shell.await(PROMPT);
    }

    @AfterEach
    void leave() {
        try (PtyProgram ending = shell) {
            ending.enter("exit(7)");
            assertThat(ending.exitCode()).isEqualTo(7);
        }
    }

    private void variablesAreThere() {
        shell.enter("kept + 1").await("^42$");
        shell.await(PROMPT);
    }

    @Test
    void onAnEmptyLine() {
        start("");
        shell.type(CONTROL_C).await(PROMPT);
        shell.type(CONTROL_C).await(PROMPT);
        variablesAreThere();
    }

    @Test
    void onAHalfTypedLineOfOneLineAndOfSeveral() {
        start("");
        shell.type("kept = 'wro").await("wro");
        shell.type(CONTROL_C).await(PROMPT);
        shell.enter("function f() {").await("\\.\\.\\. ");
        shell.enter("  kept = 'wrong'").await("\\.\\.\\. ");
        shell.type(CONTROL_C).await(PROMPT);
        variablesAreThere();
    }

    @Test
    void inAnEndlessLoopAlsoOfOneThatCatchesEverything() {
        start("");
        shell.enter("print('begun'); while (true) {}").await("^begun$");
        shell.type(CONTROL_C).await("cancelled$");
        shell.await(PROMPT);
        shell.enter("print('begun'); while (true) try { devices.count() } catch (e) {} finally {}")
                .await("^begun$");
        shell.type(CONTROL_C).await("cancelled$");
        shell.await(PROMPT);
        variablesAreThere();
    }

    @Test
    void whileARequestIsSlow() {
        start("--faults delay:100%@600s");
        shell.enter("devices.count()").await("asking GET /|counting the devices  0  1 s");
        shell.type(CONTROL_C).await("cancelled$");
        shell.await(PROMPT);
        variablesAreThere();
    }

    @Test
    void whileAPlanIsAppliedTheFirstLetsItFinishWhatIsInFlight() {
        start("--latency 700");
        shell.enter("p = devices.where({group: 'Line 1'}).rename(d => d.name + '-x')")
                .await("Apply with");
        shell.await(PROMPT);
        shell.enter("p.apply()").await("Go on\\? \\[y/N\\] ");
        shell.enter("y").await("changing");
        shell.type(CONTROL_C).await("nothing new starts");
        shell.await("stopped: asked to stop.* not started.*cancelled$");
        shell.await(PROMPT);
        variablesAreThere();
    }

    @Test
    void whileAPlanIsAppliedTheSecondCancelsWhatIsInFlight() {
        start("--latency 900");
        shell.enter("p = devices.where({group: 'Line 1'}).rename(d => d.name + '-x')")
                .await("Apply with");
        shell.await(PROMPT);
        shell.enter("p.apply()").await("Go on\\? \\[y/N\\] ");
        shell.enter("y").await("changing");
        shell.type(CONTROL_C).await("nothing new starts");
        shell.type(CONTROL_C).await("cancelling what is in flight");
        shell.await("cancelled$");
        shell.await(PROMPT);
        variablesAreThere();
    }

    @Test
    void whileAQuestionIsOpen() {
        start("");
        shell.enter("ask('Which line?')").await("Which line\\? ");
        shell.type("Lin").await("Lin");
        shell.type(CONTROL_C).await("cancelled$");
        shell.await(PROMPT);
        variablesAreThere();
    }

    @Test
    void whileAWatchRunsItEndsWithTheLastResult() {
        start("");
        shell.enter("watch(() => groups.select('name', 'type'), 0.2)").await("Ctrl-C ends.*Line 1.*11 groups$");
        shell.await("Ctrl-C ends.*11 groups$");
        shell.type(CONTROL_C).await(PROMPT);
        shell.enter("_.where({name: 'Line 1'}).count()").await("^1$");
        shell.await(PROMPT);
        assertThat(shell.clean()).doesNotContain("Error", "cancelled");
        variablesAreThere();
    }

    /** Java's big integers do not listen to anybody. */
    @Test
    void whatCannotBeInterruptedIsGivenUpWithItsVariables() {
        start("");
        shell.enter("print('begun'); String(3n ** 40000000n).length").await("^begun$");
        // Two presses that come at once may be one signal.
        for (int presses = 0; !shell.clean().contains("given up"); presses++) {
            assertThat(presses).isLessThan(20);
            shell.type(CONTROL_C);
            shell.awaitOutput(shown -> true, Duration.ofMillis(500));
        }
        shell.await(PROMPT);
        shell.enter("typeof kept").await("^undefined$");
        shell.await(PROMPT);
        shell.enter("kept = 41").await("^41$");
        shell.await(PROMPT);
        variablesAreThere();
    }

    /** They are neither shown in between nor lost. */
    @Test
    void keysTypedWhileSomethingRunsAreThereAtTheNextPrompt() {
        start("");
        shell.enter("print('begun'); sleep(2)").await("^begun$");
        shell.type("kept + 1");
        assertThat(shell.await("\nsandbox demo> kept \\+ 1")).isEqualTo("\nsandbox demo> kept + 1");
        shell.enter("").await("^42$");
    }
}
