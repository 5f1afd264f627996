package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogGathererTest {
    private static LogLine line(String type, String message) {
        return new LogLine(new LogEntry("d1", Instant.EPOCH, "development", type, message), "thermo-0001");
    }

    @Test
    void anErrorThatNothingFollowsIsPrintedAllTheSame() throws Exception {
        CompletableFuture<List<LogGatherer.Item>> printed = new CompletableFuture<>();
        try (LogGatherer gatherer = new LogGatherer(items -> {
            if (!items.isEmpty()) {
                printed.complete(items);
            }
        })) {
            gatherer.line(line("server.error", "ERROR: x"));
            assertThat(printed.get(10, TimeUnit.SECONDS)).hasSize(1);
        }
    }

    @Test
    void flushAndCloseWaitForNoMoreOfAnError() {
        List<LogGatherer.Item> printed = Collections.synchronizedList(new ArrayList<>());
        LogGatherer gatherer = new LogGatherer(printed::addAll);
        gatherer.line(line("server.error", "ERROR: x"));
        gatherer.flush();
        assertThat(printed).hasSize(1);
        gatherer.line(line("server.error", "ERROR: y"));
        gatherer.close();
        assertThat(printed).hasSize(2);
        gatherer.line(line("server.log", "too late"));
        gatherer.flush();
        assertThat(printed).hasSize(2);
    }

    @Test
    void flushDoesNotWaitForWhatComesLater() {
        AtomicInteger printed = new AtomicInteger();
        LogGatherer[] gatherer = new LogGatherer[1];
        gatherer[0] = new LogGatherer(items -> {
            printed.addAndGet(items.size());
            gatherer[0].line(line("server.log", "and so on"));
        });
        gatherer[0].line(line("server.log", "x"));
        gatherer[0].flush();
        assertThat(printed).hasPositiveValue();
    }

    @Test
    void whoeverBringsMoreThanCanBePrintedWaits() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger printed = new AtomicInteger();
        AtomicInteger brought = new AtomicInteger();
        LogGatherer gatherer = new LogGatherer(items -> {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            printed.addAndGet(items.size());
        });
        Thread feed = new Thread(() -> {
            for (int n = 0; n < 50_000; n++) {
                gatherer.line(line("server.log", "line"));
                brought.incrementAndGet();
            }
        });
        feed.start();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (feed.getState() != Thread.State.WAITING || brought.get() < 10_000) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
        assertThat(brought.get()).isBetween(10_000, 20_000);
        goOn.countDown();
        feed.join();
        gatherer.close();
        assertThat(printed).hasValue(50_000);
    }

    @Test
    void whatCannotBePrintedEndsItAndIsTold() {
        LogGatherer gatherer = new LogGatherer(items -> {
            throw new StackOverflowError("deep");
        });
        gatherer.line(line("server.log", "line"));
        gatherer.flush();
        assertThat(gatherer.failure()).hasRootCauseMessage("deep");
        gatherer.close();
    }
}
