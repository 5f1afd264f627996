package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.impsh.UserException;
import io.impsh.logs.LogEvent;
import io.impsh.model.EntityRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams of a session over lines that are played. */
@Timeout(60)
class LogStreamsTest {
    private final PlayedLogs logs = new PlayedLogs();
    private SandboxSession cloud;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        cloud = SandboxSession.with().logs(logs).start();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void printsTheLinesThatItLetsThrough() {
        cloud.run(
                "s = logs.stream(['thermo-0001', 'thermo-0002'], {match: /t/, exclude: 'noise', types: 'server.log'})");
        logs.line("thermo-0001", "temp=1");
        logs.line("thermo-0002", "boot");
        logs.line("thermo-0002", "noise: temp");
        logs.line("thermo-0001", "server.error", "temp");
        cloud.io.awaitLines("thermo-0001 server.log temp=1\nthermo-0002 server.log boot");
        assertThat(cloud.show("const {startedAt, ...rest} = s.stats(); rest"))
                .isEqualTo("{state: 'open', devices: 2, live: 1, sampled: 1, silent: 0, stalest: 1.5, lines: 2,"
                        + " filtered: 2, dropped: 0, filled: 2, gaps: 3, reconnects: 4}");
        assertThat(cloud.show("s.freshness()"))
                .isEqualTo(
                        "[{device: 'thermo-0001', mode: 'live', checkedAt: 2024-05-06T07:08:09.123Z, lastLineAt: null,"
                                + " lines: 4}, {device: 'thermo-0002', mode: 'sampled', checkedAt: null, lastLineAt: null, lines: 4}]");
        assertThat(cloud.show("[s.id, s.state, s.devices.length, String(s)]"))
                .isEqualTo("[1, 'open', 2, 'log stream 1 of 2 devices']");
        assertThat(cloud.show("logs.streams()"))
                .isEqualTo("id | of | state | devices | live | sampled | silent | lines | dropped\n"
                        + "1 | 2 devices | open | 2 | 1 | 1 | 0 | 2 | 0");
        cloud.run("s.stop(); s.stop()");
        assertThat(cloud.show("[s.state, s.stats().lines, logs.streams().length]"))
                .isEqualTo("['stopped', 2, 0]");
        assertThat(logs.followed).isEmpty();
    }

    @Test
    void noLineComesAfterTheEnd() {
        cloud.run("s = logs.stream('thermo-0001')");
        logs.line("thermo-0001", "server.error", "ERROR: maybe with a stack");
        cloud.run("s.stop(); print('stopped')");
        assertThat(cloud.io.lines).containsExactly("thermo-0001 server.error ERROR: maybe with a stack", "stopped");
    }

    @Test
    void groupsAndProductsAreFollowedWithWhoJoinsThem() {
        cloud.run(
                "logs.stream(['Line 1', products.Tracker, 'thermo-0200']); groups['Line 2'].stream();"
                        + " products.Thermostat.stream(); devices.where({group: 'Line 2'}).stream(); devices.get('thermo-0003').stream()");
        String line1 = cloud.show("groups['Line 1'].id");
        assertThat(logs.followed.get(0).what.joining())
                .containsExactly(
                        new EntityRef("development_devicegroup", line1),
                        new EntityRef("product", cloud.show("products.Tracker.id")));
        assertThat(logs.followed.stream().map(each -> each.what.joining().size()))
                .containsExactly(2, 1, 1, 0, 0);
        assertThat(logs.followed.get(4).what.devices()).extracting("name").containsExactly("thermo-0003");
        assertThat(logs.followed.get(0).what.devices())
                .extracting("online")
                .isSortedAccordingTo((a, b) -> Boolean.compare((boolean) b, (boolean) a));
    }

    @Test
    void beginsWithStoredLinesAndEndsAfterSoMany() {
        logs.onFollow(() -> IntStream.range(0, 5).forEach(each -> logs.line("thermo-0001", "line " + each)));
        cloud.run("s = logs.stream('thermo-0001', {since: '2024-05-06T07:08:09Z', limit: 3})");
        cloud.io.awaitLines(
                "thermo-0001 server.log line 0\nthermo-0001 server.log line 1\nthermo-0001 server.log line 2");
        assertThat(cloud.show("[s.state, s.stats().lines]")).isEqualTo("['stopped', 3]");
        assertThat(logs.followed).isEmpty();
        cloud.session.awaitLogStreams(() -> {});
    }

