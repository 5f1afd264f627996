package io.impsh.shell;

import java.util.function.Supplier;

/**
 * Tells the end of the input from what JLine takes for it: a reading that came back with nothing sooner than it was told
 * to wait. On a machine that was held up for a moment the terminal's driver does that too, once in a while, and a shell
 * that nobody has touched would end. At a real end each further reading comes back with nothing, at once.
 */
final class InputEnd {
    private static final int TRIES = 10;
    private static final long BETWEEN_TRIES_MILLIS = 5;

    private InputEnd() {}

    /** What was read, or {@code null} at the end. */
    static <T> T readUntil(Supplier<T> reading) {
        T read = reading.get();
        for (int tries = 1;
                read == null && tries < TRIES && !Thread.currentThread().isInterrupted();
                tries++) {
            pause();
            read = reading.get();
        }
        return read;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
