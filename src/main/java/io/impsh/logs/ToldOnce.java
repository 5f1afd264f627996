package io.impsh.logs;

import io.impsh.model.LogEntry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes everything on, but says of a device only once that it is not live, until it is live again. */
final class ToldOnce implements StreamSet.Listener {
    private final StreamSet.Listener to;
    private final Set<String> notLive = ConcurrentHashMap.newKeySet();

    ToldOnce(StreamSet.Listener to) {
        this.to = to;
    }

    boolean isNotLive(String deviceId) {
        return notLive.contains(deviceId);
    }

    /** The others are not wanted any more, and are told anew when they are wanted again. */
    void keep(Set<String> deviceIds) {
        notLive.retainAll(deviceIds);
    }

    @Override
    public void line(LogEntry entry) {
        to.line(entry);
    }

    @Override
    public void live(String deviceId) {
        notLive.remove(deviceId);
        to.live(deviceId);
    }

    @Override
    public void notLive(String deviceId) {
        if (notLive.add(deviceId)) {
            to.notLive(deviceId);
        }
    }

    @Override
    public void dropped(String deviceId) {
        to.dropped(deviceId);
    }

    @Override
    public void happened(LogEvent event) {
        to.happened(event);
    }

    @Override
    public void standing() {
        to.standing();
    }

    @Override
    public void limit(int devicesPerStream) {
        to.limit(devicesPerStream);
    }
}
