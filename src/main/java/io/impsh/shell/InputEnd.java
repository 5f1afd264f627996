package io.impsh.shell;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells the end of the input from what JLine takes for it: a reading that came back with nothing sooner than it was told
 * to wait. On a machine that was held up for a moment the terminal's driver does that too, now and then, and a shell that
 * nobody has touched would end. At a real end each further reading comes back with nothing, at once.
 */
final class InputEnd {
    private static final int TRIES = 10;
    private static final long BETWEEN_TRIES_MILLIS = 5;
    /**
     * A reading that lasted longer than this has waited for a key, so there was no end when it began. That a terminal was
     * closed JLine sees after 100 ms.
     */
    private static final long WAITED_NANOS = Duration.ofSeconds(1).toNanos();

    private InputEnd() {}

    /** What was read, or {@code null} at the end. */
    static <T> T readUntil(Supplier<T> reading) {
        return readUntil(reading, System::nanoTime);
    }

    /** @param clock in nanoseconds */
    static <T> T readUntil(Supplier<T> reading, LongSupplier clock) {
        int atOnce = 0;
        while (true) {
            long begun = clock.getAsLong();
            T read = reading.get();
            // Hours may pass between two such moments; only those count that follow each other.
            atOnce = clock.getAsLong() - begun > WAITED_NANOS ? 1 : atOnce + 1;
            if (read != null || atOnce >= TRIES || Thread.currentThread().isInterrupted()) {
                return read;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
