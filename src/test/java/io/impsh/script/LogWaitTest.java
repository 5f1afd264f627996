package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.api.CancelledException;
import io.impsh.logs.LogEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code logs.wait} over lines that are played. */
@Timeout(60)
class LogWaitTest {
    private final PlayedLogs logs = new PlayedLogs();
    private SandboxSession cloud;

    @BeforeEach
    void start() {
        cloud = SandboxSession.with().logs(logs).start();
        cloud.run("let d = devices.get('thermo-0001'), kept = 42");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void givesTheLineThatMatches() {
        logs.onFollow(() -> {
            logs.line("thermo-0001", "booting");
            logs.line("thermo-0001", "agent.log", "ready for nothing");
            logs.line("thermo-0001", "ready, almost");
            logs.line("thermo-0001", "ready at 12");
            logs.line("thermo-0001", "ready at 13");
        });
        assertThat(cloud.show(
                        "e = logs.wait(d, /ready (.*)/, 20, {types: ['server.log'], exclude: 'almost'}); e.message"))
                .isEqualTo("ready at 12");
        assertThat(cloud.show("[e.type, e.device.name, logs.streams().length]"))
                .isEqualTo("['server.log', 'thermo-0001', 0]");
        assertThat(logs.followed).isEmpty();
        assertThat(cloud.io.lines).isEmpty();
    }

    @Test
    void linesSinceTheLastChangeOfTheInputCount() {
        logs.onFollow(() -> logs.line("thermo-0001", "ready"));
        Instant[] since = new Instant[1];
        logs.onFollow(() -> {
            since[0] = logs.followed.get(0).what.since();
            logs.line("thermo-0001", "ready");
        });
        Instant before = Instant.now().minusSeconds(5);
        cloud.run("d.restart(); logs.wait(d, 'ready')");
        assertThat(since[0]).isBetween(before, Instant.now());
        cloud.run("logs.wait(d, 'ready')");
        assertThat(since[0]).isNull();
        cloud.run("d.restart(); logs.wait(d, 'ready', 5, {since: '2024-01-01T00:00:00Z'})");
        assertThat(since[0]).isEqualTo("2024-01-01T00:00:00Z");
    }

    /** Dates tell whole seconds: the service's clock is known to a second. */
    @ParameterizedTest
    @ValueSource(ints = {-300, 300})
    void linesSinceTheLastChangeAreThoseByTheServicesClock(int seconds) {
        Duration ahead = Duration.ofSeconds(seconds);
        Instant[] since = new Instant[1];
        try (SkewedService service = new SkewedService(ahead);
                SandboxSession skewed = SandboxSession.with()
                        .logs(logs)
                        .through(service::before)
                        .start()) {
            logs.onFollow(() -> {
                since[0] = logs.followed.get(0).what.since();
                logs.line("thermo-0001", "ready");
            });
            skewed.run("d = devices.get('thermo-0001')");
            Instant before = Instant.now().plus(ahead);
            skewed.run("d.restart(); logs.wait(d, 'ready')");
            assertThat(since[0])
                    .isBetween(before.minusMillis(1100), Instant.now().plus(ahead));
        }
    }

    @Test
    void saysWhatCameInsteadWhenTheTimeIsOver() {
        logs.onFollow(() -> {
            logs.line("thermo-0001", "booting");
            logs.line("thermo-0001", "x".repeat(100));
        });
        assertThat(cloud.failure("logs.wait(d, /ready/i, 0.05)"))
                .isEqualTo("TIMEOUT: no line of thermo-0001 has matched /ready/i within 0.05 s\n"
                        + "2 other lines came, the last: thermo-0001 '" + "x".repeat(80) + "…'");
        logs.onFollow(() -> {});
        assertThat(cloud.failure("logs.wait(['thermo-0001', 'thermo-0002'], 'ready', 0.05)"))
                .isEqualTo("TIMEOUT: no line of 2 devices has matched 'ready' within 0.05 s\n"
                        + "none came at all; {since: '5m'} takes lines that are stored already, too");
        cloud.run("sandbox.setOnline('thermo-0001', false); d.reload()");
        assertThat(cloud.failure("logs.wait(d, 'ready', 0.05)"))
                .isEqualTo("TIMEOUT: no line of thermo-0001 has matched 'ready' within 0.05 s\n"
                        + "none came at all: it is off line");
        assertThat(logs.followed).isEmpty();
    }

    @Test
    void endsWhenNothingIsLeftToFollow() {
        logs.onFollow(() -> logs.happens(new LogEvent.Ended("it has left the account")));
        assertThat(cloud.failure("logs.wait(d, 'ready')"))
                .isEqualTo("STREAM_CLOSED: the log stream of thermo-0001 is over: it has left the account");
        assertThat(cloud.io.lines).isEmpty();
    }

    @Test
    void ctrlCEndsIt() {
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> cloud.run("logs.wait(d, 'ready', 3600)"));
        RecordingIo.awaitThat(() -> logs.followed.size() == 1);
        assertThat(cloud.session.interrupt()).isEqualTo(Interruption.CANCELLING);
        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
        assertThat(cloud.show("kept")).isEqualTo("42");
        assertThat(logs.followed).isEmpty();
    }

    @Test
    void aDryRunWaitsForNothing() {
        try (SandboxSession dry = SandboxSession.with().logs(logs).dryRun().start()) {
            assertThat(dry.show("logs.wait('thermo-0001', 'ready', 3600)")).isEqualTo("(nothing)");
            assertThat(dry.io.lines)
                    .containsExactly("! dry run: no line is waited for, as nothing was changed that could log it");
        }
    }

    @Test
    void mistakesAreExplained() {
        assertThat(cloud.failure("logs.wait(d)"))
                .isEqualTo("USAGE: wait needs pattern: what its message must hold\n"
                        + "usage: wait(what, pattern, [seconds], [{since, types, exclude}])");
        assertThat(cloud.failure("logs.wait(d, 5)"))
                .startsWith("USAGE: wait: pattern must be a regular expression or a text, not 5");
        assertThat(cloud.failure("logs.wait(d, /x/, -1)"))
                .startsWith("USAGE: wait: seconds must be a number of seconds up to 86400, not -1");
    }
}
