package io.impsh.logs;

import io.impsh.UserException;
import io.impsh.api.LogListener;
import io.impsh.model.LogEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Which devices are on one stream, and how far they are: what the service says of it. Only lines of devices that were told
 * to be live are passed on.
 */
final class StreamPlaces implements LogListener {
    private enum Place {
        /** The service was asked, and has not said that it is on. */
        AWAITED,
        LIVE,
        /** The service was asked to take it off, or has it on the stream without being asked. */
        UNWANTED
    }

    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** So many lines wait for a look at most; then it comes earlier. */
    private static final int MOST_WAITING = 20_000;

    private final DeviceStream stream;
    private final DeviceStream.Owner owner;
    private final StreamChanges changes = new StreamChanges();
    private final StreamSet.Listener listener;
    /** Held while the listener is called, so that calls about one device come one after the other. */
    private final Object telling = new Object();

    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final LimitSearch search;
    private final Queue<String> renewals = new ConcurrentLinkedQueue<>();
    private volatile Set<String> target = Set.of();
    private volatile int link;
    private volatile long said;
    private volatile boolean looks;
    /** Lines behind an unreadable one, until what that was can be looked up. */
    private final List<LogEntry> waiting = new ArrayList<>();

    private volatile long lookedAt = System.nanoTime() - LOOK_NANOS;

    StreamPlaces(DeviceStream stream, DeviceStream.Owner owner, StreamSet.Listener listener, StreamPatience patience) {
        this.stream = stream;
        this.owner = owner;
        this.listener = listener;
        this.search = new LimitSearch(patience);
    }

    /** Rung whenever something has changed that the stream's thread may wait for. */
    StreamChanges changes() {
        return changes;
    }

    // ---- what is wanted, and what there is ----

    void target(Set<String> devices) {
        target = devices;
        if (!places.keySet().equals(devices)) {
            changes.unsettle();
        }
    }

    /** Those that are live and are not to be any more are told not to be. */
    void release() {
        Set<String> present = target;
        for (String device : places.keySet()) {
            if (!present.contains(device) && isLive(device)) {
                leave(device);
                changes.unsettle();
                owner.changed();
            }
        }
    }

    /** It is not to be there for the time being. */
    void without(String device) {
        Set<String> others = new LinkedHashSet<>(target);
        if (others.remove(device)) {
            target(others);
        }
    }

    Set<String> target() {
        return target;
    }

    /** Adds the devices that are live. */
    void live(Set<String> into) {
        places.forEach((device, place) -> {
            if (place == Place.LIVE) {
                into.add(device);
            }
        });
    }

    boolean isLive(String device) {
        return places.get(device) == Place.LIVE;
    }

    boolean holds(String device) {
        return places.containsKey(device);
    }

    boolean isAwaited(String device) {
        return places.get(device) == Place.AWAITED;
    }

    /** Changes with each link that is lost or made. */
    int link() {
        return link;
    }

    /** Grows with each line and each device that is subscribed. */
    long said() {
        return said;
    }

    /** One that is on the stream and is not to be. */
    String extra() {
        Set<String> present = target;
        for (Map.Entry<String, Place> each : places.entrySet()) {
            if (each.getValue() == Place.UNWANTED || !present.contains(each.getKey())) {
                return each.getKey();
            }
        }
        return null;
    }

    /** The next to be put on the stream. */
    String next() {
        Set<String> present = target;
        synchronized (telling) {
            String suspect = search.suspect();
            if (suspect != null && present.contains(suspect) && !places.containsKey(suspect)) {
                return suspect;
            }
        }
        if (places.size() >= owner.limit()) {
            return null;
        }
        for (String device : present) {
            if (!places.containsKey(device)) {
                return device;
            }
        }
        return null;
    }

    // ---- what the stream's thread does ----

    void begin(String device) {
        synchronized (telling) {
            search.adding(device);
            places.putIfAbsent(device, Place.AWAITED);
        }
    }

    /** The service was asked, and it came out that way. */
    void given(String device, boolean success) {
        synchronized (telling) {
            search.added(success, System.nanoTime());
            if (!success) {
                places.remove(device, Place.AWAITED);
            }
        }
    }

    boolean isSuspect(String device) {
        synchronized (telling) {
            return device.equals(search.suspect());
        }
    }

    void cleared(String device) {
        synchronized (telling) {
            search.cleared(device);
        }
    }

    void turnedAway(String device) {
        synchronized (telling) {
            places.remove(device, Place.AWAITED);
            judge(device, search.turnedAway(device, places.size()));
        }
    }

