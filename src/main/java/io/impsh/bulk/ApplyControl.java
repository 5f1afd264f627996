package io.impsh.bulk;

import io.impsh.api.Cancellation;

/**
 * Stops the applying of a plan in two stages, from any thread. The first lets everything in flight finish and reads it
 * back; the second gives up on that too, so that what was in flight ends as unknown.
 */
public final class ApplyControl {
    private final Cancellation inFlight = new Cancellation();
    private volatile boolean stopping;

    /** First stage: nothing new is started. */
    public void stopStarting() {
        stopping = true;
    }

    /** Second stage: the requests in flight are cancelled as well. */
    public void cancelInFlight() {
        stopping = true;
        inFlight.cancel();
    }

    public boolean isStopping() {
        return stopping || inFlight.isCancelled();
    }

    /** What the requests of the run are bound to. */
    public Cancellation inFlight() {
        return inFlight;
    }
}
