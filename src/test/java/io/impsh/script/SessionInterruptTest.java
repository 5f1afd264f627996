package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.api.CancelledException;
import io.impsh.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C in a whole session: what runs stops, variables stay, and the session goes on. */
@Timeout(60)
class SessionInterruptTest {
    private static final long DEADLINE_SECONDS = 20;

    private SandboxSession cloud;

    @BeforeEach
    void start() {
        cloud = SandboxSession.start();
        cloud.run("let kept = 42, n = 0, d = devices.get('thermo-0001')");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print('started'); for (;;);",
                "print('started'); while (true) try { devices.count() } catch (e) { n++ }",
                "print('started'); for (;;) try { for (;;); } finally { n++ }",
                "print('started'); sleep(3600)",
                "print('started'); try { sleep(3600) } catch (e) { devices.first().rename('never') }",
                "print('started'); for (;;) for (const x of devices) n++",
                "print('started'); devices.filter(x => { for (;;); }).count()",
                "print('started'); groups.where({name: n => { for (;;); }}).count()",
                "print('started'); (async () => { for (;;) await 1 })()",
                "print('started'); json({toJSON() { for (;;); }})",
            })
    void stopsWhatRunsAndKeepsVariables(String input) {
        CompletableFuture<Void> running = begin(input);
        until(() -> cloud.io.lines.contains("started"));
        assertThat(cloud.session.interrupt()).isEqualTo(Interruption.CANCELLING);
        assertCancelled(running);
        assertThat(cloud.show("kept")).isEqualTo("42");
        assertThat(cloud.show("d.reload().name")).isEqualTo("thermo-0001");
        assertThat(cloud.session.interrupt()).isEqualTo(Interruption.IDLE);
    }

    @Test
    void stopsASlowRequest() {
        cloud.close();
        cloud = SandboxSession.with()
                .sandbox(SandboxOptions.defaults().withoutRateLimit().withLatency(Duration.ofMillis(300)))
                .start();
        cloud.run("let kept = 42; me.name");
        cloud.sandbox.setFaults("delay:100%@30s");
        CompletableFuture<Void> running = begin("print('started'); devices.count()");
        until(() -> cloud.io.lines.contains("started"));
        cloud.session.interrupt();
        assertCancelled(running);
        cloud.sandbox.setFaults("");
        assertThat(cloud.show("kept")).isEqualTo("42");
    }

    @Test
    void whatWasInterruptedBeforeItBeganDoesNotRun() {
        SandboxSession young = SandboxSession.start();
        try {
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> young.run("for (;;);"));
            until(young.session::isRunning);
            young.session.interrupt();
            assertCancelled(running);
            assertThat(young.show("1 + 1")).isEqualTo("2");
        } finally {
            young.close();
        }
    }

    @Test
    void whatHangsIsAbandonedAndCannotWriteAnyMore() {
        Stuck stuck = new Stuck();
        cloud.io.onPrint(stuck::here);
        CompletableFuture<Void> running = begin("print('stuck'); d.rename('never')");
        stuck.awaitBegin();
        assertThat(cloud.session.interrupt()).isEqualTo(Interruption.CANCELLING);
        assertThat(cloud.session.interrupt()).isEqualTo(Interruption.ABANDONED);
        assertCancelled(running);
        cloud.io.onPrint(() -> {});
        assertThat(cloud.show("typeof kept + typeof devices.count")).isEqualTo("undefinedfunction");
        stuck.release();
        assertThat(cloud.show("typeof _error")).isEqualTo("undefined");
        assertThat(cloud.show("devices.get('23d6824e2ef3fc17').name")).isEqualTo("thermo-0001");
        cloud.run("let fresh = devices.get('thermo-0001').rename('again')");
        assertThat(cloud.show("fresh.name")).isEqualTo("again");
    }

    @Test
    void whileAPlanIsAppliedTheFirstFinishesWhatIsInFlight() {
        List<Interruption> reached = new ArrayList<>();
        cloud.io.onProgress(() -> {
            if (reached.isEmpty()) {
                reached.add(cloud.session.interrupt());
            }
        });
        CompletableFuture<Void> running =
                begin("let before = 1; devices.where({group: 'Line 1'}).restart().apply(); before = 2");
        assertCancelled(running);
        assertThat(reached).containsExactly(Interruption.FINISHING);
        assertThat(cloud.io.lines).hasSize(2).last().asString().matches("report: \\d+ done, \\d+ skipped");
        int restarted = cloud.sandbox.recount().restartsByDevice().size();
        assertThat(restarted).isBetween(1, 74);
        assertThat(cloud.io.lines.get(1)).isEqualTo("report: " + restarted + " done, " + (75 - restarted) + " skipped");
        assertThat(cloud.show("before")).isEqualTo("1");
    }

    @Test
    void theReportOfAPlanThatWasStoppedIsLeftBehind() {
        AtomicBoolean pressed = new AtomicBoolean();
        cloud.io.onProgress(() -> {
            if (pressed.compareAndSet(false, true)) {
                cloud.session.interrupt();
            }
        });
        assertCancelled(begin("devices.where({group: 'Line 1'}).restart().apply()"));
        assertThat(cloud.show("_.counts.done + _.counts.skipped + _.counts.unknown"))
                .isEqualTo("75");
    }

    @Test
    void exitCannotBeCaught() {
        assertThatThrownBy(() -> cloud.run("try { exit(7) } catch (e) { d.rename('never') } finally { n = 1 }"))
                .isInstanceOfSatisfying(
                        ExitRequested.class, exit -> assertThat(exit.code()).isEqualTo(7));
        assertThatThrownBy(() -> cloud.run("[1].map(x => { try { exit() } catch (e) { } })"))
                .isInstanceOfSatisfying(
                        ExitRequested.class, exit -> assertThat(exit.code()).isZero());
        assertThat(cloud.show("d.reload().name")).isEqualTo("thermo-0001");
    }

    private CompletableFuture<Void> begin(String input) {
        return CompletableFuture.runAsync(() -> cloud.run(input));
    }

    private static void assertCancelled(CompletableFuture<Void> running) {
        assertThatThrownBy(() -> await(running)).hasRootCauseInstanceOf(CancelledException.class);
    }

    private static void await(CompletableFuture<Void> running) throws Exception {
        try {
            running.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("still running", late);
        }
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen");
            }
            Thread.onSpinWait();
        }
    }
}
