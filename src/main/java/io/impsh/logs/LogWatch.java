package io.impsh.logs;

import io.impsh.api.Cancellation;
import io.impsh.api.ImpClient;
import io.impsh.api.Priority;
import io.impsh.model.Device;
import io.impsh.model.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What there is from the beginning of the first {@link Following} to the end of the last: the streams, the sampling, the
 * tails of all devices, and who follows. What the streams tell goes from here to the tails and to those who follow; no
 * lock is held meanwhile.
 */
final class LogWatch implements StreamSet.Listener, TailCare, AutoCloseable {
    private static final int PAGE = 100;

    private final Supplier<ImpClient> client;
    private final Pace pace;
    private final Consumer<LogWatch> released;
    private final Cancellation closing = new Cancellation();
    private final Map<String, DeviceTail> tails = new ConcurrentHashMap<>();
    private final List<DeviceFollowing> followings = new CopyOnWriteArrayList<>();
    private final Map<DeviceFollowing, LimitNotice> notices = new ConcurrentHashMap<>();
    private final Outage outage = new Outage();
    private final AtomicInteger filling = new AtomicInteger();
    private final Sampler sampler = new Sampler();
    private final Object wanting = new Object();
    private final ScheduledThreadPoolExecutor chores;
    private final Streams streams;
    private final Roster roster;

