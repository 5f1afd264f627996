package io.impsh.logs;

import io.impsh.model.Device;
import io.impsh.model.LogEntry;

/**
 * Gets the lines of the devices that it follows. Called by several threads of the network: the lines of one device one
 * after the other, those of different devices at the same time. One that takes its time holds up the devices whose lines
 * it gets, and in the end the service; none is dropped for that.
 */
public interface LogFollower {
    /** A line, which no other call tells again. In the order of its device's log. */
    void line(Device device, LogEntry entry);

    /** Something that the user should know. */
    default void happened(LogEvent event) {}
}
