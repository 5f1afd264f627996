package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RateLimiterTest {
    private final ManualClock clock = new ManualClock();

    @Test
    void theMoreUrgentGoFirstAndEqualsInTheOrderTheyCame() throws Exception {
        RateLimiter limiter = new RateLimiter(new SystemClock(), 1);
        RateLimiter.Permit blocking = limiter.acquire(RequestContext.DEFAULT);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (String name : List.of("INDEX", "LOGS", "BULK a", "BULK b", "PROMPT")) {
            threads.add(startWaiting(limiter, name, order));
        }

        blocking.answered(ApiResponse.local(200, ""));
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(order).containsExactly("PROMPT", "BULK a", "BULK b", "LOGS", "INDEX");
    }

    @Test
    void whoWaitsForHisOwnShareHoldsUpNobody() throws Exception {
        RateLimiter limiter = new RateLimiter(new SystemClock(), 4);
        for (int i = 0; i < 3; i++) {
            limiter.acquire(new RequestContext(Priority.LOGS, Cancellation.none()));
        }
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Cancellation cancellation = new Cancellation();
        CompletableFuture<RateLimiter.Permit> logs =
                CompletableFuture.supplyAsync(() -> limiter.acquire(new RequestContext(Priority.LOGS, cancellation)));

        startWaiting(limiter, "INDEX", order).join();

        assertThat(order).containsExactly("INDEX");
        assertThat(logs).isNotDone();
        cancellation.cancel();
    }

    @Test
    void waitingEndsWithTheCancellation() throws Exception {
        RateLimiter limiter = new RateLimiter(new SystemClock(), 1);
        limiter.acquire(RequestContext.DEFAULT);
        Cancellation cancellation = new Cancellation();
        CompletableFuture<RateLimiter.Permit> waiting =
                CompletableFuture.supplyAsync(() -> limiter.acquire(new RequestContext(Priority.PROMPT, cancellation)));

        cancellation.cancel();

        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
    }

    @Test
    void aRefusalHoldsEverybodyBackUntilTheWindowIsOver() {
        RateLimiter limiter = new RateLimiter(clock, 16);
        limiter.acquire(RequestContext.DEFAULT).answered(refusal(Map.of()));

        limiter.acquire(RequestContext.DEFAULT);

        assertThat(clock.elapsed()).isBetween(Duration.ofMillis(1000), Duration.ofMillis(1100));
    }

    @Test
    void theRefusalOfASeparateLimitHoldsNobodyBack() {
        RateLimiter limiter = new RateLimiter(clock, 16);
        limiter.acquire(RequestContext.DEFAULT)
                .answered(refusal(Map.of("x-ratelimit-limit", "40", "x-ratelimit-remaining", "39")));

        limiter.acquire(RequestContext.DEFAULT);

        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void aRefusalWithoutHeadersDoesNotMeanThatThereIsNoLimit() {
        RateLimiter limiter = new RateLimiter(clock, 100);
        limiter.acquire(RequestContext.DEFAULT).answered(refusal(Map.of()));
        for (int i = 0; i < 40; i++) {
            limiter.acquire(RequestContext.DEFAULT);
        }

        assertThatThrownBy(() -> limiter.acquire(RequestContext.DEFAULT)).hasMessage("would wait for ever");
    }

    @Test
    void aRequestThatDawdledCountsFromTheLastMomentItMayHaveArrived() {
        long millis = Duration.ofMillis(1).toNanos();
        ArrivalEstimate arrivals = new ArrivalEstimate();

        assertThat(arrivals.latest(0, 20 * millis)).isZero();
        assertThat(arrivals.latest(100 * millis, 150 * millis)).isEqualTo(130 * millis);
        assertThat(arrivals.latest(200 * millis, 215 * millis)).isEqualTo(200 * millis);
        for (int i = 0; i < 32; i++) {
            arrivals.latest(300 * millis, 350 * millis);
        }
        assertThat(arrivals.latest(400 * millis, 450 * millis)).isEqualTo(400 * millis);
    }

    private static ApiResponse refusal(Map<String, String> headers) {
        return new ApiResponse(429, headers, "", 0, 0);
    }

    private static Thread startWaiting(RateLimiter limiter, String name, List<String> order) {
        Priority priority = Priority.valueOf(name.split(" ")[0]);
        Thread thread = new Thread(() -> {
            RateLimiter.Permit permit = limiter.acquire(new RequestContext(priority, Cancellation.none()));
            order.add(name);
            permit.answered(ApiResponse.local(200, ""));
        });
        thread.start();
        while (thread.isAlive()
                && thread.getState() != Thread.State.WAITING
                && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }
}
