package io.impsh.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.Filter;
import io.impsh.api.ImpClient;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.EntityRef;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against the embedded cloud's stored logs; the streams are the test's. */
@Timeout(60)
class LiveLogsTest {
    private static final Duration SOON = Duration.ofMillis(100);
    private static final TailCare.Pace PACE = new TailCare.Pace(SOON, SOON, SOON, Duration.ofMinutes(2), SOON);

    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().withDevices(20).withoutRateLimit());
    private final ImpClient client = ImpClient.connect(ClientOptions.of(
            sandbox.baseUrl(), CredentialSource.of(new Credentials.Password(sandbox.user(), sandbox.password()))));
    private final ToldLines told = new ToldLines();
    private int room;
    private RuntimeException refusal;
    private PlayedStreams streams;
    private final LiveLogs logs = new LiveLogs(
            () -> client,
            LiveLogsOptions.defaults(),
            (asked, options, listener) -> {
                streams = new PlayedStreams(listener, room);
                streams.refusal = refusal;
                return streams;
            },
            PACE);

    @AfterEach
    void stop() {
        logs.close();
        client.close();
        sandbox.close();
    }

    @Test
    void sixtySampledDevicesTellEachLineOnceAndInOrder() {
        List<Device> devices = devices(60);
        Following following = follow(devices, null, told);
        for (int line = 1; line <= 5; line++) {
            for (Device device : devices) {
                log(device, "line " + line);
            }
        }
        await(() -> told.entries().size() >= 300);

        for (Device device : devices) {
            assertThat(told.texts(device.id())).containsExactly("line 1", "line 2", "line 3", "line 4", "line 5");
        }
        // Counted after they were told.
        await(() -> following.stats().filled() >= 300);
        FollowStats stats = following.stats();
        assertThat(stats.devices()).isEqualTo(60);
        assertThat(stats.sampled()).isEqualTo(60);
        assertThat(stats.lines()).isEqualTo(300);
        assertThat(stats.filled()).isEqualTo(300);
        assertThat(stats.gaps()).isZero();
        await(() -> told.events().stream().anyMatch(LogEvent.Limited.class::isInstance));
        assertThat(told.events()).containsExactly(new LogEvent.Limited(0, 60, Duration.ofSeconds(2)));
    }

    @Test
    void aLinkThatWasLostIsBackWhenWhatWasMissedWasTold() {
        room = 2;
        List<Device> devices = devices(2);
        Following following = follow(devices, null, told);
        assertThat(following.stats().live()).isEqualTo(2);
        streams.lose();
        log(devices.get(0), "missed");
        log(devices.get(1), "missed too");
        streams.stand();
        await(() -> told.events().stream().anyMatch(LogEvent.Back.class::isInstance));

        assertThat(told.texts(devices.get(0).id())).containsExactly("missed");
        assertThat(told.texts(devices.get(1).id())).containsExactly("missed too");
        assertThat(told.events()).hasSize(2);
        assertThat(told.events().get(1)).isInstanceOfSatisfying(LogEvent.Back.class, back -> assertThat(back.filled())
                .isEqualTo(2));
        assertThat(following.stats().reconnects()).isEqualTo(1);
    }

    @Test
    void aDeviceThatLeavesIsToldAndTheLastOneEndsIt() {
        List<Device> devices = devices(2);
        Following following = follow(devices, null, told);
        client.devices().delete(unassigned(devices.get(0)).id());
        await(() -> told.events().stream().anyMatch(LogEvent.Left.class::isInstance));
        assertThat(following.devices()).hasSize(1);
        assertThat(following.stats().silent()).isEqualTo(1);
        client.devices().delete(unassigned(devices.get(1)).id());
        await(() -> told.events().stream().anyMatch(LogEvent.Ended.class::isInstance));

        assertThat(told.events().stream().filter(event -> !(event instanceof LogEvent.Limited)))
                .hasSize(3)
                .endsWith(new LogEvent.Ended("no device is left"));
        await(() -> streams.isClosed);
    }

    @Test
    void aDeviceThatJoinsAFollowedGroupIsFollowed() {
        DeviceGroup group = group();
        List<Device> devices = devices(1);
        logs.follow(
                new Followed(devices, List.of(new EntityRef(group.type(), group.id())), null),
                told,
                Cancellation.none());
        client.sideDoor().addDevices(Map.of("group", group.id(), "name", "new one"));
        await(() -> joined("new one").isPresent());
        Device joined = joined("new one").orElseThrow();
        log(joined, "hello");

        await(() -> told.texts(joined.id()).contains("hello"));
    }

    private Optional<Device> joined(String name) {
        return told.events().stream()
                .filter(LogEvent.Joined.class::isInstance)
                .map(event -> ((LogEvent.Joined) event).device())
                .filter(device -> name.equals(device.name()))
                .findFirst();
    }

    @Test
    void stoppingOneLeavesTheOtherAndTheStreamsGoWithTheLast() {
        room = 1;
        ToldLines second = new ToldLines();
        List<Device> devices = devices(2);
        Following first = follow(devices, null, told);
        Following other = follow(devices, null, second);
        first.stop();
        log(devices.get(1), "after");
        await(() -> second.texts(devices.get(1).id()).contains("after"));

        assertThat(told.texts()).doesNotContain("after");
        assertThat(streams.isClosed).isFalse();
        other.stop();
        assertThat(streams.isClosed).isTrue();
        assertThat(told.events()).noneMatch(LogEvent.Ended.class::isInstance);
    }

    @Test
    void sinceTellsStoredLinesToTheSecondAndNoneTwiceToTheFirst() {
        List<Device> devices = devices(1);
        Instant before = client.earliestServiceTime();
        ToldLines second = new ToldLines();
        follow(devices, null, told);
        log(devices.get(0), "one");
        await(() -> told.texts().contains("one"));
        follow(devices, before, second);
        log(devices.get(0), "two");
        await(() -> told.texts().contains("two") && second.texts().contains("two"));

        assertThat(told.texts()).containsExactly("one", "two");
        assertThat(second.texts()).containsExactly("one", "two");
    }

    @Test
    void aSlowFollowerHoldsUpNeitherStatsNorStop() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<Device> devices = devices(1);
        Following following = follow(devices, null, (device, entry) -> {
            entered.countDown();
            try {
                release.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        log(devices.get(0), "one");
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(following.stats().lines()).isEqualTo(1);
        assertThat(following.freshness()).hasSize(1);
        following.stop();
        release.countDown();
    }

    @Test
    void whatTheFirstStreamCannotDoIsThrown() {
        refusal = new UserException("UNREACHABLE", "cannot open a log stream", null);

        assertThatThrownBy(() -> follow(devices(1), null, told)).isSameAs(refusal);
        assertThat(streams.isClosed).isTrue();
    }

    private Following follow(List<Device> devices, Instant since, LogFollower follower) {
        return logs.follow(new Followed(devices, List.of(), since), follower, Cancellation.none());
    }

    private DeviceGroup group() {
        return client.deviceGroups().list(Filter.none()).toList().stream()
                .filter(group ->
                        !group.groupType().isProduction() && !group.groupType().isFactory())
                .findFirst()
                .orElseThrow();
    }

    private List<Device> devices(int count) {
        List<String> ids = client.sideDoor().addDevices(Map.of("group", group().id(), "count", count));
        List<Device> devices = new ArrayList<>();
        ids.forEach(id -> devices.add(client.devices().get(id)));
        return devices;
    }

    private Device unassigned(Device device) {
        client.deviceGroups().unassign(device.group().id(), List.of(device.id()), null);
        return device;
    }

    private void log(Device device, String text) {
        client.sideDoor().log(device.id(), "server.log", text);
    }

    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        synchronized (told) {
            while (!condition.getAsBoolean()) {
                assertThat(System.nanoTime())
                        .as(() -> "told until now: " + told.texts() + " " + told.events())
                        .isLessThan(deadline);
                try {
                    told.wait(50);
                } catch (InterruptedException stopped) {
                    throw new AssertionError(stopped);
                }
            }
        }
    }
}
