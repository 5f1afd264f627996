package io.impsh.logs;

import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.api.CancelledException;
import io.impsh.api.ImpClient;
import io.impsh.api.Registration;
import io.impsh.model.LogEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The account's log streams, as far as they are ours: which devices are live. A thread decides which device goes on which
 * stream whenever something has changed; each {@link DeviceStream} sees to its own. Safe for use by many threads.
 */
final class StreamSet implements AutoCloseable {
    /** How it goes with devices and streams. Calls about one device come one after the other. */
    interface Listener {
        void line(LogEntry entry);

        /** It is on a stream now, or is to be looked up in the stored log again: every line from now on comes. */
        void live(String deviceId);

        /** There is no room for it, the link is lost, or the streams were taken: it is to be sampled. */
        void notLive(String deviceId);

        /** The service does not have it on the stream, and not for want of room: it may have left. */
        void dropped(String deviceId);

        /** Of {@link LogEvent} those about streams: lost, taken, limited, unreadable. */
        void happened(LogEvent event);

        /** All links stand, and the devices that there is room for are live: at first, and again after each loss. */
        void standing();

        /** How many devices a stream carries was found out. */
        void limit(int devicesPerStream);
    }

    /** So many devices are tried before somebody is let go who waits for more than a while. */
    private static final int FIRST_DEVICES = 5;

    private static final long LONG_ENOUGH = TimeUnit.SECONDS.toNanos(5);

    private final Supplier<ImpClient> client;
    private final StreamPatience patience;
    private final ToldOnce listener;
    private final Object lock = new Object();
    private final StreamAllowance allowance;
    private final List<DeviceStream> streams = new ArrayList<>();
    private final Map<DeviceStream, Long> openedAt = new HashMap<>();
    private final Map<String, Long> aside = new HashMap<>();
    private Set<String> wanted = Set.of();
    private int limit = Integer.MAX_VALUE;
    private int numbers;
    private long changes;
    private long planned = -1;
    private boolean stands;
    /** Whether no stream is needed: there is none to be had, or no device that can be put on one. */
    private boolean isIdle;

    private boolean everStood;
    /** Whether it is to be told that all links stand. */
    private boolean isStandingDue = true;

    private boolean isClosed;
    private Thread planner;
    private UserException failure;

    StreamSet(Supplier<ImpClient> client, LiveLogsOptions options, Listener listener) {
        this(client, options, listener, StreamPatience.USUAL);
    }

    StreamSet(Supplier<ImpClient> client, LiveLogsOptions options, Listener listener, StreamPatience patience) {
        this.client = client;
        this.patience = patience;
        this.listener = new ToldOnce(listener);
        this.allowance = new StreamAllowance(options.maxStreams(), patience);
    }

    /** Devices to be live, as far as there is room, in that order; replaces what was wanted before. Works in the background. */
    void want(List<String> deviceIds) {
        synchronized (lock) {
            wanted = new LinkedHashSet<>(deviceIds);
            aside.keySet().retainAll(wanted);
            listener.keep(wanted);
            changed();
        }
    }

    /**
     * Waits until each wanted device is live or there is no room for it, or for a few seconds if it goes on for longer.
     * Whoever waits begins to follow: streams that were left to other sessions are opened again.
     *
     * @throws UserException why the first stream could not be opened
     */
    void awaitSettled(Cancellation cancellation) {
        Registration registration = cancellation.onCancel(this::wake);
        synchronized (lock) {
            failure = null;
            aside.clear();
            allowance.again();
            changed();
            long since = System.nanoTime();
            try {
                while (!isClosed && !isSettled() && !isEnough(since)) {
                    cancellation.throwIfCancelled();
                    if (failure != null) {
                        throw failure;
                    }
                    waitFor(LONG_ENOUGH);
                }
            } finally {
                registration.close();
            }
        }
    }

    private boolean isSettled() {
        return wanted.isEmpty() || planned == changes && (stands || isIdle);
    }

    private boolean isEnough(long since) {
        if (System.nanoTime() - since < LONG_ENOUGH) {
            return false;
        }
        return wanted.stream().limit(FIRST_DEVICES).allMatch(device -> listener.isNotLive(device) || isLive(device));
    }

