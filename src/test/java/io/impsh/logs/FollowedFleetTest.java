package io.impsh.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.Filter;
import io.impsh.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * 500 devices that log a line a second each, with one stream of 8: every line once, in order, within a minute, and a
 * quarter of the request budget for whoever types.
 */
@Timeout(300)
@Isolated("it measures requests a second")
class FollowedFleetTest {
    private static final int DEVICES = 500;
    private static final boolean THOROUGH = Integer.getInteger("impsh.test.seeds", 3) > 3;
    /** The service's own limit takes a quarter of a minute to go round; the build has four times as many. */
    private static final int LIMIT = THOROUGH ? 40 : 160;

    private static final Duration TIME = THOROUGH ? Duration.ofSeconds(60) : Duration.ofSeconds(2);
    private static final String TYPED = "GET /products";
    private static final Predicate<String> FOR_LOGS =
            request -> !request.equals(TYPED) && !request.startsWith("POST /auth");

    @Test
    void everyLineOfAFleetComesOnceAndThePromptHasItsQuarter() throws InterruptedException {
        SandboxOptions options = SandboxOptions.defaults()
                .withDevices(DEVICES)
                .withRateLimit(LIMIT)
                .withLogRate(DEVICES);
        LiveLogsOptions how = LiveLogsOptions.defaults().withSampleEvery(Duration.ofSeconds(THOROUGH ? 10 : 3));
        try (FollowedFleet fleet = new FollowedFleet(options, how)) {
            Following following = fleet.followGroup();
            Prompt prompt = new Prompt(fleet);
            try {
                long begin = System.nanoTime();
                FollowedFleet.await(
                        "time passes", TIME.plusSeconds(60), () -> System.nanoTime() - begin >= TIME.toNanos());
                Map<String, Integer> logged = fleet.record.counts();
                assertThat(logged).hasSize(DEVICES);
                fleet.expectUpTo(logged);
            } finally {
                prompt.stop();
            }
            prompt.hadItsQuarter();
            // Requests do not arrive as evenly as they are sent: over a few seconds a twentieth does not count.
            assertThat(fleet.record.busiest(Duration.ofSeconds(4), FOR_LOGS))
                    .isLessThanOrEqualTo(4 * LIMIT * 3 / 4 * 21 / 20);
            assertThat(fleet.ledger.slowest()).isLessThan(60_000);
            FollowStats stats = following.stats();
            assertThat(stats.devices()).isEqualTo(DEVICES);
            assertThat(stats.live()).isEqualTo(8);
            assertThat(stats.sampled()).isEqualTo(DEVICES - 8);
            assertThat(stats.gaps()).isZero();
            assertThat(following.freshness()).hasSize(DEVICES);
            assertThat(fleet.ledger.events(LogEvent.Limited.class)).isNotEmpty();
        }
    }

    /**
     * Two who ask for one thing after the other, together as often as their quarter of the budget allows: whoever types
     * goes before the logs, and who asks for more takes it from them.
     */
    private static final class Prompt {
        private static final int THREADS = 2;
        private static final long BETWEEN = TimeUnit.SECONDS.toNanos(1) * THREADS * 4 / LIMIT;

        private final FollowedFleet fleet;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicInteger answers = new AtomicInteger();
        private final List<Thread> threads = new ArrayList<>();
        private final int logsBefore;

        Prompt(FollowedFleet fleet) {
            this.fleet = fleet;
            this.logsBefore = fleet.record.times(FOR_LOGS).size();
            for (int i = 0; i < THREADS; i++) {
                Thread thread = new Thread(this::ask, "prompt");
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
        }

        private void ask() {
            for (long due = System.nanoTime(); !stopped.get(); due += BETWEEN) {
                fleet.client.products().list(Filter.none()).toList();
                answers.incrementAndGet();
                LockSupport.parkNanos(due + BETWEEN - System.nanoTime());
            }
        }

        void stop() throws InterruptedException {
            stopped.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        /** One of theirs for three of the logs; a little less counts too, as the first of them found none left. */
        void hadItsQuarter() {
            int logs = fleet.record.times(FOR_LOGS).size() - logsBefore;
            assertThat(answers.get() * 3)
                    .as("answers to the prompt, of which %d", answers.get())
                    .isGreaterThan(logs * 8 / 10);
            assertThat(fleet.sandbox.recount().rateLimited()).isZero();
        }
    }
}
