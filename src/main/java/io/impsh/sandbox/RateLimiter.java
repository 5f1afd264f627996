package io.impsh.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Counts requests per account in windows of one second, which begin with the first request after the one before has
 * ended. Switched off, it neither refuses nor sends headers.
 */
final class RateLimiter {
    private static final long WINDOW_NANOSECONDS = 1_000_000_000L;

    private final OptionalInt limit;
    private final Map<String, Window> windows = new HashMap<>();

    RateLimiter(OptionalInt limit) {
        this.limit = limit;
    }

    private static final class Window {
        private long start;
        private int used;
    }

    /**
     * Counts one request.
     *
     * @param who account id, or the network address of a caller without a valid token
     */
    Admission admit(String who) {
        if (limit.isEmpty()) {
            return new Admission(true, Map.of());
        }
        Window window = current(who);
        boolean admitted = window.used < limit.getAsInt();
        if (admitted) {
            window.used++;
        }
        return new Admission(admitted, headers(limit.getAsInt() - window.used));
    }

    /** For answers that count against nobody. */
    Map<String, String> uncounted() {
        return limit.isEmpty() ? Map.of() : headers(limit.getAsInt());
    }

    /** For a 429 that is not deserved; without a limit it says only when to come again. */
    Map<String, String> exhausted() {
        return limit.isEmpty() ? Map.of("X-RateLimit-Reset", "1") : headers(0);
    }

    /** @param headers what the answer says about the limit */
    record Admission(boolean admitted, Map<String, String> headers) {}

    private Window current(String who) {
        Window window = windows.computeIfAbsent(who, any -> new Window());
        long now = System.nanoTime();
        if (window.used == 0 || now - window.start >= WINDOW_NANOSECONDS) {
            window.start = now;
            window.used = 0;
        }
        return window;
    }

    /** What is left of a window of a second is never more than one, in whole seconds. */
    private Map<String, String> headers(int remaining) {
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(limit.getAsInt()),
                "X-RateLimit-Remaining", Integer.toString(remaining),
                "X-RateLimit-Reset", "1");
    }
}
