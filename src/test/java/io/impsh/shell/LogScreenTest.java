package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.LogEntry;
import io.impsh.script.LogLine;
import io.impsh.script.ScriptIo;
import io.impsh.script.Shown;
import io.impsh.script.Suggestion;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Log lines come at any moment, from a thread of their own: above what is typed, and between whole lines of results. */
class LogScreenTest {
    private final CompletableFuture<ScriptIo> stream = new CompletableFuture<>();
    private final FakeEvaluator evaluator = new FakeEvaluator().meaning("stream", io -> {
        stream.complete(io);
        return new Shown.Text("streaming");
    });
    private RunningShell shell;

    @BeforeEach
    void startTheStream() {
        shell = new RunningShell(evaluator);
        shell.atPrompt().enter("stream").screen.await("^streaming\nsandbox demo>$");
        shell.enter(".clear").screen.await("\\Asandbox demo>\\z");
    }

    @AfterEach
    void leave() throws Exception {
        shell.close();
    }

    /** Without a time, as the screen is compared as a whole. */
    private void log(String... messages) {
        stream.join()
                .log(new Shown.LogLines(
                        Arrays.stream(messages)
                                .map(message -> new LogEntry("d1", null, "development", "server.log", message))
                                .map(entry -> new LogLine(entry, "thermo-0001"))
                                .toList(),
                        true,
                        true));
    }

    private static String shown(String message) {
        return "--:--:--.--- thermo-0001 server.log    " + message + "\n";
    }

    @Test
    void theyComeAboveAHalfTypedEntryWhichStaysAsItIs() {
        shell.screen.type("devices.whexe({online: true})\u001bOD\u001bOD");
        shell.screen.await("true}\\)$");
        log("one", "two");
        shell.screen.await(shown("two"));
        shell.screen.type("!");
        assertThat(shell.screen.await("true!"))
                .isEqualTo(shown("one") + shown("two") + "sandbox demo> devices.whexe({online: true!})");
        shell.screen.type("\b\u0005\r");
        shell.screen.await("= devices.whexe\\(\\{online: true}\\)\nsandbox demo>$");
    }

    @Test
    void theyComeAboveAllLinesOfAnEntry() {
        shell.enter("f = {").enter("  a: 1,").screen.type("  b: 'é漢");
        shell.screen.await("b: 'é漢");
        log("one");
        shell.screen.await(shown("one"));
        shell.screen.type("'");
        assertThat(shell.screen.await("é漢.*'$").replaceAll("漢 ?", "漢")).isEqualTo(shown("one") + """
                sandbox demo> f = {
                ...   a: 1,
                ...   b: 'é漢'""");
        shell.enter("").enter("}").screen.await("sandbox demo>$");
        assertThat(evaluator.evaluated()).last().isEqualTo("input 2: f = {\n  a: 1,\n  b: 'é漢'\n}");
    }

    @Test
    void theyComeAboveAMenuOfCandidatesWhichGoesOn() {
        evaluator.suggesting(
                new Suggestion("online", "properties", "whether it is on line", true),
                new Suggestion("rename(", "verbs", "gives it another name", false));
        shell.screen.type("device.\t");
        shell.screen.await("another name");
        log("one");
        assertThat(shell.screen.await(shown("one") + ".*another name")).isEqualTo(shown("one") + """
                sandbox demo> device.
                properties
                  online   whether it is on line
                verbs
                  rename(  gives it another name""");
        shell.screen.type("\t");
        shell.screen.await("device.online$");
        log("two");
        shell.screen.await(shown("two"));
        shell.screen.type("\t");
        shell.screen.await("device.rename\\($");
        shell.screen.type("\r");
        shell.screen.type("\r");
        shell.screen.await("= device.rename\\($");
    }

    @Test
    void theyComeBetweenLinesOfWhatAnotherInputPrints() throws Exception {
        CountDownLatch logged = new CountDownLatch(1);
        evaluator.meaning("work", io -> {
            io.print(new Shown.Text("first line"));
            logged.await();
            return new Shown.Text("second line");
        });
        shell.enter("work").screen.await("first line");
        log("one");
        logged.countDown();
        assertThat(shell.screen.await("second line\nsandbox demo>$"))
                .isEqualTo("sandbox demo> work\nfirst line\n" + shown("one") + "second line\nsandbox demo>");
    }

    @Test
    void theyLeaveAQuestionAsItIs() {
        evaluator.meaning("ask", io -> new Shown.Text("so " + io.ask("Which?", null)));
        shell.enter("ask").screen.await("Which\\?$");
        shell.screen.type("Lin");
        shell.screen.await("Which\\? Lin$");
        log("one");
        shell.screen.await(shown("one"));
        shell.enter("e");
        assertThat(shell.screen.await("so Line\nsandbox demo>$"))
                .isEqualTo("sandbox demo> ask\n" + shown("one") + "Which? Line\nso Line\nsandbox demo>");
    }

    @Test
    void whatTheyHoldMovesNothing() {
        shell.screen.type("devices");
        shell.screen.await("devices$");
        log("\u001b[2J\u001b[Hx\r\n\ty\u001b]52;c;AAAA\u0007\u009b1A\u202ez\ud800");
        assertThat(shell.screen.await("--:--.*devices$"))
                .isEqualTo(shown("\\x1b[2J\\x1b[Hx\\r\\n\\ty\\x1b]52;c;AAAA\\x07\\x9b")
                                .replace("\\x9b\n", "\\x\n9b1A\\u202ez\\ud800\n")
                        + "sandbox demo> devices");
        assertThat(shell.screen.everything()).doesNotContain("\u001b]52", "\u202e", "\u009b", "\u0007");
    }

    /** Keys are typed all the while; 50 batches are what comes in two seconds. */
    @Test
    void manyOfThemDisturbNoKey() throws Exception {
        Thread flood = new Thread(() -> IntStream.range(0, 50)
                .forEach(batch -> log(IntStream.range(0, 200)
                        .mapToObj(line -> "line " + (batch * 200 + line))
                        .toArray(String[]::new))));
        flood.start();
        String typed = "abcdefghijklmnopqrstuvwxyz0123456789";
        for (char key : typed.toCharArray()) {
            shell.screen.type(String.valueOf(key));
            shell.screen.await("demo> [a-z0-9]*" + key + "$");
        }
        flood.join();
        shell.screen.await(shown("line 9999") + "sandbox demo> " + typed + "$");
        assertThat(shell.screen.everything().split("server.log    line ")).hasSize(10_001);
    }
}
