package io.impsh.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a sandbox knows and its clients cannot: every line that was logged since the record began, and when which request
 * came. Also does without a request what a test needs to happen.
 */
public final class SandboxRecord {
    private final Sandbox sandbox;
    private final Map<String, List<Line>> lines = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();

    /** @param time milliseconds since 1970 */
    public record Line(long time, String type, String message) {}

    private record Request(long nanoTime, String request) {}

    private SandboxRecord(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    public static SandboxRecord begin(Sandbox sandbox) {
        SandboxRecord kept = new SandboxRecord(sandbox);
        synchronized (sandbox.store()) {
            sandbox.simulation().logs().watch(kept::add);
            sandbox.statistics().watch(kept::add);
        }
        return kept;
    }

    private void add(LogEntry entry) {
        lines.computeIfAbsent(entry.device().id(), none -> new ArrayList<>())
                .add(new Line(entry.time(), entry.type(), entry.message()));
    }

    private void add(String request) {
        synchronized (requests) {
            requests.add(new Request(System.nanoTime(), request));
        }
    }

    /** What a device has logged since the record began, oldest first. */
    public List<Line> lines(String deviceId) {
        synchronized (sandbox.store()) {
            return List.copyOf(lines.getOrDefault(deviceId, List.of()));
        }
    }

    /** How many lines each device has logged since the record began; without those that said nothing. */
    public Map<String, Integer> counts() {
        synchronized (sandbox.store()) {
            Map<String, Integer> counts = new HashMap<>();
            lines.forEach((device, said) -> counts.put(device, said.size()));
            return counts;
        }
    }

    /** When requests came, by {@link System#nanoTime}, of which method and path pattern are wanted. */
    public List<Long> times(Predicate<String> wanted) {
        synchronized (requests) {
            return requests.stream()
                    .filter(request -> wanted.test(request.request()))
                    .map(Request::nanoTime)
                    .toList();
        }
    }

    /** The most requests that came within any time as long as that. */
    public int busiest(Duration time, Predicate<String> wanted) {
        List<Long> times = times(wanted);
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (times.get(last) - times.get(first) >= time.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** Lets a device log lines of one and the same millisecond. */
    public void log(String deviceId, List<String> messages) {
        synchronized (sandbox.store()) {
            List<LogLine> said = messages.stream()
                    .map(message -> new LogLine(LogLine.DEVICE, message))
                    .toList();
            if (!sandbox.simulation().logs().appendTogether(device(deviceId), said)) {
                throw new IllegalStateException("device " + deviceId + " does not log where it is");
            }
        }
    }

    public void log(String deviceId, String message) {
        log(deviceId, List.of(message));
    }

    /** Connects all devices, or disconnects them. */
    public void turnAll(boolean online) {
        synchronized (sandbox.store()) {
            List.copyOf(sandbox.store().devices().inOrder())
                    .forEach(device -> sandbox.store().turn(device, online));
        }
    }

    /** Closes the account's streams, as another session of it does. */
    public int closeStreams() {
        synchronized (sandbox.store()) {
            Account account = new Finder(sandbox.store()).account(sandbox.user());
            return sandbox.simulation().streams().closeAll(account);
        }
    }

    /** Takes a device out of the account. */
    public void remove(String deviceId) {
        synchronized (sandbox.store()) {
            Device device = device(deviceId);
            if (device.group() != null) {
                sandbox.store().unassign(device);
            }
            sandbox.store().remove(device);
        }
    }

    /** Moves a device by hand; a restart goes with it. */
    public void assign(String deviceId, String group) {
        synchronized (sandbox.store()) {
            sandbox.store().assign(device(deviceId), new Finder(sandbox.store()).group(group));
        }
    }

    /** What every device is called now, by id; empty for none. */
    public Map<String, String> names() {
        synchronized (sandbox.store()) {
            Map<String, String> names = new HashMap<>();
            sandbox.store()
                    .devices()
                    .inOrder()
                    .forEach(device -> names.put(device.id(), device.name() == null ? "" : device.name()));
            return names;
        }
    }

    /**
     * Puts a device where no rule would let it go, without counting it as an assignment.
     *
     * @param groupId {@code null} for no group
     */
    public void place(String deviceId, String groupId) {
        synchronized (sandbox.store()) {
            Device device = device(deviceId);
            if (groupId != null) {
                sandbox.store()
                        .place(
                                device,
                                new Finder(sandbox.store()).group(groupId),
                                sandbox.store().now());
            } else if (device.group() != null) {
                sandbox.store().unassign(device);
            }
        }
    }

    /** Moves a device into a production group. */
    public void bless(String deviceId, String group) {
        synchronized (sandbox.store()) {
            sandbox.store().bless(device(deviceId), new Finder(sandbox.store()).group(group));
        }
    }

    private Device device(String id) {
        return sandbox.store().device(id).orElseThrow();
    }
}
