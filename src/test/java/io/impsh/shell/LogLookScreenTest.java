package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.LogEntry;
import io.impsh.profile.Settings;
import io.impsh.script.LogLine;
import io.impsh.script.LogLook;
import io.impsh.script.LogTemplate;
import io.impsh.script.Redrawing;
import io.impsh.script.ScriptIo;
import io.impsh.script.Shown;
import io.impsh.script.WatchRound;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How log lines look on a screen, and what they leave as it is. */
class LogLookScreenTest {
    private static final Runnable END = () -> {};

    private final CompletableFuture<ScriptIo> stream = new CompletableFuture<>();
    /** What the running input is to do next; {@link #END} ends it. */
    private final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();

    private final FakeEvaluator evaluator = new FakeEvaluator().meaning("stream", io -> {
        stream.complete(io);
        return new Shown.Nothing();
    });
    private RunningShell shell;

    private void start(Settings.Color color) {
        shell = new RunningShell(evaluator, options -> options.color(color));
        shell.atPrompt().enter("stream").screen.await("stream\nsandbox demo>$");
        shell.enter(".clear").screen.await("\\Asandbox demo>\\z");
    }

    @AfterEach
    void leave() throws Exception {
        shell.close();
    }

    private static LogLine line(String device, String type, String message) {
        return new LogLine(new LogEntry(device, null, "development", type, message), device);
    }

    private static LogLine line(String device, String message) {
        return line(device, "server.log", message);
    }

    private void log(LogLine... lines) {
        stream.join().log(new Shown.LogLines(Arrays.asList(lines), true, true));
    }

    @Test
    void stackLinesStandBelowTheirErrorAndNamesInOneColumn() {
        start(Settings.Color.NEVER);
        log(line("pump", "one"));
        log(
                line("thermo-0012", "server.error", "ERROR: the index 'foo' does not exist"),
                line("thermo-0012", "server.error", "ERROR:   at main:12"),
                line("pump", "lastexitcode", "42"));
        log(line("pump", "two"));
        assertThat(shell.screen.await("two\nsandbox demo>$")).isEqualTo("""
                --:--:--.--- pump server.log    one
                --:--:--.--- thermo-0012 server.error  ERROR: the index 'foo' does not exist
                                                       at main:12
                --:--:--.--- pump        lastexitcode  42
                --:--:--.--- pump        server.log    two
                sandbox demo>""");
        assertThat(shell.screen.everything()).doesNotContain("\u001b[31m", "\u001b[33m");
    }

    @Test
    void ofFortyAndOfTwoHundredColumns() {
        start(Settings.Color.NEVER);
        shell.screen.resize(40, 24);
        log(
                line("thermo-0012-hall", "server.error", "ERROR: no index 'foo'"),
                line("thermo-0012-hall", "server.error", "ERROR:   at main:12"));
        shell.screen.await("""
                --:--:--.--- thermo-0012-… server.error
                 ERROR: no index 'foo'
                    at main:12
                sandbox demo>\\z""");
        shell.screen.resize(200, 24);
        String message = "m".repeat(150);
        log(line("thermo-0012-hall", message));
        shell.screen.await("--:--:--.--- thermo-0012-hall server.log    " + message + "\nsandbox demo>\\z");
    }

    @Test
    void matchesAreMarkedAndATemplateIsFollowed() {
        start(Settings.Color.ALWAYS);
        LogTemplate template = new LogTemplate(List.of("[", "device", "] ", "message", "\u001b[2J"));
        LogLine line = line("pump", "temp=21 temp=22 humidity=3");
        log(new LogLine(line.entry(), "pump", new LogLook(LogLook.Format.TEMPLATE, template, Pattern.compile("temp"))));
        assertThat(shell.screen.await("humidity=3.*sandbox demo>$"))
                .isEqualTo("[pump] temp=21 temp=22 humidity=3\\x1b[2J\nsandbox demo>");
        assertThat(shell.screen.reversed()).isEqualTo("temp\ntemp");
    }

    @Test
    void errorsStandOut() {
        start(Settings.Color.ALWAYS);
        log(line("pump", "agent.error", "bad"), line("pump", "lastexitcode", "5"), line("pump", "plain"));
        shell.screen.await("plain\nsandbox demo>$");
        assertThat(shell.screen.everything())
                .contains(
                        "\u001b[31mbad\u001b[0m",
                        "\u001b[33m5\u001b[0m",
                        "server.log\u001b[0m    plain".replace("\u001b[0m", ""));
    }

    @Test
    void hostileLinesLeaveTheScreenAsItWas() {
        start(Settings.Color.ALWAYS);
        shell.screen.type("f = {\r  a: 'x");
        shell.screen.await("\\.\\.\\. +a: 'x$");
        String entry = shell.screen.text();
        int before = shell.screen.everything().length();
        log(
                line("d", "\u001b]52;c;AAAA\u0007\u001b]0;owned\u0007\u001b]2;owned\u001b\\"),
                line("d", "\u001b[2J\u001b[H\u001b[10;10H\u001b[?1049h\u001b[?25l\u001b[5r\u001bc\u001b[?2004l"),
                line("d", "\r\n\n\n\b\b\t\u000b\u000c\u0085\u009b2J\u0090q\u009c\u0000\u000e"),
                line("d", "\ufffd\ufffd \ud800 \udc00 \u202eabc\u202c \u2066x\u2069 \u200f\ufeff\udb40\udc41"),
                line("d\u001b[2J\u202e", "t\u001bc\r", "x"),
                line("d", "\u001b[31m" + "z".repeat(1 << 20)));
        String screen = shell.screen.await("characters\\).*a: 'x$");
        assertThat(screen).endsWith("z… (1,048,581 characters)\n" + entry);
        String written = shell.screen.everything().substring(before);
        assertThat(written)
                .doesNotContain(
                        "\u001b]", "\u001b[2J", "\u001b[H", "\u001b[?1049", "\u001b[?25", "\u001bc", "\u001b[5r");
        assertThat(written.chars()
                        .filter(unit -> unit < ' ' && "\u001b\r\n\b".indexOf(unit) < 0 || unit >= 0x7f && unit < 0xa0))
                .isEmpty();
        assertThat(written).doesNotContain("\u202e", "\u202c", "\u2066", "\u200f", "\ufeff", "\udb40\udc41");
        assertThat(written.length()).isLessThan(20_000);
        shell.screen.type("y'\r}\r");
        shell.screen.await("= f = \\{\n *a: 'xy'\n}\nsandbox demo>$");
    }

