package io.impsh.api;

import java.time.Duration;

/**
 * For whom a request is sent, and who may stop it.
 *
 * @param waited how long it has waited for its turn
 */
record RequestContext(Priority priority, Cancellation cancellation, Duration waited) {
    static final RequestContext DEFAULT = new RequestContext(Priority.PROMPT, Cancellation.none());

    RequestContext(Priority priority, Cancellation cancellation) {
        this(priority, cancellation, Duration.ZERO);
    }

    RequestContext after(Duration wait) {
        return new RequestContext(priority, cancellation, wait);
    }
}
