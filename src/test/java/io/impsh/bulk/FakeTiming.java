package io.impsh.bulk;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Time that passes only while somebody waits, and then at once. */
final class FakeTiming implements Timing {
    private final NavigableMap<Duration, Runnable> events = new TreeMap<>();
    private Duration now = Duration.ZERO;

    /** Something happens when so much time has passed since the beginning. */
    FakeTiming at(Duration time, Runnable event) {
        events.put(time, event);
        return this;
    }

    long seconds() {
        return now.toSeconds();
    }

    @Override
    public long nanos() {
        return now.toNanos();
    }

    @Override
    public void await(Duration time, ApplyControl control) throws InterruptedException {
        now = now.plus(time);
        while (!events.isEmpty() && events.firstKey().compareTo(now) <= 0) {
            events.pollFirstEntry().getValue().run();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
