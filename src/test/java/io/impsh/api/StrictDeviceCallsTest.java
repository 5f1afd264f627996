package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.HistoryEntry;
import io.impsh.model.LogEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Devices, their logs and streams, and the side door: what the client sends passes a strict service. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class StrictDeviceCallsTest {
    private final StrictSandbox strict = new StrictSandbox();
    private final ImpClient client = strict.client;
    private final Devices devices = client.devices();

    @AfterEach
    void close() {
        strict.close();
    }

    @Test
    void devicesUnderEachOfTheirNames() {
        Device device = strict.devices("Line 1").get(0);

        assertThat(devices.get(device.id())).isEqualTo(device);
        for (String identifier : List.of(device.id(), device.macAddress(), device.agentId())) {
            assertThat(devices.get(identifier).id()).isEqualTo(device.id());
            Device renamed = devices.rename(identifier, "by " + identifier);
            assertThat(List.of(renamed.id(), renamed.name())).containsExactly(device.id(), "by " + identifier);
            devices.restart(identifier, false);
            devices.restart(identifier, true);
            assertThat(devices.logs(identifier, 5).toList()).isNotEmpty();
            assertThat(devices.history(identifier, 5).toList()).isNotEmpty();
        }
        assertThat(devices.rename(device.id(), null).name()).isNull();
    }

    @Test
    void devicesAreFoundByEachFilterAndRemoved() {
        DeviceGroup line = strict.group("Line 1");
        Filter filter = Filter.none()
                .and("owner.id", strict.me())
                .and("product.id", line.product().id())
                .and("devicegroup.id", line.id())
                .and("devicegroup.type", line.type());

        assertThat(devices.list(filter).toList()).isEqualTo(strict.devices("Line 1"));
        Device free = strict.unassigned().get(0);
        devices.delete(free.id());
        assertThatThrownBy(() -> devices.get(free.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void devicesGoIntoGroupsAndOutOfThem() {
        DeviceGroups groups = client.deviceGroups();
        DeviceGroup line = strict.group("Line 2");
        List<String> ids = strict.unassigned().stream().limit(2).map(Device::id).toList();

        groups.assign(line.id(), ids);
        assertThat(devices.get(ids.get(0)).group()).isEqualTo(line.ref());
        groups.unassign(line.id(), ids, null);
        assertThat(devices.get(ids.get(1)).group()).isNull();
        Device sold = strict.devices("Thermostat field").get(0);
        groups.unassign(sold.group().id(), List.of(sold.id()), "sandbox-unbond-key");
        assertThat(devices.get(sold.id()).group()).isNull();
    }

    @Test
    void logsAndHistory() {
        Device device = strict.devices("Line 1").get(0);
        client.sideDoor().log(device.id(), "agent.log", "one");
        client.sideDoor().log(device.id(), "server.error", "two");

        LogEntry newest = devices.logs(device.id(), 1).iterator().next();
        assertThat(List.of(newest.deviceId(), newest.logType(), newest.type(), newest.message()))
                .containsExactly(device.id(), "development", "server.error", "two");
        LogPage second = devices.logPage(device.id(), 2, 1);
        assertThat(second.entries().get(0).message()).isEqualTo("one");
        assertThat(second.last()).isFalse();
        assertThat(client.earliestServiceTime()).isBetween(newest.time().minusSeconds(2), Instant.now());
        HistoryEntry last = devices.history(device.id(), 100).toList().get(0);
        assertThat(List.of(last.deviceId(), last.ownerId())).containsExactly(device.id(), strict.me());
    }

    @Test
    void aLogStream() throws Exception {
        Device device = strict.devices("Line 1").get(0);
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        LogFeed feed = client.openLogFeed(new LogListener() {
            @Override
            public void subscribed(String deviceId) {
                told.add("subscribed " + deviceId);
            }

            @Override
            public void unsubscribed(String deviceId, boolean asked) {
                told.add("unsubscribed " + deviceId + " " + asked);
            }

            @Override
            public void message(LogEntry entry) {
                told.add(entry.deviceId() + " " + entry.message());
            }
        });

        feed.add(device.id(), Cancellation.none());
        assertThat(next(told)).isEqualTo("subscribed " + device.id());
        assertThat(feed.isOpen()).isTrue();
        feed.reconnect();
        assertThat(next(told)).isEqualTo("subscribed " + device.id());
        client.sideDoor().log(device.id(), "server.log", "hello");
        assertThat(next(told)).isEqualTo(device.id() + " hello");
        feed.remove(device.id(), Cancellation.none());
        assertThat(next(told)).isEqualTo("unsubscribed " + device.id() + " true");
        feed.close();
    }

    private static String next(BlockingQueue<String> told) throws InterruptedException {
        return told.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void theSideDoor() {
        SideDoor door = client.sideDoor();
        List<String> added = door.addDevices(Map.of(
                "count",
                2,
                "name",
                "new",
                "impType",
                "imp005",
                "group",
                "Thermostat DUT",
                "account",
                "demo",
                "online",
                false));

        assertThat(added).hasSize(2);
        Device device = devices.get(added.get(0));
        assertThat(List.of(device.impType(), device.online())).containsExactly("imp005", false);
        door.bless(device.id(), null);
        assertThat(devices.get(device.id()).group())
                .isEqualTo(strict.group("Thermostat field").ref());
        door.bless(added.get(1), "Thermostat field B");
        door.blinkUp(device.id());
        assertThat(devices.get(device.id()).lastEnrolledAt()).isNotNull();
        door.setOnline(device.id(), true);
        assertThat(devices.get(device.id()).online()).isTrue();
        door.setFaults("429:1%");
        assertThat(door.state().text()).contains("429:1%").contains("\"devices\"");
        door.closeStreams();
        door.reset();
        assertThat(door.state().text()).doesNotContain("429:1%");
        assertThatThrownBy(() -> devices.get(device.id())).isInstanceOf(NotFoundException.class);
    }
}
