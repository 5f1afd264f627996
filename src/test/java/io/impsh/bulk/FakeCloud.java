package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.api.CancelledException;
import io.impsh.api.Filter;
import io.impsh.api.PagedIterator;
import io.impsh.api.UnreachableException;
import io.impsh.model.Deployment;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.EntityRef;
import io.impsh.model.LogEntry;
import io.impsh.model.Webhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /** What the service's clock shows at the beginning. */
    static final Instant STARTED = Fleet.THEN.plusSeconds(3600);

    final Map<String, Device> devices = new LinkedHashMap<>();
    final Map<String, DeviceGroup> groups = new LinkedHashMap<>();
    final Set<String> products = new HashSet<>();
    final Map<String, Build> builds = new LinkedHashMap<>();
    final List<Webhook> webhooks = new ArrayList<>();
    /** The oldest build of a group that the service keeps, by the group's id. */
    final Map<String, String> minimums = new HashMap<>();
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
    /** The service's clock, which goes on by a second with each write. */
    private Instant now = STARTED;

    private int made;

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
    public synchronized Instant earliestTime() {
        return now;
    }

    @Override
    public synchronized PagedIterator<Device> devices(Filter filter, int ahead) {
        read();
        return new Pages<>(
                "read " + words(filter),
                devices.values().stream().filter(matching(filter)).toList());
    }

    private static String words(Filter filter) {
        return filter.terms().stream()
                .map(term -> term.getKey() + "=" + term.getValue())
                .collect(Collectors.joining(" "));
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
                .filter(group -> filter.terms().isEmpty()
                        || group.product().id().equals(filter.terms().get(0).getValue()))
                .map(this::withBuilds)
                .toList();
    }

    @Override
    public synchronized Device device(String id) {
        requests.add("read " + id);
        read();
        return devices.get(id);
    }

    @Override
    public synchronized DeviceGroup group(String id) {
        requests.add("read " + id);
        read();
        return groups.containsKey(id) ? withBuilds(groups.get(id)) : null;
    }

    private DeviceGroup withBuilds(DeviceGroup group) {
        EntityRef newest = builds.values().stream()
                .filter(build -> build.group() != null && build.group().equals(group.ref()))
                .max(Comparator.comparing(Build::createdAt))
                .map(Build::ref)
                .orElse(null);
        String oldest = minimums.get(group.id());
        return Fleet.group(group, newest, oldest == null ? null : new EntityRef(Deployment.TYPE, oldest));
    }

    @Override
    public synchronized Build build(String id) {
        requests.add("read " + id);
        read();
        return builds.get(id);
    }

    @Override
    public synchronized PagedIterator<Build> builds(Filter filter, int ahead) {
        read();
        return new Pages<>(
                ("read builds " + words(filter)).strip(),
                builds.values().stream()
                        .filter(build -> filter.terms().stream().allMatch(term -> matches(build, term)))
                        .toList());
    }

    private boolean matches(Build build, Map.Entry<String, String> term) {
        return switch (term.getKey()) {
            case "devicegroup.id" -> build.group() != null && build.group().id().equals(term.getValue());
            case "sha" -> build.sha().equals(term.getValue());
            case "flagged" -> build.flagged() == Boolean.parseBoolean(term.getValue());
            default -> true;
        };
    }

    @Override
    public synchronized PagedIterator<Webhook> webhooks(Filter filter, int ahead) {
        read();
        return new Pages<>(
                ("read webhooks " + words(filter)).strip(),
                webhooks.stream()
                        .filter(webhook -> filter.terms().isEmpty()
                                || webhook.group()
                                        .id()
                                        .equals(filter.terms().get(0).getValue()))
                        .toList());
    }

    @Override
    public synchronized Observation look(EntityRef ref) {
        requests.add("read " + ref.id());
        read();
        Build build = builds.get(ref.id());
        if (build != null) {
            return Observation.Present.of(build);
        }
        for (Webhook webhook : webhooks) {
            if (webhook.ref().equals(ref)) {
                return Observation.Present.of(webhook);
            }
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
        now = now.plusSeconds(1);
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
        if (batch.creates()) {
            return create(batch.items().get(0));
        }
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

    private Answer create(PlanItem item) {
        String group = item.change() instanceof Change.Copy copy
                ? copy.to().id()
                : item.target().id();
        boolean copied = item.change() instanceof Change.Copy;
        if (!groups.containsKey(group)
                || copied && !builds.containsKey(item.target().id())) {
            return new Answer.Refused("Not Found: nothing there", true, List.of());
        }
        return new Answer.Accepted(
                copied
                        ? copy(builds.get(item.target().id()), (Change.Copy) item.change())
                        : createWebhook(item.target(), ((Change.CreateWebhook) item.change()).facts()));
    }

    EntityRef copy(Build source, Change.Copy copy) {
        String id = "copy" + ++made;
        List<String> tags = copy.all() ? source.tags() : List.of();
        builds.put(id, Fleet.build(id, source.sha(), tags, copy.to().ref(), copy.all() && source.flagged(), now));
        return builds.get(id).ref();
    }

    EntityRef createWebhook(EntityRef group, WebhookFacts facts) {
        webhooks.add(Fleet.webhook("hook" + ++made, group, facts));
        return webhooks.get(webhooks.size() - 1).ref();
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
        } else if (item.change() instanceof Change.UpdateWebhook update) {
            return update(id, update.to());
        } else if (builds.containsKey(id)) {
            builds.compute(id, (same, old) -> changed(old, item.change()));
        } else {
            return item.change() instanceof Change.Restart;
        }
        return true;
    }

    static Build changed(Build old, Change change) {
        List<String> tags = change instanceof Change.Retag retag ? retag.to() : old.tags();
        boolean flagged = change instanceof Change.Flag || !(change instanceof Change.Unflag) && old.flagged();
        return Fleet.build(old.id(), old.sha(), tags, old.group(), flagged, old.createdAt());
    }

    boolean update(String id, WebhookFacts facts) {
        for (int index = 0; index < webhooks.size(); index++) {
            Webhook old = webhooks.get(index);
            if (old.id().equals(id)) {
                webhooks.set(index, Fleet.webhook(id, old.group(), facts));
                return true;
            }
        }
        return false;
    }

    /** A group leaves its builds behind; a flagged build stays. */
    private boolean remove(String id) {
        if (builds.containsKey(id)) {
            return !builds.get(id).flagged() && !isKept(builds.get(id)) && builds.remove(id) != null;
        }
        if (groups.remove(id) != null) {
            builds.replaceAll(
                    (each, build) -> build.group() != null && build.group().id().equals(id)
                            ? Fleet.build(each, build.sha(), build.tags(), null, build.flagged(), build.createdAt())
                            : build);
            webhooks.removeIf(webhook -> webhook.group().id().equals(id));
            return true;
        }
        return webhooks.removeIf(webhook -> webhook.id().equals(id))
                || devices.remove(id) != null
                || products.remove(id);
    }

    private boolean isKept(Build build) {
        if (build.group() == null) {
            return false;
        }
        Build minimum = builds.get(minimums.get(build.group().id()));
        return minimum == null || !build.createdAt().isBefore(minimum.createdAt());
    }

    private Device renamed(Device old, String name) {
        DeviceGroup group = old.group() == null ? null : groups.get(old.group().id());
        return Fleet.device(old.id(), name, old.impType(), old.owner(), group);
    }

    /** Writes a request down for every hundred rows. */
    private final class Pages<T> implements PagedIterator<T> {
        private final String name;
        private final Iterator<T> rows;
        private int row;

        Pages(String name, List<T> rows) {
            this.name = name;
            this.rows = rows.iterator();
        }

        @Override
        public boolean hasNext() {
            if (row++ % 100 == 0) {
                requests.add(name);
            }
            return rows.hasNext();
        }

        @Override
        public T next() {
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
