package io.impsh.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.Cancellation;
import io.impsh.logs.LogEvent.Gap;
import io.impsh.logs.LogEvent.Joined;
import io.impsh.logs.LogEvent.Left;
import io.impsh.logs.LogEvent.Taken;
import io.impsh.model.Device;
import io.impsh.sandbox.SandboxOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What others do meanwhile to what is followed: take the stream, move devices, remove them, log too much. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class StreamsOfOthersTest {
    private static FollowedFleet fleet(int devices, double lines) {
        SandboxOptions options = FollowedFleet.devices(devices).withLogRate(lines);
        return new FollowedFleet(options, FollowedFleet.quick());
    }

    @Test
    void aStreamThatIsTakenTwiceIsLeftToTheOther() {
        try (FollowedFleet fleet = fleet(4, 80)) {
            Following following = fleet.followGroup();
            assertThat(fleet.record.closeStreams()).isEqualTo(1);
            fleet.awaitEvent(Taken.class, 1);
            FollowedFleet.await("live again", () -> following.stats().live() == 4);
            fleet.expectEverything();
            assertThat(fleet.record.closeStreams()).isEqualTo(1);
            fleet.awaitEvent(Taken.class, 2);
            assertThat(fleet.ledger.events(Taken.class)).containsExactly(new Taken(true), new Taken(false));
            fleet.expectEverything();
            assertThat(following.stats().live()).isZero();
            assertThat(following.stats().sampled()).isEqualTo(4);
            assertThat(fleet.requests("POST /logstream")).isEqualTo(2);
            assertThat(fleet.ledger.events(Gap.class)).isEmpty();
        }
    }

    @Test
    void devicesLeaveAndJoin() {
        try (FollowedFleet fleet = fleet(12, 120)) {
            Following following = fleet.followGroup();
            List<Device> devices = following.devices();
            FollowedFleet.await("8 are live", () -> following.stats().live() == 8);
            fleet.expectEverything();
            // Those that leave between two readings, or while places on the stream change hands, cannot be read any
            // more.
            List.of(1, 10, 11).forEach(left -> fleet.forget(devices.get(left)));
            // Of those that are live and of those that are sampled.
            fleet.record.remove(devices.get(0).id());
            fleet.record.remove(devices.get(11).id());
            fleet.record.bless(devices.get(1).id(), "Thermostat field");
            fleet.record.bless(devices.get(10).id(), "Thermostat field");
            fleet.awaitEvent(Left.class, 4);
            assertThat(fleet.ledger.events(Left.class))
                    .extracting(left -> left.device().id())
                    .containsExactlyInAnyOrder(
                            devices.get(0).id(),
                            devices.get(1).id(),
                            devices.get(10).id(),
                            devices.get(11).id());
            assertThat(fleet.ledger.events(Left.class))
                    .filteredOn(left -> left.device().id().equals(devices.get(1).id()))
                    .extracting(Left::reason)
                    .allMatch(reason -> reason.contains("Thermostat field"));
            List<String> added =
                    fleet.client.sideDoor().addDevices(Map.of("count", 2, "name", "new", "group", "Line 1"));
            fleet.awaitEvent(Joined.class, 2);
            added.forEach(fleet::joined);
            fleet.expectEverything();
            assertThat(following.devices()).hasSize(10);
            FollowStats stats = following.stats();
            assertThat(stats.live() + stats.sampled() + stats.silent()).isEqualTo(stats.devices());
            // What a sampled one logged last was gone with it before it could be read.
            assertThat(fleet.ledger.events(Gap.class)).isEmpty();
        }
    }

    @Test
    void aDeviceThatMovesToAnotherGroupWithLogsGoesOn() {
        try (FollowedFleet fleet = fleet(2, 20)) {
            Following following = fleet.followGroup();
            fleet.record.assign(following.devices().get(0).id(), "Line 2");
            FollowedFleet.await("a look at the group", () -> fleet.requests("GET /devices") >= 3);
            fleet.expectEverything();
            assertThat(following.devices()).hasSize(2);
            assertThat(fleet.ledger.events(Left.class)).isEmpty();
        }
    }

    @Test
    void whenNobodyIsLeftItEnds() {
        try (FollowedFleet fleet = fleet(2, 0)) {
            List<Device> devices = fleet.devices();
            fleet.follow(devices, List.of());
            devices.forEach(device -> fleet.record.remove(device.id()));
            fleet.awaitEvent(LogEvent.Ended.class, 1);
            assertThat(fleet.ledger.events(Left.class)).hasSize(2);
            assertThat(fleet.ledger.events()).last().isInstanceOf(LogEvent.Ended.class);
        }
    }

    /** The service keeps 1000 lines of a device: 500 are lost here, and it is said which. */
    @Test
    void whatTheServiceNoLongerHasIsAGap() {
        try (FollowedFleet fleet = fleet(2, 0)) {
            Following following = fleet.followGroup();
            String id = following.devices().get(0).id();
            String other = following.devices().get(1).id();
            fleet.record.log(id, "before");
            fleet.expectEverything();
            fleet.sandbox.setFaults("stream-cut:1ms");
            FollowedFleet.await("cut", () -> fleet.faulted("stream-cut") > 0);
            fleet.record.log(
                    id,
                    IntStream.rangeClosed(1, 1500).mapToObj(i -> "line " + i).toList());
            fleet.record.log(other, "meanwhile");
            fleet.sandbox.setFaults("");
            fleet.awaitEvent(Gap.class, 1);
            fleet.record.log(id, "after");
            fleet.expectEverything();
            assertThat(fleet.inGaps()).isEqualTo(500);
            assertThat(fleet.ledger.events(Gap.class))
                    .hasSize(1)
                    .allMatch(gap -> gap.device().id().equals(id))
                    .allMatch(gap -> gap.from() != null && gap.to() != null);
            assertThat(following.stats().gaps()).isEqualTo(1);
        }
    }

    @Test
    void nothingIsToldAfterStop() {
        try (FollowedFleet fleet = fleet(3, 300)) {
            Following following = fleet.followGroup();
            Following second = fleet.logs.follow(
                    new Followed(following.devices(), List.of(), null),
                    new LineLedger(fleet.record::lines),
                    Cancellation.none());
            fleet.expectEverything();
            following.stop();
            long told = fleet.ledger.lines();
            long more = second.stats().lines() + 50;
            FollowedFleet.await("the other goes on", () -> second.stats().lines() > more);
            assertThat(fleet.ledger.lines()).isLessThanOrEqualTo(told + 1);
        }
    }
}