    @Test
    void showsThemAsWanted() {
        cloud.run("logs.stream('thermo-0001', {highlight: 'temp', since: '10m'});"
                + " logs.stream('thermo-0001', {format: '{time} {message}', highlight: /T./i});"
                + " logs.stream('thermo-0001', {format: 'json'}); logs.stream('thermo-0001', {format: 'text'})");
        assertThat(logs.followed.get(0).what.since())
                .isBetween(Instant.now().minusSeconds(660), Instant.now().minusSeconds(500));
        assertThat(cloud.show("logs.streams().length")).isEqualTo("4");
        LogStream second = (LogStream) logs.followed.get(1).follower;
        assertThat(second.look().format()).isEqualTo(LogLook.Format.TEMPLATE);
        assertThat(second.look().template()).isEqualTo(LogTemplate.of("{time} {message}"));
        assertThat(second.look().highlight().flags()).isEqualTo(Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        assertThat(((LogStream) logs.followed.get(2).follower).look().format()).isEqualTo(LogLook.Format.JSON);
        assertThat(((LogStream) logs.followed.get(3).follower).look().format()).isEqualTo(LogLook.Format.TEXT);
    }

    @Test
    void writesToAFileInsteadOfTheScreenOrBoth() throws IOException {
        Path only = folder.resolve("only.log");
        Path both = folder.resolve("both.log");
        Files.writeString(both, "from before\n");
        cloud.run("logs.stream('thermo-0001', {to: '" + only + "'}); logs.stream('thermo-0002', {to: ['screen', '"
                + both + "']})");
        logs.line("thermo-0001", "one");
        logs.line("thermo-0002", "two");
        cloud.io.awaitLines("thermo-0002 server.log two");
        cloud.run("logs.stopAll()");
        assertThat(only).hasContent("thermo-0001 server.log one\n");
        assertThat(both).hasContent("from before\nthermo-0002 server.log two\n");
    }

    @Test
    void isNotOverBeforeItsFileIsWritten() throws IOException {
        Path file = folder.resolve("two.log");
        List<LogStream.State> states = new CopyOnWriteArrayList<>();
        cloud.run("s = logs.stream('thermo-0001', {to: '" + file + "', limit: 2})");
        LogStream stream = (LogStream) logs.followed.get(0).follower;
        cloud.io.onWritten(() -> states.add(stream.state()));
        logs.line("thermo-0001", "one");
        logs.line("thermo-0001", "two");
        assertThat(cloud.show("s.state")).isEqualTo("stopped");
        assertThat(states).isNotEmpty().containsOnly(LogStream.State.OPEN);
        assertThat(file).hasContent("thermo-0001 server.log one\nthermo-0001 server.log two\n");
    }

    @Test
    void whoeverStopsItWaitsUntilItsFileIsWritten() throws Exception {
        Path file = folder.resolve("one.log");
        CompletableFuture<Void> writing = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        cloud.run("s = logs.stream('thermo-0001', {to: '" + file + "', limit: 1})");
        cloud.io.onWritten(() -> {
            writing.complete(null);
            goOn.join();
        });
        CompletableFuture<Void> fed = CompletableFuture.runAsync(() -> logs.line("thermo-0001", "one"));
        writing.join();
        CompletableFuture<String> stopped =
                CompletableFuture.supplyAsync(() -> cloud.show("s.stop(); files.read('" + file + "')"));
        goOn.complete(null);
        assertThat(stopped.get()).isEqualTo("thermo-0001 server.log one\n");
        fed.join();
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedAtOnce() {
        Path none = folder.resolve("none").resolve("x.log");
        assertThat(cloud.failure("logs.stream('thermo-0001', {to: '" + none + "'})"))
                .isEqualTo("FILE: cannot write " + none + ": there is no such folder");
        assertThat(cloud.failure("logs.stream('thermo-0001', {to: '" + folder + "'})"))
                .isEqualTo("FILE: cannot write " + folder + ": it is a folder");
        assertThat(cloud.show("logs.streams().length")).isEqualTo("0");
        assertThat(logs.followed).isEmpty();
    }

    @Test
    void aFileThatBecomesFullIsTold() {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        cloud.run(
                "s = logs.stream('thermo-0001', {to: ['screen', '/dev/full']}); t = logs.stream('thermo-0002', {to: '/dev/full'})");
        logs.line("thermo-0001", "one");
        cloud.io.awaitLines(
                "thermo-0001 server.log one",
                "! log stream 1 of thermo-0001: cannot write /dev/full: No space left on device; its lines go there no longer");
        logs.line("thermo-0002", "two");
        cloud.io.awaitLines(
                "! log stream 2 of thermo-0002: cannot write /dev/full: No space left on device; the stream has ended");
        assertThat(cloud.show("[s.state, t.state]")).isEqualTo("['open', 'stopped']");
    }

    @Test
    void aPauseHoldsTheLastLines() {
        cloud.run("s = logs.stream('thermo-0001'); s.pause(); s.pause()");
        IntStream.range(0, 10_234).forEach(each -> logs.line("thermo-0001", "line " + each));
        assertThat(cloud.show("[s.state, s.stats().lines, s.stats().dropped]")).isEqualTo("['paused', 0, 234]");
        assertThat(cloud.io.lines).isEmpty();
        cloud.run("s.resume()");
        logs.line("thermo-0001", "after");
        RecordingIo.awaitThat(() -> String.join("\n", cloud.io.lines).endsWith("after"));
        List<String> said = List.of(String.join("\n", cloud.io.lines).split("\n"));
        assertThat(said.get(0))
                .isEqualTo(
                        "! log stream 1 of thermo-0001: 234 lines of the pause were dropped; it holds the last 10,000");
        assertThat(said.get(1)).isEqualTo("thermo-0001 server.log line 234");
        assertThat(said).hasSize(10_002);
        assertThat(said.get(10_000)).isEqualTo("thermo-0001 server.log line 10233");
        assertThat(cloud.show("[s.state, s.stats().lines, s.stats().dropped]")).isEqualTo("['open', 10001, 234]");
    }

    @Test
    void whatHappensIsSaidOnceAndTheStateFollows() {
        cloud.run("s = logs.stream(['thermo-0001', 'thermo-0002']); t = logs.stream('thermo-0001')");
        logs.happens(new LogEvent.Lost("the connection was reset", Duration.ofSeconds(2)));
        assertThat(cloud.show("[s.state, t.state]")).isEqualTo("['reconnecting', 'reconnecting']");
        logs.happens(new LogEvent.Back(Duration.ofSeconds(12), 34));
        assertThat(cloud.show("s.state")).isEqualTo("open");
        logs.happens(new LogEvent.Taken(true));
        logs.happens(new LogEvent.Taken(false));
        logs.happens(new LogEvent.StreamsLimited(1));
        logs.happens(new LogEvent.Unreadable("x".repeat(100)));
        cloud.io.awaitLines(
                "! the log stream is lost: the connection was reset; trying again in 2 s, its devices are sampled meanwhile",
                "! the log stream is back after 12 s; 34 lines of that time came from the stored logs",
                "! another session of the account, or a tool such as impt, has taken the log stream; it is opened once more",
                "! another session of the account, or a tool such as impt, has taken the log stream; its devices are sampled"
                        + " from now on, and a new logs.stream(...) takes it back",
                "! the service allows the account 1 log stream; no more are tried until logs.maxStreams is set again",
                "! something came on the log stream that is no log line: " + "x".repeat(60) + "…");
    }

    @Test
    void whatHappensToADeviceIsSaidWithItsName() {
        cloud.run("s = logs.stream(['thermo-0001', 'thermo-0002'])");
        var device = logs.device("thermo-0001");
        logs.happens(new LogEvent.Gap(device, null, null, "the service keeps no older lines"));
        logs.happens(new LogEvent.Gap(
                device,
                Instant.parse("2024-01-02T03:04:05Z"),
                Instant.parse("2024-01-02T03:05:05Z"),
                "the service keeps no older lines"));
        logs.happens(new LogEvent.Left(device, "it has left the account", null));
        logs.happens(new LogEvent.Joined(device));
        logs.happens(new LogEvent.Limited(8, 108, Duration.ofSeconds(20)));
        RecordingIo.awaitThat(() -> cloud.io.lines.size() == 5);
        assertThat(cloud.io.lines.get(1))
                .matches("! lines of thermo-0001 may be missing between 2024-01-0\\d \\d\\d:\\d4:05 and 2024-01-0\\d"
                        + " \\d\\d:\\d5:05: the service keeps no older lines");
        cloud.io.lines.remove(1);
        cloud.io.awaitLines(
                "! lines of thermo-0001 may be missing: the service keeps no older lines",
                "! thermo-0001 is no longer followed: it has left the account",
                "! thermo-0001 has joined and is followed, too",
                "! streaming 116 devices: 8 live, 108 sampled every 20 s");
    }

    @Test
    void atThePromptTheValueSaysHowManyAreLive() {
        cloud.io.atPrompt();
        logs.onFollow(() -> logs.happens(new LogEvent.Limited(1, 1, Duration.ofSeconds(20))));
        assertThat(cloud.show("s = logs.stream(['thermo-0001', 'thermo-0002'])"))
                .isEqualTo("streaming: 2 devices: 1 live, 1 sampled every 20 s");
        cloud.io.awaitLines();
        cloud.run("s.stop(); let unseen = logs.stream(['thermo-0001', 'thermo-0002'])");
        cloud.io.awaitLines("! streaming 2 devices: 1 live, 1 sampled every 20 s");
        logs.happens(new LogEvent.Limited(0, 2, Duration.ofSeconds(20)));
        cloud.io.awaitLines("! streaming 2 devices, sampled every 20 s");
    }

    @Test
    void aStreamThatCannotGoOnIsOver() {
        cloud.run("let s = logs.stream(['thermo-0001', 'thermo-0002'])");
        logs.happens(new LogEvent.Ended("it has no device left"));
        cloud.io.awaitLines("! the log stream of 2 devices is over: it has no device left");
        assertThat(cloud.show("[s.state, logs.streams().length]")).isEqualTo("['closed', 0]");
        assertThatThrownBy(() -> cloud.session.awaitLogStreams(() -> {}))
                .isInstanceOf(UserException.class)
                .hasMessage("the log stream of 2 devices is over: it has no device left")
                .extracting("code")
                .isEqualTo("STREAM_CLOSED");
    }

    @Test
    void whoWaitsForTheEndIsToldByTheFailure() throws InterruptedException {
        cloud.run("logs.stream('thermo-0001')");
        Thread[] waiting = new Thread[1];
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> {
            waiting[0] = Thread.currentThread();
            cloud.session.awaitLogStreams(() -> {});
        });
        RecordingIo.awaitThat(() -> waiting[0] != null && waiting[0].getState() == Thread.State.WAITING);
        logs.happens(new LogEvent.Ended("it has left the account"));
        assertThatThrownBy(end::join)
                .hasRootCauseMessage("the log stream of thermo-0001 is over: it has left the account");
        assertThat(cloud.io.lines).isEmpty();
    }

    @Test
    void whatMayBeAMistakeIsSaid() {
        cloud.io.atPrompt();
        cloud.run("logs.stream(['thermo-0001', 'thermo-0002'], {types: ['server.lo', 'error']})");
        cloud.run("logs.stream(['thermo-0002', 'thermo-0003'])");
        cloud.io.awaitLines(
                "! no log type is known as 'server.lo'; did you mean server.log?",
                "! no log type is known as 'error'; known are server.log, server.error, agent.log, agent.error,"
                        + " lastexitcode, powerstate, status",
                "! thermo-0002 is on log stream 1, too: lines may come twice");
    }

    @Test
    void theNumberOfStreamsCanBeSet() {
        assertThat(cloud.show("logs.maxStreams")).isEqualTo("1");
        cloud.run("logs.maxStreams = 3; logs.stream('thermo-0001')");
        assertThat(logs.maxStreams()).isEqualTo(3);
        cloud.run("logs.maxStreams = 2");
        assertThat(cloud.show("logs.maxStreams")).isEqualTo("2");
        assertThat(logs.maxStreams()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            logs.maxStreams = 0       ~ USAGE: logs.maxStreams must be a whole number from 1 to 100, not 0
            logs.maxStreams = 'two'   ~ USAGE: logs.maxStreams must be a whole number from 1 to 100, not 'two'
            logs.most = 1             ~ READ_ONLY_OBJECT: logs cannot be changed by assignment
            logs.stream('Line 99')    ~ NOT_FOUND: no device, device group or product is called 'Line 99'
            logs.stream(5)            ~ USAGE: stream: what must be devices, groups, products, a query, a name, or a list of these, not 5
            logs.stream('Line 1', {format: '{tme}'})  ~ USAGE: the format has no {tme}
            logs.stream('Line 1', {to: []})           ~ USAGE: stream: to must be a file, or a list such as ['screen', 'x.log'], not an empty array
            logs.stream(['thermo-0001', 3])           ~ USAGE: stream: what must be devices, groups, products, a query, a name, or a list of these, not 3
            logs.stream('Pump dev')                   ~ NOTHING_TO_STREAM: there is no device in Pump dev to stream the log of
            logs.stream('nobody', {limit: 0})         ~ USAGE: stream: limit must be a whole number from 1 upwards, not 0
            logs.stream('Line 1', {since: '2999-01-02T03:04:05Z'}) ~ USAGE: since is in the future: 2999-01-02T03:04:05Z
            logs.maxStrems = 2                        ~ NO_PROPERTY: logs has no property 'maxStrems'; did you mean maxStreams?
            logs.stream('Line 1', {highlight: 5})     ~ USAGE: stream: highlight must be a regular expression or a text, not 5
            logs.stream('Line 1', {since: 'soon'})    ~ USAGE: stream: since must be a time ago such as '10m' or '2h', a Date or an ISO time, not 'soon'
            logs.stream('Thermostat field')           ~ NOTHING_TO_STREAM: devices in (pre-)production groups have no logs
            logs.on('Line 1', 5)                      ~ USAGE: on: fn must be a function, not 5
            logs.on('Line 1', print, {to: 'x.log'})   ~ USAGE: on has no option 'to'
            """)
    void mistakesAreExplained(String input, String expected) {
        assertThat(cloud.failure(input).split("\n")[0]).isEqualTo(expected);
        assertThat(cloud.show("logs.streams().length")).isEqualTo("0");
    }
}
