package io.impsh.api;

import io.impsh.model.LogEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Notes what a log stream says until it is closed. */
final class EventsTold implements LogListener {
    private static final String CLOSED = "closed: ";

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    /** The lines of one stream, joined. */
    static String of(ImpClient client) throws InterruptedException {
        EventsTold events = new EventsTold();
        List<String> lines = new ArrayList<>();
        client.openLogFeed(events);
        while (lines.isEmpty() || !lines.get(lines.size() - 1).startsWith(CLOSED)) {
            String line = events.told.poll(10, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("nothing came for 10 s after " + lines);
            }
            lines.add(line);
        }
        return String.join("\n", lines);
    }

    @Override
    public void opened() {
        told.add("opened");
    }

    @Override
    public void subscribed(String deviceId) {
        told.add("subscribed: " + deviceId);
    }

    @Override
    public void unsubscribed(String deviceId, boolean asked) {
        told.add("unsubscribed: " + deviceId);
    }

    @Override
    public void message(LogEntry entry) {
        told.add(entry.toString());
    }

    @Override
    public void unreadable(String data) {
        told.add("unreadable: " + data);
    }

    @Override
    public void lost(String reason, Duration wait) {
        told.add("lost: " + reason);
    }

    @Override
    public void closed(String reason) {
        told.add(CLOSED + reason);
    }
}
