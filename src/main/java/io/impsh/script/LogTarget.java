package io.impsh.script;

/** Where the lines of a stream go that it lets through. Called by several threads. */
interface LogTarget {
    /** In the order of the log of each device. It may take its time. */
    void line(LogLine line);

    /** No line comes any more. */
    default void close() {}

    /** The stream cannot go on; {@link #close} follows. */
    default void ended(String reason) {}

    /** Nobody wants any more what it has not passed on yet. */
    default void discard() {}

    /** How many lines got lost here, as nobody took them in time. */
    default long dropped() {
        return 0;
    }
}
