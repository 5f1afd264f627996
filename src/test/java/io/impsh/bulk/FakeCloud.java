package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.api.CancelledException;
import io.impsh.api.Filter;
import io.impsh.api.PagedIterator;
import io.impsh.api.UnreachableException;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.EntityRef;
import io.impsh.model.LogEntry;
import io.impsh.model.Webhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A service that keeps devices in memory, does what its documents say, goes wrong where a test tells it to, and writes
 * down every request. It answers one request at a time.
 */
final class FakeCloud implements Cloud {
    /** Goes wrong instead of, or after, carrying a request out. */
    interface Trouble {
        /** @param carryOut does what the request asks */
        Answer meet(Batch batch, Runnable carryOut);
    }

    final Map<String, Device> devices = new LinkedHashMap<>();
    final Map<String, DeviceGroup> groups = new LinkedHashMap<>();
    final Set<String> products = new HashSet<>();
    final Map<String, Build> builds = new LinkedHashMap<>();
    final List<Webhook> webhooks = new ArrayList<>();
    /** The newest first. */
    final List<LogEntry> logs = new ArrayList<>();

    final List<String> requests = new ArrayList<>();
    final Map<String, Integer> timesChanged = new HashMap<>();
    final Set<String> unknown = new HashSet<>();
    Trouble trouble;
    Runnable beforeReading = () -> {};
    boolean unreachable;
    boolean dryRun;
    int concurrency = 1;

    FakeCloud with(List<Device> more) {
        more.forEach(device -> devices.put(device.id(), device));
        return this;
    }

    FakeCloud with(DeviceGroup... more) {
        for (DeviceGroup group : more) {
            groups.put(group.id(), group);
        }
        return this;
    }

    FakeCloud with(Build... more) {
        for (Build build : more) {
            builds.put(build.ref().id(), build);
        }
        return this;
    }

    synchronized void move(String id, DeviceGroup to) {
        Device old = devices.get(id);
        Device moved = Fleet.device(id, old.name(), old.impType(), old.owner(), to);
        devices.put(id, Fleet.online(moved, old.online()));
    }

    synchronized void setOnline(String id, boolean online) {
        devices.computeIfPresent(id, (same, old) -> Fleet.online(old, online));
    }

    synchronized String groupOf(String id) {
        EntityRef group = devices.get(id).group();
        return group == null ? null : group.id();
    }

    /** Requests that change something. */
    List<String> writes() {
        return requests.stream().filter(request -> !request.startsWith("read ")).toList();
    }

    List<String> reads() {
        return requests.stream().filter(request -> request.startsWith("read ")).toList();
    }

    @Override
    public String ownAccount() {
        return "me";
    }

    @Override
    public String endpoint() {
        return "https://api.example.com/v5";
    }

    @Override
    public double requestsPerSecond() {
        return 40;
    }

    @Override
    public int concurrency() {
        return concurrency;
    }

    @Override
    public boolean isDryRun() {
        return dryRun;
    }

    @Override
    public synchronized PagedIterator<Device> devices(Filter filter, int ahead) {
        read();
        String name =
                filter.terms().get(0).getKey() + "=" + filter.terms().get(0).getValue();
        return new Pages(
                "read " + name,
                devices.values().stream().filter(matching(filter)).iterator());
    }

    private static Predicate<Device> matching(Filter filter) {
        String value = filter.terms().get(0).getValue();
        return switch (filter.terms().get(0).getKey()) {
            case "devicegroup.id" ->
                device -> device.group() != null && device.group().id().equals(value);
            case "product.id" ->
                device -> device.product() != null && device.product().id().equals(value);
            default -> device -> device.group() == null;
        };
    }

    @Override
    public List<DeviceGroup> groups(Filter filter) {
        return groups.values().stream()
                .filter(group ->
                        group.product().id().equals(filter.terms().get(0).getValue()))
                .toList();
    }

    @Override
    public synchronized Device device(String id) {
        requests.add("read " + id);
        read();
        return devices.get(id);
    }

    @Override
    public synchronized List<Build> builds(Filter filter) {
        return builds.values().stream()
                .filter(build -> filter.terms().stream().allMatch(term -> matches(build, term)))
                .toList();
    }

    private boolean matches(Build build, Map.Entry<String, String> term) {
        return switch (term.getKey()) {
            case "devicegroup.id" -> build.group() != null && build.group().id().equals(term.getValue());
            case "flagged" -> build.flagged() == Boolean.parseBoolean(term.getValue());
            default -> true;
        };
    }