    /** @param released is told of each following that is over */
    LogWatch(
            Supplier<ImpClient> client,
            Pace pace,
            Consumer<LogWatch> released,
            Function<StreamSet.Listener, Streams> opener) {
        this.client = client;
        this.pace = pace;
        this.released = released;
        this.streams = opener.apply(this);
        this.roster = new Roster(this);
        AtomicInteger number = new AtomicInteger();
        this.chores = new ScheduledThreadPoolExecutor(3, task -> {
            Thread thread = new Thread(task, "impsh-followed-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        chores.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        every(pace.limitsEvery(), this::tellLimits);
        every(pace.checkEvery(), roster::check);
        every(pace.checkEvery(), this::lookAtSilent);
    }

    private void every(Duration time, Runnable chore) {
        chores.scheduleWithFixedDelay(() -> quietly(chore), time.toNanos(), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** A chore that fails is tried again the next time. */
    private static void quietly(Runnable chore) {
        try {
            chore.run();
        } catch (RuntimeException failed) {
            // The service refused, or the network is down; those who wait for lines hear of that elsewhere.
        }
    }

    Streams streams() {
        return streams;
    }

    /** Whatever is asked for the followed. */
    ImpClient client() {
        return client.get().with(Priority.LOGS).with(closing);
    }

    List<DeviceFollowing> followings() {
        return followings;
    }

    /** Begins one, and returns when it is known what is live. */
    DeviceFollowing follow(Followed what, LogFollower follower, Instant now, Cancellation cancellation) {
        DeviceFollowing following = new DeviceFollowing(what, follower, this, now);
        followings.add(following);
        notices.put(following, new LimitNotice());
        try {
            following.begin();
            want();
            streams.awaitSettled(cancellation);
        } catch (RuntimeException failure) {
            following.stop();
            throw failure;
        }
        Set<String> live = streams.live();
        following
                .tails()
                .forEach(tail -> tail.unlessTold(live.contains(tail.device().id())));
        tellFirstLimits(following);
        roster.endIfEmpty(following);
        return following;
    }

    DeviceTail attach(Device device, TailReader reader) {
        return tails.compute(device.id(), (id, present) -> {
            DeviceTail tail = present == null ? new DeviceTail(device, this) : present;
            tail.attach(reader);
            return tail;
        });
    }

    void detach(DeviceTail tail, TailReader reader) {
        tails.computeIfPresent(tail.device().id(), (id, present) -> {
            boolean isLast = tail.detach(reader) && present == tail;
            if (isLast) {
                tail.close();
            }
            return isLast ? null : present;
        });
    }

    void over(DeviceFollowing following) {
        notices.remove(following);
        if (followings.remove(following)) {
            wantLater();
            released.accept(this);
        }
    }

    /** Tells the streams which devices there are now. */
    void want() {
        synchronized (wanting) {
            Set<String> ids = new LinkedHashSet<>();
            followings.forEach(following ->
                    following.tails().forEach(tail -> ids.add(tail.device().id())));
            streams.want(new ArrayList<>(ids));
        }
    }

    /** For callers that may be called by the streams. */
    void wantLater() {
        later(this::want);
    }

    private void later(Runnable chore) {
        try {
            chores.execute(() -> quietly(chore));
        } catch (RejectedExecutionException closed) {
            // Nobody follows any more.
        }
    }

    /** What is known of a device has changed. */
    void renew(Device device) {
        tail(device.id(), tail -> tail.device(device));
    }

    private void tail(String deviceId, Consumer<DeviceTail> what) {
        DeviceTail tail = tails.get(deviceId);
        if (tail != null) {
            what.accept(tail);
        }
    }

    @Override
    public void line(LogEntry entry) {
        tail(entry.deviceId(), tail -> tail.line(entry));
    }

    @Override
    public void live(String deviceId) {
        tail(deviceId, DeviceTail::live);
    }

    @Override
    public void notLive(String deviceId) {
        tail(deviceId, DeviceTail::notLive);
    }

    @Override
    public void dropped(String deviceId) {
        later(() -> tail(deviceId, roster::look));
    }

    @Override
    public void happened(LogEvent event) {
        if (event instanceof LogEvent.Lost) {
            outage.lost();
        } else if (event instanceof LogEvent.Taken taken && !taken.reopening()) {
            outage.over();
        }
        followings.forEach(following -> following.happened(event));
    }

    @Override
    public void standing() {
        outage.stands();
        tellBack();
    }

    private void tellBack() {
        Instant stood = outage.stoodAt();
        if (stood == null || filling.get() > 0 || tails.values().stream().anyMatch(tail -> tail.isBehind(stood))) {
            return;
        }
        outage.end().ifPresent(away -> {
            tails.values().forEach(DeviceTail::isBack);
            followings.forEach(following -> following.back(away));
        });
    }

    @Override
    public void limit(int devicesPerStream) {
        // It shows in how many devices are live.
    }

    private synchronized void tellLimits() {
        tellBack();
        if (outage.isOn()) {
            return;
        }
        Duration every = sampledEvery();
        notices.forEach((following, notice) -> {
            LogEvent.Limited limited = limited(following, every);
            if (notice.isNews(limited)) {
                following.happened(limited);
            }
        });
    }

    /** So that whoever has begun it can say at once how many of its devices are live. */
    private synchronized void tellFirstLimits(DeviceFollowing following) {
        LimitNotice notice = notices.get(following);
        LogEvent.Limited limited = limited(following, sampledEvery());
        if (notice != null && notice.isNewsAtBegin(limited)) {
            following.happened(limited);
        }
    }

    private Duration sampledEvery() {
        int sampled =
                (int) tails.values().stream().filter(DeviceTail::isSampled).count();
        return LimitNotice.every(pace.sampleEvery(), sampled, client().requestsPerSecond());
    }

    private static LogEvent.Limited limited(DeviceFollowing following, Duration every) {
        List<DeviceTail> present = following.tails();
        int live = (int) present.stream().filter(DeviceTail::isLive).count();
        return new LogEvent.Limited(live, present.size() - live, every);
    }

    private void lookAtSilent() {
        tails.values().stream()
                .filter(tail -> tail.isSilentFor(pace.checkEvery()))
                .forEach(DeviceTail::look);
    }

    @Override
    public void readNow(DeviceTail tail, boolean urgent) {
        sampler.now(tail, urgent);
    }

    @Override
    public void forget(DeviceTail tail) {
        sampler.forget(tail);
    }

    @Override
    public StoredLog storedLog(String deviceId) {
        ImpClient asked = client();
        return new StoredLog((number, size) -> asked.devices().logPage(deviceId, number, size), PAGE);
    }

    @Override
    public Instant earliestServiceTime() {
        return client.get().earliestServiceTime();
    }

    @Override
    public void isMissing(DeviceTail tail) {
        later(() -> roster.look(tail));
    }

    @Override
    public void renew(DeviceTail tail) {
        later(() -> streams.renew(tail.device().id()));
    }

    @Override
    public void fillBegins() {
        filling.incrementAndGet();
    }

    @Override
    public void fillEnds() {
        if (filling.decrementAndGet() == 0) {
            later(this::tellBack);
        }
    }

    @Override
    public Pace pace() {
        return pace;
    }

    /** Ends all, without an event. */
    @Override
    public void close() {
        closing.cancel();
        followings.forEach(DeviceFollowing::abandon);
        chores.shutdown();
        sampler.close();
        tails.values().forEach(DeviceTail::close);
        streams.close();
    }
}