    /** Its lines are not passed on any more. */
    void leave(String device) {
        synchronized (telling) {
            if (places.replace(device, Place.UNWANTED) == Place.LIVE) {
                listener.notLive(device);
            }
        }
    }

    void leave() {
        synchronized (telling) {
            leaveAll();
        }
        changes.ring();
    }

    private void leaveAll() {
        for (String device : List.copyOf(places.keySet())) {
            if (places.remove(device) == Place.LIVE) {
                listener.notLive(device);
            }
        }
        // They are stored, and so is what was unreadable.
        waiting.clear();
        looks = false;
    }

    void forget(String device) {
        synchronized (telling) {
            if (places.get(device) != Place.LIVE) {
                places.remove(device);
            }
        }
    }

    /** It seemed live and was not: the stream's thread puts it on again. */
    void renew(String device) {
        renewals.add(device);
        changes.unsettle();
    }

    /** Those that are to be renewed are as if they were not on the stream. */
    void renew() {
        for (String device = renewals.poll(); device != null; device = renewals.poll()) {
            synchronized (telling) {
                if (places.remove(device, Place.LIVE)) {
                    listener.notLive(device);
                }
            }
        }
    }

    // ---- what the service says ----

    @Override
    public void opened() {
        link++;
        changes.ring();
    }

    @Override
    public void subscribed(String device) {
        said++;
        synchronized (telling) {
            comes(device);
        }
        changes.ring();
    }

    private void comes(String device) {
        boolean wanted = target.contains(device);
        Place before = places.put(device, wanted ? Place.LIVE : Place.UNWANTED);
        if (wanted && before != Place.LIVE) {
            listener.live(device);
        }
    }

    @Override
    public void unsubscribed(String device, boolean asked) {
        synchronized (telling) {
            Place before = places.remove(device);
            if (before == Place.LIVE) {
                listener.notLive(device);
            }
            if (before != null && !asked) {
                changes.unsettle();
                judge(device, search.dropped(device, places.size(), System.nanoTime()));
            }
        }
        changes.ring();
    }

    private void judge(String device, LimitSearch.Verdict verdict) {
        switch (verdict) {
            case LEFT, TURNED_AWAY -> {
                owner.setAside(device);
                listener.dropped(device);
            }
            case LIMIT -> owner.limited(places.size());
            case SUSPECT -> {
                // It is put back first.
            }
        }
    }

    @Override
    public void message(LogEntry entry) {
        String device = entry.deviceId();
        said++;
        synchronized (telling) {
            if (places.get(device) == Place.AWAITED) {
                comes(device);
            }
            if (places.get(device) == Place.LIVE) {
                pass(entry);
            }
        }
    }

    private void pass(LogEntry entry) {
        if (looks) {
            waiting.add(entry);
            lookAgain();
        } else {
            listener.line(entry);
        }
    }

    @Override
    public void unreadable(String data) {
        synchronized (telling) {
            listener.happened(new LogEvent.Unreadable(data));
        }
        synchronized (telling) {
            looks = true;
            lookAgain();
        }
        owner.changed();
    }

    /**
     * Whose line was unreadable is not known: all are looked up, not more often than each second. What comes meanwhile
     * would be out of order if it was told before that.
     */
    void lookAgain() {
        synchronized (telling) {
            boolean isDue = System.nanoTime() - lookedAt >= LOOK_NANOS || waiting.size() >= MOST_WAITING;
            if (looks && isDue) {
                looks = false;
                lookedAt = System.nanoTime();
                Set<String> live = new LinkedHashSet<>();
                live(live);
                live.forEach(listener::live);
                List<LogEntry> passed = List.copyOf(waiting);
                waiting.clear();
                passed.stream().filter(entry -> isLive(entry.deviceId())).forEach(listener::line);
            }
        }
    }

    /** Whether they are still to be looked up. */
    boolean looks() {
        return looks;
    }

    @Override
    public void lost(String reason, Duration wait) {
        changes.unsettle();
        synchronized (telling) {
            listener.happened(new LogEvent.Lost(reason, wait));
            leaveAll();
            search.reset();
            link++;
        }
        owner.lost();
        changes.ring();
    }

    @Override
    public void renewed() {
        owner.opened(stream);
    }

    @Override
    public void closed(String reason) {
        changes.unsettle();
        leave();
        stream.close();
        owner.closed(stream);
    }

    @Override
    public void ended(UserException why) {
        changes.unsettle();
        leave();
        stream.close();
        owner.failed(stream, why);
    }
}
