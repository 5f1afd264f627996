package io.impsh.bulk;

import java.time.Duration;

/** How time passes for a run that waits. Not by the wall clock, which may jump. */
interface Timing {
    Timing SYSTEM = new Timing() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void await(Duration time, ApplyControl control) throws InterruptedException {
            control.await(time);
        }

        @Override
        public void awaitThrough(Duration time, ApplyControl control) throws InterruptedException {
            control.awaitThrough(time);
        }
    };

    /** Only the difference between two of them means anything. */
    long nanos();

    /** Lets so long pass, or less once the run is asked to stop. */
    void await(Duration time, ApplyControl control) throws InterruptedException;

    /** Lets so long pass, or less once what is in flight is given up, too. */
    default void awaitThrough(Duration time, ApplyControl control) throws InterruptedException {
        await(time, control);
    }
}
