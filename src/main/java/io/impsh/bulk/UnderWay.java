package io.impsh.bulk;

import java.time.Duration;

/**
 * Requests whose answer is not known, or that were answered, and whose effect does not show: they may still be under way
 * in the service, and arrive after the state has been read. What shows nothing is only believed once they have had time.
 */
final class UnderWay {
    static final Duration TIME = Duration.ofSeconds(2);

    private final Run run;
    private boolean any;
    private long lastHeard;

    UnderWay(Run run) {
        this.run = run;
    }

    /** Something about a request was heard at this moment. */
    void heard() {
        any = true;
        lastHeard = run.timing().nanos();
    }

    /** Waits until what was heard last is old enough. */
    void await() {
        if (any) {
            await(TIME.minus(Duration.ofNanos(run.timing().nanos() - lastHeard)));
        }
    }

    /** Nothing but giving up on what is in flight ends it early: what came of that has to be known. */
    void await(Duration time) {
        long begin = run.timing().nanos();
        Duration left = time;
        while (!left.isNegative() && !left.isZero() && !run.control().inFlight().isCancelled()) {
            Duration step = left;
            run.workers().waiting(() -> run.timing().awaitThrough(step, run.control()));
            left = time.minus(Duration.ofNanos(run.timing().nanos() - begin));
        }
    }
}