    private boolean isLive(String device) {
        return streams.stream().anyMatch(stream -> stream.places().isLive(device));
    }

    int maxStreams() {
        synchronized (lock) {
            return allowance.wanted();
        }
    }

    void maxStreams(int most) {
        synchronized (lock) {
            allowance.want(most);
            changed();
        }
    }

    Set<String> live() {
        Set<String> live = new HashSet<>();
        synchronized (lock) {
            streams.forEach(stream -> stream.places().live(live));
        }
        return live;
    }

    /** Puts it on its stream again: it seemed live and was not. */
    void renew(String deviceId) {
        synchronized (lock) {
            aside.remove(deviceId);
            streams.forEach(stream -> stream.places().renew(deviceId));
            changed();
        }
    }

    /** Ends everything at once; nobody is told. */
    @Override
    public void close() {
        List<DeviceStream> open;
        synchronized (lock) {
            isClosed = true;
            open = List.copyOf(streams);
            streams.clear();
            changed();
        }
        open.forEach(DeviceStream::close);
    }

    private void wake() {
        synchronized (lock) {
            changed();
        }
    }

    /** The lock is held. */
    private void changed() {
        changes++;
        if (planner == null && !isClosed && !wanted.isEmpty()) {
            planner = new Thread(this::plan, "impsh-streams");
            planner.setDaemon(true);
            planner.start();
        }
        lock.notifyAll();
    }

