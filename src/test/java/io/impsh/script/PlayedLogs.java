package io.impsh.script;

import io.impsh.api.Cancellation;
import io.impsh.logs.FollowStats;
import io.impsh.logs.Followed;
import io.impsh.logs.Following;
import io.impsh.logs.Freshness;
import io.impsh.logs.LogEvent;
import io.impsh.logs.LogFollower;
import io.impsh.model.Device;
import io.impsh.model.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A source of log lines that says what a test tells it to, to whoever follows just then. */
final class PlayedLogs implements LogSource {
    static final Instant TIME = Instant.parse("2024-05-06T07:08:09.123Z");

    /** What is followed, in the order in which it began. */
    final List<Played> followed = new CopyOnWriteArrayList<>();

    private volatile Runnable onFollow = () -> {};
    private volatile int streams;
    volatile boolean closed;

    /** As a session makes it. */
    LogSource of(int maxStreams) {
        streams = maxStreams;
        return this;
    }

    /** What happens within the next beginnings, before they return. */
    void onFollow(Runnable action) {
        onFollow = action;
    }

    /** A line of a device, to all who follow it. */
    void line(String device, String message) {
        line(device, "server.log", message);
    }

    void line(String device, String type, String message) {
        for (Played each : followed) {
            each.devices().stream()
                    .filter(known -> device.equals(known.name()))
                    .forEach(known -> each.tell(known, new LogEntry(known.id(), TIME, "development", type, message)));
        }
    }

    void happens(LogEvent event) {
        followed.forEach(each -> each.follower.happened(event));
    }

    /** The device of that name among those that are followed. */
    Device device(String name) {
        return followed.stream()
                .flatMap(each -> each.devices().stream())
                .filter(known -> name.equals(known.name()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Following follow(Followed what, LogFollower follower, Cancellation cancellation) {
        Played played = new Played(what, follower);
        followed.add(played);
        onFollow.run();
        return played;
    }

    @Override
    public int maxStreams() {
        return streams;
    }

    @Override
    public void maxStreams(int most) {
        streams = most;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** One that follows. */
    final class Played implements Following {
        final Followed what;
        final LogFollower follower;
        private long lines;

        private Played(Followed what, LogFollower follower) {
            this.what = what;
            this.follower = follower;
        }

        private void tell(Device device, LogEntry entry) {
            lines++;
            follower.line(device, entry);
        }

        @Override
        public List<Device> devices() {
            return what.devices();
        }

        /** All but the first are sampled. */
        @Override
        public FollowStats stats() {
            int devices = what.devices().size();
            return new FollowStats(devices, 1, devices - 1, 0, Duration.ofMillis(1500), lines, 2, 3, 4);
        }

        @Override
        public List<Freshness> freshness() {
            List<Freshness> rows = new ArrayList<>();
            what.devices()
                    .forEach(device -> rows.add(new Freshness(
                            device,
                            rows.isEmpty() ? Freshness.Mode.LIVE : Freshness.Mode.SAMPLED,
                            rows.isEmpty() ? TIME : null,
                            null,
                            lines)));
            return rows;
        }

        @Override
        public void stop() {
            followed.remove(this);
        }
    }
}
