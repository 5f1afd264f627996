package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.api.CancelledException;
import io.impsh.logs.LogEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code logs.on}: when callbacks run, and what becomes of those that fail or hang. */
@Timeout(60)
class LogCallbacksTest {
    private final PlayedLogs logs = new PlayedLogs();
    private SandboxSession cloud;

    @BeforeEach
    void start() {
        cloud = SandboxSession.with().logs(logs).start();
        cloud.io.atPrompt();
        cloud.run("let kept = 42");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private CompletableFuture<Void> begin(String input) {
        return CompletableFuture.runAsync(() -> cloud.run(input));
    }

    @Test
    void runsWhileNobodyDoesAnything() {
        cloud.run(
                "s = logs.on(['thermo-0001', 'thermo-0002'], e => print(e.device.name, e.message, e.type), {match: 't'})");
        logs.line("thermo-0001", "temp");
        logs.line("thermo-0001", "boo");
        cloud.io.awaitLines("thermo-0001 temp server.log");
        logs.line("thermo-0002", "temp 2");
        cloud.io.awaitLines("thermo-0002 temp 2 server.log");
        assertThat(cloud.show("[s.id, s.state, s.stats().lines, s.stats().filtered, logs.streams().length]"))
                .isEqualTo("[1, 'open', 2, 1, 1]");
        cloud.run("s.stop()");
        logs.line("thermo-0001", "temp 3");
        assertThat(cloud.show("kept")).isEqualTo("42");
        assertThat(cloud.io.lines).isEmpty();
    }

    @Test
    void runsInsideSleepWaitAndWatchButNotWithinAStatement() {
        cloud.run("let seen = []; logs.on('thermo-0001', e => {"
                + " seen.push(e.message); if (e.message == 'meanwhile') print('seen') })");
        cloud.io.onPrint(() -> logs.line("thermo-0001", "now"));
        assertThat(cloud.show("print('a'); let before = seen.length; sleep(0.05); [before, seen.length]"))
                .isEqualTo("[0, 1]");
        cloud.run("seen = []; watch(() => { print('b'); return seen.length }, 0.2, {times: 3})");
        assertThat(cloud.io.lines).containsExactly("a", "b", "0", "b", "", "2", "b", "", "5");
        cloud.io.onPrint(() -> {});
        CompletableFuture<Void> waiting = begin("seen = []; logs.wait('thermo-0002', 'ready'); seen.push('after')");
        RecordingIo.awaitThat(() -> logs.followed.size() == 2);
        logs.line("thermo-0001", "meanwhile");
        RecordingIo.awaitThat(() -> cloud.io.lines.contains("seen"));
        logs.line("thermo-0002", "ready");
        waiting.join();
        assertThat(cloud.show("seen")).isEqualTo("['meanwhile', 'after']");
    }

    @Test
    void whatCameBeforeTheLineThatIsWaitedForIsToldBeforeTheScriptGoesOn() {
        cloud.run("let seen = []; logs.on('thermo-0001', e => seen.push(e.message))");
        logs.onFollow(() -> IntStream.range(0, 300)
                .forEach(each -> logs.line("thermo-0001", each == 200 ? "ready" : "line " + each)));
        assertThat(cloud.show("const {message} = logs.wait('thermo-0001', 'ready'); [message, seen.length, seen[200]]"))
                .isEqualTo("['ready', 300, 'ready']");
    }

    @Test
    void aCallbackThatWaitsIsNotCalledAgainMeanwhile() {
        cloud.run("let depth = 0, deepest = 0, calls = 0; logs.on('thermo-0001', e => {"
                + " deepest = Math.max(deepest, ++depth); sleep(0.02); depth--; calls++ })");
        IntStream.range(0, 5).forEach(each -> logs.line("thermo-0001", "line " + each));
        cloud.run("sleep(0.05)");
        RecordingIo.awaitThat(() -> cloud.show("calls").equals("5"));
        assertThat(cloud.show("[calls, deepest]")).isEqualTo("[5, 1]");
    }

    @Test
    void anErrorIsShownOnceAndAfterTenInARowTheStreamEnds() {
        cloud.run(
                "let n = 0; s = logs.on('thermo-0001', e => { n++; if (e.message === 'good') return;\n  e.nothing() })");
        logs.line("thermo-0001", "bad");
        logs.line("thermo-0001", "good");
        cloud.io.awaitLines(
                "! the callback of log stream 1 of thermo-0001 has failed; it is called for the next lines all the same:",
                "! failed: NO_PROPERTY: a log entry has no property 'nothing' at 2:3");
        IntStream.range(0, 9).forEach(each -> logs.line("thermo-0001", "bad"));
        RecordingIo.awaitThat(() -> cloud.show("n").equals("11"));
        assertThat(cloud.show("s.state")).isEqualTo("open");
        logs.line("thermo-0001", "bad");
        cloud.io.awaitLines(
                "! the log stream of thermo-0001 is over: its callback has failed 10 times in a row, last with:"
                        + " a log entry has no property 'nothing'");
        assertThat(cloud.show("[s.state, n, kept]")).isEqualTo("['closed', 12, 42]");
    }

    @Test
    void whatComesTooFastIsDroppedAndCounted() {
        cloud.run("let n = 0, first; s = logs.on('thermo-0001', e => { first ??= e.message; n++ })");
        cloud.io.onPrint(() -> IntStream.range(0, 10_500).forEach(each -> logs.line("thermo-0001", "line " + each)));
        cloud.run("print('go')");
        cloud.io.onPrint(() -> {});
        cloud.io.awaitLines(
                "go",
                "! log stream 1 of thermo-0001: its callback is slower than its lines; of more than 10,000 lines that wait"
                        + " the oldest are dropped (stats() counts them)");
        RecordingIo.awaitThat(() -> cloud.show("n").equals("10000"));
        assertThat(cloud.show("[n, first, s.stats().dropped]")).isEqualTo("[10000, 'line 500', 500]");
    }

    @Test
    void oneThatHangsAtThePromptIsBrokenOffAfterSomeSeconds() {
        cloud.run("s = logs.on('thermo-0001', e => { for (;;); })");
        logs.line("thermo-0001", "x");
        cloud.io.awaitLines(
                "! the log stream of thermo-0001 is over: its callback took longer than 5 s; at the prompt none"
                        + " may, in a program it has the time");
        assertThat(cloud.show("[s.state, kept]")).isEqualTo("['closed', 42]");
    }

    @Test
    void ctrlCEndsOneThatHangs() {
        cloud.run("let begun = false; s = logs.on('thermo-0001', e => { print('hangs'); for (;;); })");
        logs.line("thermo-0001", "x");
        cloud.io.awaitLines("hangs");
        CompletableFuture<Void> entry = begin("kept = 43");
        RecordingIo.awaitThat(() -> cloud.session.isRunning());
        assertThat(cloud.session.interrupt()).isEqualTo(Interruption.CANCELLING);
        assertThatThrownBy(() -> entry.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
        cloud.io.awaitLines("! the log stream of thermo-0001 is over: its callback was interrupted");
        assertThat(cloud.show("[s.state, kept]")).isEqualTo("['closed', 42]");
    }

    @Test
    void ctrlCEndsASleepInWhichOneHangs() {
        cloud.run("s = logs.on('thermo-0001', e => { print('hangs'); for (;;); })");
        cloud.io.onPrint(() -> {});
        CompletableFuture<Void> entry = begin("print('sleeps'); sleep(60)");
        RecordingIo.awaitThat(() -> cloud.io.lines.contains("sleeps"));
        logs.line("thermo-0001", "x");
        RecordingIo.awaitThat(() -> cloud.io.lines.contains("hangs"));
        assertThat(cloud.session.interrupt()).isEqualTo(Interruption.CANCELLING);
        assertThatThrownBy(() -> entry.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
        assertThat(cloud.show("kept")).isEqualTo("42");
    }

    @Test
    void nobodyCanBeAskedBesideAnInput() {
        cloud.run("logs.on('thermo-0001', e => confirm('Go on?'))");
        logs.line("thermo-0001", "x");
        cloud.io.awaitLines(
                "! the callback of log stream 1 of thermo-0001 has failed; it is called for the next lines all the same:",
                "! failed: CONFIRMATION_NEEDED: a callback of logs.on cannot ask anything at the prompt: Go on?");
    }

    @Test
    void theyAreLostWithTheContext() {
        cloud.run("s = logs.on('thermo-0001', e => print(e.message))");
        Stuck stuck = new Stuck();
        cloud.io.onPrint(stuck::here);
        CompletableFuture<Void> entry = begin("print('stuck')");
        stuck.awaitBegin();
        cloud.session.interrupt();
        assertThat(cloud.session.interrupt()).isEqualTo(Interruption.ABANDONED);
        assertThatThrownBy(() -> entry.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
        stuck.release();
        cloud.io.onPrint(() -> {});
        RecordingIo.awaitThat(() -> cloud.io.lines.size() == 2);
        cloud.io.awaitLines(
                "stuck", "! the log stream of thermo-0001 is over: its callback was lost with the variables");
        assertThat(cloud.show("logs.streams().length")).isEqualTo("0");
    }

    @Test
    void thoseOfTheNextContextAreCalledThoughLinesCameWhileThePreviousOneHung() {
        cloud.run("s = logs.on('thermo-0001', e => print(e.message))");
        Stuck stuck = new Stuck();
        cloud.io.onPrint(stuck::here);
        CompletableFuture<Void> entry = begin("print('stuck')");
        stuck.awaitBegin();
        logs.line("thermo-0001", "never told");
        cloud.session.interrupt();
        assertThat(cloud.session.interrupt()).isEqualTo(Interruption.ABANDONED);
        assertThatThrownBy(() -> entry.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
        cloud.io.onPrint(() -> {});
        cloud.io.awaitLines(
                "stuck", "! the log stream of thermo-0001 is over: its callback was lost with the variables");
        cloud.run("s = logs.on('thermo-0001', e => print(e.message))");
        logs.line("thermo-0001", "told");
        cloud.io.awaitLines("told");
        stuck.release();
    }

    @Test
    void aProgramLivesUntilItsLinesAreTold() {
        try (SandboxSession program = SandboxSession.with().logs(logs).start()) {
            program.run("logs.on('thermo-0001', e => { sleep(0.01); print(e.message) }, {limit: 3})");
            IntStream.range(0, 5).forEach(each -> logs.line("thermo-0001", "line " + each));
            program.session.awaitLogStreams(() -> {});
            program.io.awaitLines("line 0", "line 1", "line 2");
        }
    }

    @Test
    void aProgramMayEndInACallback() {
        try (SandboxSession program = SandboxSession.with().logs(logs).start()) {
            program.run("logs.on('thermo-0001', e => exit(7))");
            logs.line("thermo-0001", "x");
            assertThatThrownBy(() -> program.session.awaitLogStreams(() -> {}))
                    .isInstanceOfSatisfying(
                            ExitRequested.class, exit -> assertThat(exit.code()).isEqualTo(7));
        }
    }

    @Test
    void aCallbackEndsTheProgramAlsoBeforeAnybodyWaits() {
        try (SandboxSession program = SandboxSession.with().logs(logs).start()) {
            program.run("logs.on('thermo-0001', e => { print('last'); exit(7) })");
            logs.line("thermo-0001", "x");
            RecordingIo.awaitThat(() -> program.io.lines.contains("last"));
            assertThatThrownBy(() -> program.run("sleep(60)"))
                    .isInstanceOfSatisfying(
                            ExitRequested.class, exit -> assertThat(exit.code()).isEqualTo(7));
            assertThatThrownBy(() -> program.session.awaitLogStreams(() -> {})).isInstanceOf(ExitRequested.class);
        }
    }

    @Test
    void atThePromptNoneLeaves() {
        cloud.run("s = logs.on('thermo-0001', e => exit(7))");
        logs.line("thermo-0001", "x");
        cloud.io.awaitLines(
                "! the log stream of thermo-0001 is over: its callback has called exit(), which leaves no shell;"
                        + " Ctrl-D does");
        assertThat(cloud.show("kept")).isEqualTo("42");
    }

    @Test
    void anEndOfTheStreamLeavesTheLinesThatWait() {
        cloud.run("let seen = []; s = logs.on('thermo-0001', e => seen.push(e.message))");
        cloud.io.onPrint(() -> {
            logs.line("thermo-0001", "last words");
            logs.happens(new LogEvent.Ended("it has left the account"));
        });
        cloud.run("print('go')");
        cloud.io.awaitLines("go", "! the log stream of thermo-0001 is over: it has left the account");
        RecordingIo.awaitThat(() -> cloud.show("seen.length").equals("1"));
        assertThat(cloud.show("seen")).isEqualTo("['last words']");
    }
}
