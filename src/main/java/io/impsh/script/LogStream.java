package io.impsh.script;

import io.impsh.logs.FollowStats;
import io.impsh.logs.Following;
import io.impsh.logs.Freshness;
import io.impsh.logs.LogEvent;
import io.impsh.logs.LogFollower;
import io.impsh.model.Device;
import io.impsh.model.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One wish to see new log lines: of which devices, which of their lines, where they go, and what has come of it. Fed by
 * threads of the network, asked and told to pause by the script's.
 */
final class LogStream implements LogFollower {
    /** How it is with a stream. */
    enum State {
        OPEN,
        /** A link is lost; its devices are sampled meanwhile. */
        RECONNECTING,
        PAUSED,
        STOPPED,
        /** Ended by itself: nothing is left to follow. */
        CLOSED
    }

    /** Who has begun it. */
    interface Owner {
        void happened(LogStream stream, LogEvent event);

        /** It has had as many lines as were wanted. */
        void full(LogStream stream);
    }

    private static final FollowStats NOTHING_YET = new FollowStats(0, 0, 0, 0, Duration.ZERO, 0, 0, 0, 0);

    private final int id;
    private final StreamedDevices what;
    private final LogStreamOptions options;
    private final LogTarget target;
    private final Owner owner;
    private final Instant startedAt = Instant.now();
    private Following following;
    private FollowStats last = NOTHING_YET;
    private List<Device> lastDevices;
    private List<Freshness> lastFreshness = List.of();
    private State end;
    /** What has come of it is where it goes. Until then it tells nobody that it is over. */
    private boolean settled;

    private boolean lost;
    /** Not {@code null} while paused, and while what was held then is on its way. */
    private HeldLines held;

    private boolean resuming;
    private LogEvent.Limited limited;
    private boolean announced;
    private LogEvent.Limited said;
    private long lines;
    private long filtered;
    private long dropped;

    /** @param id 0 for one that is not listed */
    LogStream(int id, StreamedDevices what, LogStreamOptions options, LogTarget target, Owner owner) {
        this.id = id;
        this.what = what;
        this.options = options;
        this.target = target;
        this.owner = owner;
        this.lastDevices = what.devices();
    }

    int id() {
        return id;
    }

    boolean isListed() {
        return id > 0;
    }

    StreamedDevices what() {
        return what;
    }

    Instant since() {
        return options.since();
    }

    /** Whether the user sees its lines as they come. */
    boolean isOnScreen() {
        return isListed() && target instanceof LogPlaces && options.isOnScreen();
    }

    LogTarget target() {
        return target;
    }

    LogLook look() {
        return options.look();
    }

    long limit() {
        return options.limit();
    }

    /** What follows its devices; stopped at once if the stream is over already. */
    void follows(Following begun) {
        synchronized (this) {
            if (end == null) {
                following = begun;
                return;
            }
        }
        leave(begun);
    }

    @Override
    public void line(Device device, LogEntry entry) {
        if (!accepts(entry)) {
            return;
        }
        LogLine line = new LogLine(entry, device.name(), look());
        if (!isHeld(line)) {
            deliver(line);
        }
    }

    private boolean accepts(LogEntry entry) {
        boolean accepted = options.filter().accepts(entry);
        if (!accepted) {
            synchronized (this) {
                filtered += end == null ? 1 : 0;
            }
        }
        return accepted;
    }

