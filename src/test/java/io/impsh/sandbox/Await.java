package io.impsh.sandbox;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for a condition, with an end. */
final class Await {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private Await() {}

    /** Asks again and again; answers the first value that fits, or fails with the last one. */
    static <T> T until(Supplier<T> source, Predicate<T> fits) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        T value = source.get();
        while (!fits.test(value)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not so after " + DEADLINE.toSeconds() + " s: " + value);
            }
            Thread.sleep(20);
            value = source.get();
        }
        return value;
    }
}
