package io.impsh.logs;

import io.impsh.api.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Streams that carry so many devices; what comes on them, and when they break, the test says. */
final class PlayedStreams implements Streams {
    final StreamSet.Listener listener;
    final List<String> wanted = new ArrayList<>();
    final Set<String> live = new LinkedHashSet<>();
    final List<String> renewed = new ArrayList<>();
    int room;
    RuntimeException refusal;
    boolean isClosed;

    PlayedStreams(StreamSet.Listener listener, int room) {
        this.listener = listener;
        this.room = room;
    }

    @Override
    public synchronized void want(List<String> deviceIds) {
        wanted.clear();
        wanted.addAll(deviceIds);
        live.retainAll(wanted);
        for (String id : wanted) {
            if (live.size() < room && live.add(id)) {
                listener.live(id);
            } else if (!live.contains(id)) {
                listener.notLive(id);
            }
        }
    }

    synchronized void lose() {
        listener.happened(new LogEvent.Lost("the network is gone", Duration.ofSeconds(1)));
        live.forEach(listener::notLive);
    }

    synchronized void stand() {
        live.forEach(listener::live);
        listener.standing();
    }

    @Override
    public void awaitSettled(Cancellation cancellation) {
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public int maxStreams() {
        return 1;
    }

    @Override
    public void maxStreams(int most) {}

    @Override
    public synchronized Set<String> live() {
        return Set.copyOf(live);
    }

    @Override
    public synchronized void renew(String deviceId) {
        renewed.add(deviceId);
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
