package io.impsh.sandbox;

import io.impsh.sandbox.StreamEvent.StateChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A log stream: which devices it carries, and the connection it is read on, if it is. It outlives its connections for a
 * while, as readers come back to the same id after they lost one. The store's monitor is held by whoever calls.
 */
final class LogStream implements Resource {
    private static final String PATH = "/logstream";

    private final String id;
    private final Account account;
    private final StreamFormat format;
    private final Set<Device> devices = new LinkedHashSet<>();
    private EventQueue connection;
    private long idleSince;

    /** @param format for readers that do not say which they want */
    LogStream(String id, Account account, StreamFormat format, long now) {
        this.id = id;
        this.account = account;
        this.format = format;
        this.idleSince = now;
    }

    @Override
    public String id() {
        return id;
    }

    Account account() {
        return account;
    }

    StreamFormat format() {
        return format;
    }

    /** In the order in which they were added. */
    List<Device> devices() {
        return new ArrayList<>(devices);
    }

    boolean carries(Device device) {
        return devices.contains(device);
    }

    /** A device that is added again is the last one added. */
    void add(Device device) {
        devices.remove(device);
        devices.add(device);
        send(StateChange.subscribed(device));
    }

    void remove(Device device) {
        if (devices.remove(device)) {
            send(StateChange.unsubscribed(device));
        }
    }

    /** To its reader; to nobody while it has none. */
    void send(StreamEvent event) {
        if (connection != null) {
            connection.offer(event);
        }
    }

    /** Begins a connection; the one before ends. */
    void attach(EventQueue queue) {
        if (connection != null) {
            connection.end();
        }
        connection = queue;
        send(StateChange.OPENED);
        devices.forEach(device -> send(StateChange.subscribed(device)));
    }

    /** The connection is over, if it is still the present one. */
    void detach(EventQueue queue, long now) {
        if (connection == queue) {
            connection = null;
            idleSince = now;
        }
    }

    /** Says so, and ends the connection. */
    void close() {
        send(StateChange.CLOSED);
        if (connection != null) {
            connection.end();
        }
    }

    /** Lets its connection look around. */
    void wake() {
        if (connection != null) {
            connection.wake();
        }
    }

    /** Whether somebody is connected to it. */
    boolean isRead() {
        return connection != null;
    }

    /** Whether nobody has read it for so many milliseconds. */
    boolean isForgotten(long now, long grace) {
        return connection == null && now - idleSince >= grace;
    }

    @Override
    public void write(ResourceWriter out) {
        out.begin("logstream", id, PATH)
                .text("url", out.link(PATH, id))
                .relationships()
                .end();
    }
}
