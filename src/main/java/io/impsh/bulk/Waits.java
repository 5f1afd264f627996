package io.impsh.bulk;

import java.time.Duration;
import java.util.function.Consumer;

/** Lets time pass between the requests of a run, in steps so short that one can watch it. */
final class Waits {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Run run;
    private final Timing timing;

    Waits(Run run) {
        this.run = run;
        this.timing = run.timing();
    }

    long nanos() {
        return timing.nanos();
    }

    Duration since(long begin) {
        return Duration.ofNanos(timing.nanos() - begin);
    }

    /**
     * Waits until that time after {@code begin}.
     *
     * @param eachStep is told how much is left
     * @return whether it has come; not when the run was asked to stop before
     */
    boolean until(long begin, Duration end, Consumer<Duration> eachStep) {
        Duration left = end.minus(since(begin));
        while (!run.control().isStopping() && !left.isZero() && !left.isNegative()) {
            eachStep.accept(left);
            await(left.compareTo(STEP) < 0 ? left : STEP);
            left = end.minus(since(begin));
        }
        return !run.control().isStopping();
    }

    private void await(Duration step) {
        run.workers().waiting(() -> timing.await(step, run.control()));
    }
}
