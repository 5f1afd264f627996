package io.impsh.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Follows devices that log all the time while streams, requests and tokens fail: every line comes once, in the order of
 * its device's log. No gap is named where the stored logs have everything.
 */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class LogsUnderFaultsTest {
    /** More than a stream carries: the last ones are sampled. */
    private static final int DEVICES = 10;

    private static final int LINES_PER_SECOND = 120;
    private static final int EACH = Integer.getInteger("impsh.test.seeds", 3) > 3 ? 400 : 20;
    private static final String ALL = "stream-cut:2s,stream-stall:3s,stream-garbage:2%,stream-forget:30%,"
            + "429:10%,500:5%,reset:3%,truncate:3%,delay:10%@50ms";

    private static SandboxOptions options(long seed) {
        return FollowedFleet.devices(DEVICES).withSeed(seed).withLogRate(LINES_PER_SECOND);
    }

    @ParameterizedTest
    @CsvSource({
        "'stream-cut:300ms', stream-cut, 3",
        "'stream-cut:300ms,stream-forget:60%', stream-forget, 2",
        "'stream-stall:400ms', stream-stall, 2",
        "'stream-stall:300ms@400ms', stream-stall, 4",
        "'stream-garbage:5%', stream-garbage, 20",
        "'stream-close:700ms', stream-close, 2",
        "'stream-cut:500ms,429:15%', 429, 6",
        "'stream-cut:500ms,500:15%,reset:10%,truncate:10%', truncate, 3"
    })
    void everyLineComesOnce(String faults, String word, int times) {
        try (FollowedFleet fleet = new FollowedFleet(options(1), FollowedFleet.quick(), Duration.ofMillis(800))) {
            fleet.followGroup();
            fleet.sandbox.setFaults(faults);
            FollowedFleet.await(times + " times " + word, () -> fleet.faulted(word) >= times);
            isWell(fleet);
        }
    }

    /** What cannot be read for so long that the service keeps it no more may be missing, if that is said. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyLineComesOnceWhateverGoesWrong(long seed) {
        SandboxOptions options = options(seed)
                .withRateLimit(40)
                .withTokenLife(Duration.ofSeconds(5))
                .withLogRate(60);
        try (FollowedFleet fleet = new FollowedFleet(options, FollowedFleet.quick(), Duration.ofSeconds(1))) {
            fleet.followGroup();
            fleet.sandbox.setFaults(ALL);
            List<String> words = List.of("stream-cut", "stream-stall", "stream-garbage", "429");
            FollowedFleet.await("all went wrong", () -> words.stream().allMatch(word -> fleet.faulted(word) > 0));
            isTold(fleet);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("impsh.test.seeds", 3));
    }

    @ParameterizedTest
    @ValueSource(ints = 20)
    void everyLineComesOnceWhenTheTokenExpiresAndTheRateLimitIsLow(int limit) {
        SandboxOptions options = options(1)
                .withRateLimit(limit)
                .withTokenLife(Duration.ofSeconds(3))
                .withLogRate(50);
        try (FollowedFleet fleet = new FollowedFleet(options, FollowedFleet.quick())) {
            fleet.followGroup();
            fleet.sandbox.setFaults("stream-cut:3s,stream-forget:50%");
            FollowedFleet.await("logged in again", () -> fleet.requests("POST /auth/token") >= 2);
            FollowedFleet.await("cut", () -> fleet.faulted("stream-cut") >= 1);
            isWell(fleet);
        }
    }

    /** Without a gap. */
    private static void isWell(FollowedFleet fleet) {
        isTold(fleet);
        assertThat(fleet.ledger.events(LogEvent.Gap.class)).isEmpty();
    }

    /** While things go wrong, and when they have become well again. */
    private static void isTold(FollowedFleet fleet) {
        Map<String, Integer> begin = fleet.record.counts();
        FollowedFleet.await("more lines", () -> fleet.record.counts().entrySet().stream()
                .allMatch(count -> count.getValue() - begin.get(count.getKey()) >= EACH));
        fleet.expectEverything();
        fleet.sandbox.setFaults("");
        fleet.expectEverything();
        assertThat(fleet.ledger.events(LogEvent.Ended.class)).isEmpty();
        assertThat(fleet.ledger.events(LogEvent.Left.class)).isEmpty();
    }

    /** What time stamps cannot tell apart: many lines of one millisecond with the same text, while the link breaks. */
    @ParameterizedTest
    @MethodSource("seeds")
    void linesThatAreAlikeAreCounted(long seed) {
        try (FollowedFleet fleet = new FollowedFleet(FollowedFleet.devices(3).withSeed(seed), FollowedFleet.quick())) {
            Following following = fleet.followGroup();
            List<String> ids =
                    following.devices().stream().map(device -> device.id()).toList();
            fleet.sandbox.setFaults("stream-cut:200ms");
            FollowedFleet.await("cuts and lines", () -> {
                ids.forEach(id -> fleet.record.log(
                        id, IntStream.range(0, 7).mapToObj(i -> "tick").toList()));
                return fleet.faulted("stream-cut") >= 3;
            });
            fleet.expectEverything();
            assertThat(fleet.ledger.events(LogEvent.Gap.class)).isEmpty();
        }
    }
}
