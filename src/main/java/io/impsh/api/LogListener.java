package io.impsh.api;

import io.impsh.model.LogEntry;
import java.time.Duration;

/**
 * Gets to know what happens on a log stream. Its methods are called one after the other, in the order of the stream, on a
 * thread of the network: they should hand over and return, as nothing is read meanwhile. One that throws ends the stream.
 */
public interface LogListener {
    /** The stream flows. Again after each {@link #lost}; what was logged between is not sent later. */
    default void opened() {}

    /** Lines of that device come from now on. May be said again after a reconnect. */
    default void subscribed(String deviceId) {}

    /**
     * No more lines of that device come.
     *
     * @param asked whether {@link LogFeed#remove} asked for it; if not, the service dropped it, as it does with the
     *     longest subscribed one when there are too many
     */
    default void unsubscribed(String deviceId, boolean asked) {}

    void message(LogEntry entry);

    /** An event that is not understood, such as half a line of JSON; whatever it said is missing. */
    default void unreadable(String data) {}

    /** The link broke, or nothing came for too long. It is tried again after the wait. */
    default void lost(String reason, Duration wait) {}

    /** A device could not be put on the stream again after a reconnect. */
    default void refused(String deviceId, String reason) {}

    /** The stream is over, and nobody of ours ended it: there will be no other call. */
    default void closed(String reason) {}
}
