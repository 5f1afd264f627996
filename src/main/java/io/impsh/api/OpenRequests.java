package io.impsh.api;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** The requests that have begun and not ended, oldest first. Safe for use by many threads. */
final class OpenRequests {
    /** No record, as two requests may be equal in all they say. */
    private static final class Opened {
        private final ApiRequest request;
        private final long at;

        private Opened(ApiRequest request, long at) {
            this.request = request;
            this.at = at;
        }
    }

    private final WaitClock clock;
    private final RateLimiter limiter;
    private final Set<Opened> open = new LinkedHashSet<>();
    private long ended;

    OpenRequests(WaitClock clock, RateLimiter limiter) {
        this.clock = clock;
        this.limiter = limiter;
    }

    /** @return to be closed when it has its answer, or none */
    Registration begin(ApiRequest request) {
        if (request.context().priority().isBackground()) {
            return () -> {};
        }
        Opened opened = new Opened(request, clock.nanoTime());
        synchronized (this) {
            open.add(opened);
        }
        return () -> end(opened);
    }

    private synchronized void end(Opened over) {
        open.remove(over);
        ended++;
    }

    synchronized Traffic traffic() {
        Opened oldest = open.isEmpty() ? null : open.iterator().next();
        RateLimiter.Queue queue = limiter.queue();
        return new Traffic(
                open.size(),
                ended,
                oldest == null ? null : words(oldest.request),
                oldest == null ? Duration.ZERO : Duration.ofNanos(clock.nanoTime() - oldest.at),
                queue.waiting(),
                queue.delay(),
                limiter.requestsPerSecond());
    }

    private static String words(ApiRequest request) {
        return request.method() + " /" + String.join("/", request.path());
    }
}
