package io.impsh.logs;

import io.impsh.model.Device;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** One wish to follow some devices: its places, what was told, and who is told. */
final class DeviceFollowing implements Following {
    private final Followed what;
    private final LogFollower follower;
    private final LogWatch watch;
    private final Instant from;
    private final Instant begunAt = Instant.now();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final LongAdder lines = new LongAdder();
    private final LongAdder filled = new LongAdder();
    private final AtomicLong filledAfterLoss = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private final AtomicLong reconnects = new AtomicLong();

    /**
     * One device.
     *
     * @param tail {@code null} where it has no logs, or when it has left
     */
    private record Place(Device device, DeviceTail tail, TailReader reader, boolean hasLeft) {
        Device present() {
            return tail == null ? device : tail.device();
        }

        Freshness.Mode mode() {
            if (tail == null) {
                return Freshness.Mode.SILENT;
            }
            return tail.isLive() ? Freshness.Mode.LIVE : Freshness.Mode.SAMPLED;
        }

        Freshness freshness() {
            return new Freshness(
                    present(),
                    mode(),
                    tail == null ? null : tail.checkedAt(),
                    reader == null ? null : reader.lastLineAt(),
                    reader == null ? 0 : reader.lines());
        }
    }

    DeviceFollowing(Followed what, LogFollower follower, LogWatch watch, Instant now) {
        this.what = what;
        this.follower = follower;
        this.watch = watch;
        this.from = what.since() == null ? now : what.since();
    }

    Followed what() {
        return what;
    }

    /** Begins to follow the devices that it was made for. */
    void begin() {
        for (Device device : what.devices()) {
            if (!isPlaced(device.id())) {
                place(device, from, what.since() == null);
            }
        }
    }

    /**
     * Devices in production groups have no logs; they are looked after again later. Nothing happens when it is followed by
     * now, or nobody follows any more.
     */
    void place(Device device, Instant since, boolean isFromNow) {
        synchronized (places) {
            Place present = places.get(device.id());
            boolean isFollowed = present != null && present.tail() != null;
            if (!isFollowed && !isOver.get()) {
                places.put(device.id(), placed(device, since, isFromNow));
            }
        }
    }

    private Place placed(Device device, Instant since, boolean isFromNow) {
        if (hasNoLogs(device)) {
            return new Place(device, null, null, false);
        }
        TailReader reader = new TailReader(this, since, isFromNow);
        return new Place(device, watch.attach(device, reader), reader, false);
    }

    static boolean hasNoLogs(Device device) {
        return device.group() != null
                && DeviceGroupType.of(device.group().type()).isProduction();
    }

    /** Whether it is followed, be it silent, and has not left. */
    boolean isPlaced(String deviceId) {
        synchronized (places) {
            Place place = places.get(deviceId);
            return place != null && !place.hasLeft();
        }
    }

    boolean isSilent(String deviceId) {
        synchronized (places) {
            Place place = places.get(deviceId);
            return place != null && !place.hasLeft() && place.tail() == null;
        }
    }

    void leave(String deviceId, String reason) {
        Place left;
        synchronized (places) {
            left = places.get(deviceId);
            if (left == null || left.hasLeft()) {
                return;
            }
            places.put(deviceId, new Place(left.present(), null, left.reader(), true));
        }
        Instant unreadSince = null;
        if (left.tail() != null) {
            unreadSince = left.tail().unreadSince();
            left.tail().leaves();
            watch.detach(left.tail(), left.reader());
        }
        happened(new LogEvent.Left(left.present(), reason, unreadSince));
    }

    List<DeviceTail> tails() {
        return all().stream()
                .filter(place -> place.tail() != null)
                .map(Place::tail)
                .toList();
    }

    private List<Place> all() {
        synchronized (places) {
            return new ArrayList<>(places.values());
        }
    }

    void line(Device device, LogEntry entry) {
        if (isOver.get()) {
            return;
        }
        lines.increment();
        try {
            follower.line(device, entry);
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    /** Lines that were among those told, and came from the stored log. */
    void filled(int count, boolean afterLoss) {
        filled.add(count);
        if (afterLoss) {
            filledAfterLoss.addAndGet(count);
        }
    }

    void gap(LogEvent.Gap gap) {
        gaps.incrementAndGet();
        happened(gap);
    }

    void back(Duration away) {
        reconnects.incrementAndGet();
        happened(new LogEvent.Back(away, filledAfterLoss.getAndSet(0)));
    }

    void happened(LogEvent event) {
        if (isOver.get()) {
            return;
        }
        try {
            follower.happened(event);
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    private void failed(RuntimeException failure) {
        end("whoever followed them failed: " + failure);
    }

    void end(String reason) {
        if (isOver.compareAndSet(false, true)) {
            try {
                follower.happened(new LogEvent.Ended(reason));
            } catch (RuntimeException failure) {
                // It is told nothing any more; the stream's thread, which may be here, has others to tell.
            } finally {
                release();
            }
        }
    }

    @Override
    public void stop() {
        if (isOver.compareAndSet(false, true)) {
            release();
        }
    }

    /** Without giving anything back, for all together. */
    void abandon() {
        isOver.set(true);
    }

    private void release() {
        all().stream()
                .filter(place -> place.tail() != null)
                .forEach(place -> watch.detach(place.tail(), place.reader()));
        watch.over(this);
    }

    @Override
    public List<Device> devices() {
        return all().stream()
                .filter(place -> !place.hasLeft())
                .map(Place::present)
                .toList();
    }

    @Override
    public List<Freshness> freshness() {
        return all().stream().map(Place::freshness).toList();
    }

    @Override
    public FollowStats stats() {
        List<Place> present = all();
        int live = 0;
        int sampled = 0;
        Instant stalest = null;
        for (Place place : present) {
            Freshness.Mode mode = place.mode();
            live += mode == Freshness.Mode.LIVE ? 1 : 0;
            if (mode == Freshness.Mode.SAMPLED) {
                sampled++;
                Instant checked = place.tail().checkedAt() == null
                        ? begunAt
                        : place.tail().checkedAt();
                stalest = stalest == null || checked.isBefore(stalest) ? checked : stalest;
            }
        }
        Duration age = stalest == null ? Duration.ZERO : Duration.between(stalest, Instant.now());
        return new FollowStats(
                present.size(),
                live,
                sampled,
                present.size() - live - sampled,
                age.isNegative() ? Duration.ZERO : age,
                lines.sum(),
                filled.sum(),
                gaps.get(),
                reconnects.get());
    }
}