    @Override
    public List<Webhook> webhooks(Filter filter) {
        return webhooks;
    }

    @Override
    public synchronized Observation look(EntityRef ref) {
        requests.add("read " + ref.id());
        Build build = builds.get(ref.id());
        if (build != null) {
            return Observation.Present.of(build);
        }
        boolean there = groups.containsKey(ref.id()) || products.contains(ref.id());
        return there ? Observation.Present.plain() : new Observation.Gone();
    }

    /** As with the client, an interrupted thread gets nothing. */
    private void read() {
        beforeReading.run();
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException();
        }
        if (unreachable) {
            throw new UnreachableException("no route to the cloud", null, null);
        }
    }

    @Override
    public Instant earliestNow() {
        return Fleet.THEN;
    }

    @Override
    public synchronized List<LogEntry> log(String deviceId, Instant since) {
        requests.add("read log of " + deviceId);
        read();
        return logs.stream()
                .filter(entry ->
                        entry.deviceId().equals(deviceId) && !entry.time().isBefore(since))
                .toList();
    }

    @Override
    public synchronized Answer send(Batch batch) {
        requests.add(describe(batch));
        if (trouble != null) {
            Answer answer = trouble.meet(batch, () -> carryOut(batch));
            if (answer != null) {
                return answer;
            }
        }
        return dryRun ? new Answer.Accepted() : carryOut(batch);
    }

    private static String describe(Batch batch) {
        String what =
                batch.items().size() == 1 ? batch.ids().get(0) : batch.items().size() + " devices";
        return PlanWording.verb(batch.change()) + " " + what;
    }

    private Answer carryOut(Batch batch) {
        List<Answer.ItemError> refused = new ArrayList<>();
        for (PlanItem item : batch.items()) {
            if (!carryOut(item)) {
                refused.add(new Answer.ItemError(
                        "Not Found: no device " + item.target().id(), -1));
            }
        }
        return refused.isEmpty()
                ? new Answer.Accepted()
                : new Answer.Refused(refused.get(0).words(), false, refused);
    }

    private boolean carryOut(PlanItem item) {
        String id = item.target().id();
        if (unknown.contains(id)) {
            return false;
        }
        timesChanged.merge(id, 1, Integer::sum);
        if (item.change() instanceof Change.Assign assign) {
            move(id, groups.get(assign.to().id()));
        } else if (item.change() instanceof Change.Unassign) {
            if (!devices.containsKey(id)) {
                return false;
            }
            move(id, null);
        } else if (item.change() instanceof Change.Rename rename) {
            devices.computeIfPresent(id, (same, old) -> renamed(old, rename.name()));
        } else if (item.change() instanceof Change.Remove) {
            return remove(id);
        } else if (item.change() instanceof Change.Unflag) {
            return builds.computeIfPresent(id, (same, old) -> Fleet.build(id, old.group(), false)) != null;
        }
        return true;
    }

    /** A group leaves its builds behind; a flagged build stays. */
    private boolean remove(String id) {
        if (builds.containsKey(id)) {
            return !builds.get(id).flagged() && builds.get(id).group() == null && builds.remove(id) != null;
        }
        if (groups.remove(id) != null) {
            builds.replaceAll(
                    (each, build) -> build.group() != null && build.group().id().equals(id)
                            ? Fleet.build(each, null, build.flagged())
                            : build);
            return true;
        }
        return devices.remove(id) != null || products.remove(id);
    }

    private Device renamed(Device old, String name) {
        DeviceGroup group = old.group() == null ? null : groups.get(old.group().id());
        return Fleet.device(old.id(), name, old.impType(), old.owner(), group);
    }

    /** Writes a request down for every hundred rows. */
    private final class Pages implements PagedIterator<Device> {
        private final String name;
        private final Iterator<Device> rows;
        private int row;

        Pages(String name, Iterator<Device> rows) {
            this.name = name;
            this.rows = List.copyOf(toList(rows)).iterator();
        }

        private static List<Device> toList(Iterator<Device> rows) {
            List<Device> list = new ArrayList<>();
            rows.forEachRemaining(list::add);
            return list;
        }

        @Override
        public boolean hasNext() {
            if (row++ % 100 == 0) {
                requests.add(name);
            }
            return rows.hasNext();
        }

        @Override
        public Device next() {
            return rows.next();
        }

        @Override
        public void readAhead() {
            throw new UserException("UNUSED", "bulk reads nothing ahead of writes", null);
        }

        @Override
        public void close() {}
    }
}
