package io.impsh.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.Cancellation;
import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.Filter;
import io.impsh.api.ImpClient;
import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.sandbox.SandboxRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A sandbox all of whose devices are on line in the group Line 1, a client, and a ledger of what is followed. Real HTTP,
 * real time.
 */
final class FollowedFleet implements AutoCloseable {
    static final String GROUP = "Line 1";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    final Sandbox sandbox;
    final SandboxRecord record;
    final ImpClient client;
    final LiveLogs logs;
    final LineLedger ledger;
    private final Map<String, Integer> starts = new HashMap<>();

    FollowedFleet(SandboxOptions options, LiveLogsOptions how) {
        this(options, how, Duration.ofSeconds(90));
    }

    /** @param longestSilence after which a stream is taken for dead */
    FollowedFleet(SandboxOptions options, LiveLogsOptions how, Duration longestSilence) {
        sandbox = Sandbox.start(options);
        sandbox.moveAll(GROUP);
        record = SandboxRecord.begin(sandbox);
        record.turnAll(true);
        CredentialSource credentials =
                CredentialSource.of(new Credentials.Password(sandbox.user(), sandbox.password()));
        client = ImpClient.connect(
                ClientOptions.of(sandbox.baseUrl(), credentials).withLongestSilence(longestSilence));
        logs = new LiveLogs(() -> client, how);
        ledger = new LineLedger(record::lines);
    }

    /** So many devices, which log nothing by themselves; no rate limit. */
    static SandboxOptions devices(int count) {
        return SandboxOptions.defaults().withDevices(count).withoutRateLimit();
    }

    /** Quick enough for tests. */
    static LiveLogsOptions quick() {
        return LiveLogsOptions.defaults()
                .withSampleEvery(Duration.ofMillis(300))
                .withCheckEvery(Duration.ofSeconds(1));
    }

    List<Device> devices() {
        return client.devices().list(Filter.none()).toList();
    }

    /** All devices, and those that join their group. */
    Following followGroup() {
        List<Device> present = devices();
        return follow(present, List.of(present.get(0).group()));
    }

    Following follow(List<Device> devices, List<EntityRef> joining) {
        Following following = logs.follow(new Followed(devices, joining, null), ledger, Cancellation.none());
        Map<String, Integer> counts = record.counts();
        devices.forEach(device -> starts.put(device.id(), counts.getOrDefault(device.id(), 0)));
        return following;
    }

    /** What was logged by now, and from when on it was followed, has been told before the deadline, and all is well. */
    void expectEverything() {
        expectUpTo(record.counts());
    }

    /** @param counts how many lines of each device were logged by then */
    void expectUpTo(Map<String, Integer> counts) {
        try {
            await("everything is told", () -> faults(counts).isEmpty());
        } catch (AssertionError late) {
            // What is wrong says more. Before the deadline it may be in the middle of telling several lines.
            assertThat(faults(counts)).as("events: %s", ledger.events()).isEmpty();
        }
    }

    /** Its lines are not asked for any more. */
    void forget(Device device) {
        starts.remove(device.id());
    }

    List<String> faults(Map<String, Integer> counts) {
        return ledger.faults(starts.keySet(), starts, counts);
    }

    /** Lines that are missing although everything is well, as a gap was named. */
    long inGaps() {
        return ledger.inGaps(starts.keySet(), starts, record.counts());
    }

    /** Waits until a device follows its line once it has joined: all that it logs from now on is expected. */
    void joined(String deviceId) {
        starts.put(deviceId, record.counts().getOrDefault(deviceId, 0));
    }

    int faulted(String word) {
        return sandbox.recount().faults().getOrDefault(word, 0);
    }

    /** How often a call was made. */
    int requests(String request) {
        return record.times(request::equals).size();
    }

    static void await(String what, BooleanSupplier condition) {
        await(what, DEADLINE, condition);
    }

    static void await(String what, Duration most, BooleanSupplier condition) {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not so after " + most.toSeconds() + " s: " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                throw new AssertionError(what, stopped);
            }
        }
    }

    /** Waits for events. */
    void awaitEvent(Class<? extends LogEvent> kind, int count) {
        await(
                count + " " + kind.getSimpleName() + ", now " + ledger.events(),
                () -> ledger.events(kind).size() >= count);
    }

    @Override
    public void close() {
        logs.close();
        client.close();
        sandbox.close();
    }
}
