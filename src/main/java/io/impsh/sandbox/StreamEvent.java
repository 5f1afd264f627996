package io.impsh.sandbox;

/** What a log stream tells its reader. */
sealed interface StreamEvent {

    /**
     * Something about the stream itself.
     *
     * @param state what it has come to: {@code opened}, {@code subscribed}, {@code unsubscribed} or {@code closed}
     * @param device which device it is about, or {@code null}
     */
    record StateChange(String state, Device device) implements StreamEvent {
        static final StateChange OPENED = new StateChange("opened", null);
        static final StateChange CLOSED = new StateChange("closed", null);

        static StateChange subscribed(Device device) {
            return new StateChange("subscribed", device);
        }

        static StateChange unsubscribed(Device device) {
            return new StateChange("unsubscribed", device);
        }
    }

    /** A line of a device's log. */
    record Message(LogEntry entry) implements StreamEvent {}
}
