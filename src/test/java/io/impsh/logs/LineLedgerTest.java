package io.impsh.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.LogEntry;
import io.impsh.sandbox.SandboxRecord.Line;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The ledger itself finds what a follower was told wrongly: told by hand. */
class LineLedgerTest {
    private static final String ID = "d1";
    private static final List<Line> LOGGED =
            List.of(line(1, "a"), line(2, "b"), line(2, "b"), line(2, "c"), line(3, "d"), line(3, "b"));

    private final LineLedger ledger = new LineLedger(id -> id.equals(ID) ? LOGGED : List.of());

    private static Line line(long time, String message) {
        return new Line(time, "server.log", message);
    }

    private void tell(long time, String message) {
        ledger.line(
                Devices.device(ID), new LogEntry(ID, Instant.ofEpochMilli(time), "development", "server.log", message));
    }

    private List<String> faults(int from, int to) {
        return ledger.faults(List.of(ID), Map.of(ID, from), Map.of(ID, to));
    }

    @Test
    void allIsWell() {
        LOGGED.forEach(line -> tell(line.time(), line.message()));
        assertThat(faults(0, 6)).isEmpty();
        assertThat(ledger.texts(ID)).containsExactly("a", "b", "b", "c", "d", "b");
    }

    @Test
    void whatWasLoggedBeforeMayBeMissing() {
        tell(2, "b");
        tell(2, "c");
        tell(3, "d");
        tell(3, "b");
        assertThat(faults(3, 6)).isEmpty();
        assertThat(faults(1, 6)).containsExactly("d1: missing 1970-01-01T00:00:00.002Z server.log 'b'");
    }

    @Test
    void butNotBehindOneThatWasTold() {
        tell(1, "a");
        tell(2, "c");
        tell(3, "d");
        tell(3, "b");
        assertThat(faults(3, 6))
                .containsExactly(
                        "d1: missing 1970-01-01T00:00:00.002Z server.log 'b'",
                        "d1: missing 1970-01-01T00:00:00.002Z server.log 'b'");
    }

    @Test
    void doubledAndForeignLines() {
        LOGGED.forEach(line -> tell(line.time(), line.message()));
        tell(3, "d");
        tell(9, "x");
        assertThat(faults(0, 6))
                .containsExactly(
                        "d1: doubled 1970-01-01T00:00:00.003Z server.log 'd'",
                        "d1: never logged 1970-01-01T00:00:00.009Z server.log 'x'");
    }

    @Test
    void linesOutOfOrder() {
        List.of(0, 1, 2, 4, 3, 5)
                .forEach(i -> tell(LOGGED.get(i).time(), LOGGED.get(i).message()));
        assertThat(faults(0, 6))
                .containsExactly("d1: out of order 1970-01-01T00:00:00.002Z server.log 'c' after"
                        + " 1970-01-01T00:00:00.003Z server.log 'd'");
    }

    @Test
    void whatAGapNamesIsNoFault() {
        tell(1, "a");
        tell(3, "d");
        tell(3, "b");
        assertThat(faults(0, 6)).hasSize(3);
        ledger.happened(new LogEvent.Gap(Devices.device("other"), null, null, "the service keeps no older lines"));
        assertThat(faults(0, 6)).hasSize(3);
        ledger.happened(new LogEvent.Gap(
                Devices.device(ID),
                Instant.ofEpochMilli(1),
                Instant.ofEpochMilli(3),
                "the service keeps no older lines"));
        assertThat(faults(0, 6)).isEmpty();
        assertThat(ledger.inGaps(List.of(ID), Map.of(), Map.of(ID, 6))).isEqualTo(3);
    }

    @Test
    void nothingToldAtAll() {
        assertThat(faults(4, 6)).hasSize(2);
        assertThat(faults(6, 6)).isEmpty();
    }

    @Test
    void twoThreadsAtATime() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Thread slow = new Thread(() -> ledger.whileTelling(Devices.device(ID), () -> {
            inside.countDown();
            go.await();
        }));
        slow.start();
        inside.await();
        tell(3, "b");
        go.countDown();
        slow.join();
        assertThat(faults(6, 6)).containsExactly("d1: two threads told of it at the same time");
    }
}
