package io.impsh.api;

import io.impsh.UserException;
import io.impsh.model.LogEntry;
import java.time.Duration;

/**
 * Gets to know what happens on a log stream. Its methods are called one after the other, in the order of the stream, on a
 * thread of the network: they should hand over and return, as nothing is read meanwhile. One that throws ends the stream.
 */
public interface LogListener {
    /**
     * The stream flows. Again after each {@link #lost}: what was logged between is not sent later, and the service may
     * have forgotten which devices were on the stream.
     */
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

    /** The service had forgotten the stream, and another one was made, which may have closed one of the account's others. */
    default void renewed() {}

    /** The service closed the stream, and nobody of ours asked for it: there will be no other call. */
    default void closed(String reason) {}

    /** It cannot be made again, as the service refuses it: there will be no other call. */
    default void ended(UserException why) {}
}