    private void waitFor(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(lock, Math.max(1, nanos));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    // ---- the planner ----

    private void plan() {
        Plan plan;
        while ((plan = next()) != null) {
            plan.perform();
        }
    }

    /** Waits for a reason to plan; {@code null} when it is all over. */
    private Plan next() {
        synchronized (lock) {
            Plan plan = null;
            while (!isClosed && plan == null) {
                if (planned != changes) {
                    planned = changes;
                    plan = new Plan(System.nanoTime());
                } else {
                    waitFor(untilNext(System.nanoTime()));
                    planned--;
                }
            }
            return isClosed ? null : plan;
        }
    }

    private long untilNext(long now) {
        long wait = TimeUnit.SECONDS.toNanos(60);
        long opening = allowance.untilOpening(now);
        wait = opening > 0 ? Math.min(wait, opening) : wait;
        boolean looks = streams.stream().anyMatch(stream -> stream.places().looks());
        wait = looks ? Math.min(wait, TimeUnit.SECONDS.toNanos(1)) : wait;
        for (long until : aside.values()) {
            wait = Math.min(wait, until - now);
        }
        return wait;
    }

    /** What is to be done now; made with the lock held, performed without. */
    private final class Plan {
        private final List<DeviceStream> kept;
        private final List<DeviceStream> ending = new ArrayList<>();
        private final List<Set<String>> seats;
        private final List<String> without = new ArrayList<>();
        private DeviceStream opening;
        private boolean standsNow;

        Plan(long now) {
            aside.values().removeIf(until -> until - now <= 0);
            List<String> candidates =
                    wanted.stream().filter(device -> !aside.containsKey(device)).toList();
            List<Set<String>> present =
                    streams.stream().map(stream -> stream.places().target()).toList();
            seats = Seating.of(candidates, limit, allowance.most(), present);
            kept = new ArrayList<>(streams);
            endUnused();
            boolean mayOpen = allowance.untilOpening(now) == 0;
            if (seats.size() > kept.size() && mayOpen && kept.stream().allMatch(DeviceStream::isOpened)) {
                open(now);
            }
            // Those who wait for a stream that is opened next are not sampled for that moment.
            findWithout(mayOpen ? seats.size() : kept.size());
            settle();
        }

        private void endUnused() {
            for (int i = streams.size() - 1; i >= 0; i--) {
                if (i >= seats.size() || seats.get(i).isEmpty()) {
                    ending.add(streams.remove(i));
                    kept.remove(i);
                    if (i < seats.size()) {
                        seats.remove(i);
                    }
                }
            }
            ending.forEach(openedAt::remove);
        }

        private void open(long now) {
            opening = new DeviceStream(++numbers, new Watching(), listener, patience);
            streams.add(opening);
            kept.add(opening);
            openedAt.put(opening, now);
        }

        /** @param usable how many streams there are or are about to be */
        private void findWithout(int usable) {
            Set<String> seated = new HashSet<>();
            seats.subList(0, usable).forEach(seated::addAll);
            for (int i = 0; i < kept.size(); i++) {
                kept.get(i).target(free(kept.get(i), seats.get(i)));
            }
            for (String device : wanted) {
                if (!seated.contains(device) && !listener.isNotLive(device)) {
                    without.add(device);
                }
            }
        }

        /** Those that no other stream has any more: a device is on one at a time, or its lines would come twice. */
        private Set<String> free(DeviceStream stream, Set<String> devices) {
            Set<String> free = new LinkedHashSet<>(devices);
            free.removeIf(device -> kept.stream()
                    .anyMatch(other -> other != stream && other.places().isLive(device)));
            return free;
        }

        private void settle() {
            boolean all = !kept.isEmpty()
                    && kept.size() == seats.size()
                    && kept.stream().allMatch(DeviceStream::isSettled);
            standsNow = all && isStandingDue;
            isStandingDue &= !all;
            stands = all;
            isIdle = seats.isEmpty();
            everStood |= all;
        }

        void perform() {
            ending.forEach(stream -> stream.close(true));
            kept.forEach(stream -> stream.places().release());
            without.forEach(listener::notLive);
            if (opening != null) {
                opening.start();
            }
            if (standsNow) {
                listener.standing();
            }
            kept.forEach(stream -> stream.places().lookAgain());
            synchronized (lock) {
                lock.notifyAll();
            }
        }
    }

    // ---- what streams tell ----

    private final class Watching implements DeviceStream.Owner {
        @Override
        public ImpClient client() {
            return client.get();
        }

        @Override
        public int limit() {
            synchronized (lock) {
                return limit;
            }
        }

        @Override
        public void limited(int devices) {
            synchronized (lock) {
                limit = Math.min(limit, devices);
                StreamSet.this.changed();
            }
            listener.limit(devices);
        }

        @Override
        public void setAside(String deviceId) {
            synchronized (lock) {
                aside.put(deviceId, System.nanoTime() + patience.aside().toNanos());
                streams.forEach(stream -> stream.places().without(deviceId));
                StreamSet.this.changed();
            }
        }

        @Override
        public void changed() {
            synchronized (lock) {
                StreamSet.this.changed();
            }
        }

        @Override
        public void lost() {
            synchronized (lock) {
                fallen();
                StreamSet.this.changed();
            }
        }

        private void fallen() {
            stands = false;
            isStandingDue = true;
        }

        @Override
        public void opened(DeviceStream stream) {
            synchronized (lock) {
                allowance.opened();
                openedAt.replace(stream, System.nanoTime());
                StreamSet.this.changed();
            }
        }

        @Override
        public void closed(DeviceStream stream) {
            LogEvent event;
            synchronized (lock) {
                if (!streams.remove(stream)) {
                    return;
                }
                fallen();
                event = allowance.closed(streams.size(), isOwnDoing(openedAt.remove(stream)), System.nanoTime());
                StreamSet.this.changed();
            }
            listener.happened(event);
        }

        /** Another one was opened after that, and not long ago. */
        private boolean isOwnDoing(long opened) {
            long now = System.nanoTime();
            return openedAt.values().stream()
                    .anyMatch(other -> other - opened > 0
                            && now - other < patience.ownDoing().toNanos());
        }

        @Override
        public void failed(DeviceStream stream, UserException why) {
            LogEvent event = null;
            synchronized (lock) {
                if (!streams.remove(stream)) {
                    return;
                }
                openedAt.remove(stream);
                fallen();
                if (allowance.isLimit(why, streams.size())) {
                    event = new LogEvent.StreamsLimited(streams.size());
                } else {
                    Duration wait = allowance.failed(why, System.nanoTime());
                    event = everStood ? new LogEvent.Lost(why.getMessage(), wait) : null;
                }
                failure = streams.isEmpty() ? why : failure;
                StreamSet.this.changed();
            }
            if (event != null) {
                listener.happened(event);
            }
        }
    }
}