    @Test
    void aProgressLineStaysBelowThem() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        evaluator.meaning("devices", io -> {
            try (ScriptIo.Activity reading = io.begin("reading devices")) {
                reading.progress(100, 250);
                running.countDown();
                steps.take();
            }
            return new Shown.Text("250 devices");
        });
        start(Settings.Color.NEVER);
        shell.enter("devices");
        running.await();
        shell.screen.await("devices$");
        shell.ticks.advance(Duration.ofSeconds(1));
        shell.screen.await("devices\nreading devices  100 / 250  .+$");
        log(line("pump", "one"));
        log(line("pump", "two"));
        assertThat(shell.screen.await("two\nreading.+$"))
                .matches("(?s)sandbox demo> devices\n--:--:--.--- pump server.log    one\n"
                        + "--:--:--.--- pump server.log    two\nreading devices  100 / 250  [^\n]+");
        steps.add(END);
        shell.screen.await("two\n250 devices\nsandbox demo>$");
    }

    private static WatchRound round(int rows) {
        return new WatchRound(
                Instant.now(),
                2,
                new Shown.Nothing(),
                List.of("name"),
                new Shown.Noun("device", "devices"),
                IntStream.range(0, rows)
                        .mapToObj(row -> new WatchRound.Row("d-" + row, List.<Object>of("d-" + row)))
                        .toList(),
                null);
    }

    @Test
    void aWatchedTableStaysBelowThemAndLeavesThemRoom() {
        evaluator.meaning("watch", io -> {
            try (Redrawing place = io.redrawing()) {
                place.show(round(2));
                steps.take();
                place.show(round(100));
                steps.take();
            }
            return new Shown.Nothing();
        });
        start(Settings.Color.NEVER);
        shell.enter("watch").screen.await("d-1\n2 devices$");
        log(line("pump", "one"), line("pump", "two"));
        String table = "every 2 s[^\n]*\n name\n d-0\n d-1\n2 devices";
        shell.screen.await("\\Asandbox demo> watch\n--[^\n]*one\n--[^\n]*two\n" + table + "\\z");
        steps.add(END);
        shell.screen.await("one\n--[^\n]*two\nevery 2 s.*more rows$");
        log(IntStream.range(0, 30).mapToObj(n -> line("pump", "line " + n)).toArray(LogLine[]::new));
        assertThat(shell.screen.await("line 29\nevery 2 s.*more rows$").lines())
                .filteredOn(line -> line.startsWith("--"))
                .hasSize(7);
        steps.add(END);
        shell.screen.await("more rows\nsandbox demo>\\z");
    }

    @Test
    void aWindowThatChangesItsSizeKeepsTheEntryBelowThem() {
        start(Settings.Color.NEVER);
        shell.screen.type("a".repeat(40));
        shell.screen.await("a{40}$");
        shell.screen.resize(40, 24);
        shell.screen.await("demo> a{26}\na{14}\\z");
        log(line("pump", "one"));
        shell.screen.await("--:--:--.--- pump server.log  one\nsandbox demo> a{26}\na{14}\\z");
        shell.screen.resize(100, 24);
        log(line("pump", "two"));
        shell.screen.await("--:--:--.--- pump server.log    two\nsandbox demo> a{40}\\z");
        shell.screen.type("b");
        shell.screen.await("two\nsandbox demo> a{40}b\\z");
    }

    @Test
    void aTableIsNotTorn() throws Exception {
        CountDownLatch printing = new CountDownLatch(1);
        evaluator.meaning("table", io -> {
            printing.countDown();
            List<Shown.Item> rows = IntStream.range(0, 2_000)
                    .mapToObj(Row::new)
                    .map(Shown.Item.class::cast)
                    .toList();
            return new Shown.Listing(new Shown.Noun("row", "rows"), List.of("row"), List.of("row"), rows);
        });
        start(Settings.Color.NEVER);
        Thread flood = new Thread(() -> {
            for (int n = 0; n < 300; n++) {
                log(line("pump", "line " + n));
            }
        });
        shell.enter("table");
        printing.await();
        flood.start();
        flood.join();
        shell.enter("end").screen.await("= end\nsandbox demo>$");
        String written = shell.screen.everything();
        assertThat(written.substring(written.indexOf(" row\r\n"), written.indexOf("000 rows")))
                .doesNotContain("pump");
    }

    private record Row(int number) implements Shown.Item {
        @Override
        public Object cell(String column) {
            return "number " + number;
        }

        @Override
        public Map<String, Object> json() {
            return Map.of();
        }
    }
}