    /** While what was held is on its way, more of it has to wait rather than to be dropped. */
    private synchronized boolean isHeld(LogLine line) {
        while (resuming && held.size() >= HeldLines.MOST) {
            try {
                wait();
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
        if (held != null) {
            held.add(line);
        }
        return held != null;
    }

    private void deliver(LogLine line) {
        boolean full;
        synchronized (this) {
            if (end != null || lines >= options.limit()) {
                return;
            }
            lines++;
            full = lines >= options.limit();
        }
        target.line(line);
        if (full) {
            owner.full(this);
        }
    }

    synchronized void pause() {
        if (end == null && held == null) {
            held = new HeldLines();
        }
    }

    /** How many lines were dropped in the pause that ends now; what it has held is delivered by {@link #goOn}. */
    synchronized long resume() {
        if (held == null || resuming) {
            return 0;
        }
        resuming = true;
        dropped += held.dropped();
        return held.dropped();
    }

    /** Delivers what was held, in its order, and lets new lines pass after that. */
    void goOn() {
        for (LogLine next = nextHeld(); next != null; next = nextHeld()) {
            deliver(next);
        }
    }

    private synchronized LogLine nextHeld() {
        if (!resuming) {
            return null;
        }
        LogLine next = held.poll();
        if (next == null) {
            held = null;
            resuming = false;
        }
        notifyAll();
        return next;
    }

    @Override
    public void happened(LogEvent event) {
        synchronized (this) {
            lost = event instanceof LogEvent.Lost || lost && !(event instanceof LogEvent.Back);
            limited = event instanceof LogEvent.Limited now ? now : limited;
        }
        owner.happened(this, event);
    }

    /** Whether it was not over before; whoever is told so lets its target write the rest, and settles it. */
    boolean end(State how) {
        Following present;
        synchronized (this) {
            if (end != null) {
                return false;
            }
            end = how;
            dropped += held == null || resuming ? 0 : held.dropped() + held.size();
            held = null;
            resuming = false;
            present = following;
            notifyAll();
        }
        if (present != null) {
            leave(present);
        }
        return true;
    }

    synchronized void settle() {
        settled = true;
        notifyAll();
    }

    /** Waits for whoever has ended it. */
    synchronized void awaitSettled() {
        while (end != null && !settled) {
            try {
                wait();
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Not under the lock: whoever is asked here may be about to tell something. */
    private void leave(Following present) {
        FollowStats stats = present.stats();
        List<Device> devices = present.devices();
        List<Freshness> freshness = present.freshness();
        present.stop();
        synchronized (this) {
            last = stats;
            lastDevices = devices.isEmpty() ? lastDevices : devices;
            lastFreshness = freshness;
            following = null;
        }
    }

    synchronized boolean isOver() {
        return end != null;
    }

    private synchronized boolean isSettled() {
        return settled;
    }

    synchronized State state() {
        if (settled) {
            return end;
        }
        return held != null && !resuming ? State.PAUSED : lost ? State.RECONNECTING : State.OPEN;
    }

    List<Device> devices() {
        Following present = following();
        return present == null ? pastDevices() : present.devices();
    }

    private synchronized List<Device> pastDevices() {
        return lastDevices;
    }

    private synchronized Following following() {
        return following;
    }

    List<Freshness> freshness() {
        Following present = following();
        if (present != null) {
            return present.freshness();
        }
        synchronized (this) {
            return lastFreshness;
        }
    }

    private FollowStats followed() {
        Following present = following();
        if (present != null) {
            return present.stats();
        }
        synchronized (this) {
            return last;
        }
    }

    Map<String, Object> stats() {
        FollowStats now = followed();
        Map<String, Object> stats = new LinkedHashMap<>();
        stats.put("state", state().name().toLowerCase(Locale.ROOT));
        stats.put("devices", (long) devices().size());
        boolean over = isSettled();
        stats.put("live", over ? 0L : now.live());
        stats.put("sampled", over ? 0L : now.sampled());
        stats.put("silent", over ? 0L : now.silent());
        stats.put("stalest", over ? 0.0 : now.stalest().toMillis() / 1000.0);
        synchronized (this) {
            stats.put("lines", lines);
            stats.put("filtered", filtered);
            stats.put("dropped", dropped + (held == null || resuming ? 0 : held.dropped()) + target.dropped());
        }
        stats.put("filled", now.filled());
        stats.put("gaps", now.gaps());
        stats.put("reconnects", now.reconnects());
        stats.put("startedAt", startedAt);
        return stats;
    }

    /** Such as {@code thermo-0001} or {@code 8 devices}. */
    String title() {
        List<Device> present = devices();
        return present.isEmpty() ? what.title() : StreamedDevices.title(present);
    }

    /** The title, and how many of its devices are live where that is not all of them; said from now on. */
    String announce() {
        LogEvent.Limited present;
        synchronized (this) {
            announced = true;
            present = limited;
            said = limited;
        }
        return present == null ? title() : standing(present);
    }

    /** Such as {@code 116 devices: 8 live, 108 sampled every 20 s}. */
    String standing(LogEvent.Limited event) {
        String every = "sampled every " + LogNotices.time(event.every());
        if (event.sampled() == 0) {
            return title();
        } else if (event.live() == 0) {
            return title() + ", " + every;
        }
        return event.live() + event.sampled() + " devices: " + event.live() + " live, " + event.sampled() + " " + every;
    }

    /** Whether it has not just been said. */
    synchronized boolean isNews(LogEvent.Limited event) {
        boolean isNews = !event.equals(said);
        said = event;
        return isNews;
    }

    synchronized boolean isAnnounced() {
        return announced;
    }

    /** What has not been said yet, which counts as said from now on; or {@code null}. */
    synchronized LogEvent.Limited unannounced() {
        LogEvent.Limited unsaid = announced ? null : limited;
        announced = true;
        return unsaid;
    }
}
