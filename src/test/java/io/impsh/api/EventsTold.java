package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
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
            lines.add(events.next(lines));
        }
        return String.join("\n", lines);
    }

    /** The next ones are these. */
    void expect(String... lines) throws InterruptedException {
        for (String line : lines) {
            assertThat(next(List.of(lines))).isEqualTo(line);
        }
    }

    private String next(List<String> context) throws InterruptedException {
        String line = told.poll(10, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("nothing came for 10 s: " + context);
        }
        return line;
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
        told.add("lost: " + reason.replaceFirst(" in \\d+ s$", ""));
    }

    @Override
    public void renewed() {
        told.add("renewed");
    }

    @Override
    public void ended(UserException why) {
        told.add("ended: " + why.getMessage());
    }

    @Override
    public void closed(String reason) {
        told.add(CLOSED + reason);
    }
}
