package io.impsh.api;

import java.time.Duration;

/**
 * For whom a request is sent, and who may stop it.
 *
 * @param waited how long it has waited for its turn
 * @param witnessed whether a {@link WriteWitness} hears of it
 */
record RequestContext(Priority priority, Cancellation cancellation, Duration waited, boolean witnessed) {
    static final RequestContext DEFAULT = new RequestContext(Priority.PROMPT, Cancellation.none());

    RequestContext(Priority priority, Cancellation cancellation) {
        this(priority, cancellation, Duration.ZERO, true);
    }

    RequestContext with(Priority other) {
        return new RequestContext(other, cancellation, waited, witnessed);
    }

    RequestContext with(Cancellation other) {
        return new RequestContext(priority, other, waited, witnessed);
    }

    RequestContext unwitnessed() {
        return new RequestContext(priority, cancellation, waited, false);
    }

    RequestContext after(Duration wait) {
        return new RequestContext(priority, cancellation, wait, witnessed);
    }
}
