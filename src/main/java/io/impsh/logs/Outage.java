package io.impsh.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From the first link that broke until all stand and what was missed has been read. Safe for use by many threads. */
final class Outage {
    private Instant began;
    private Instant ended;

    synchronized void lost() {
        began = began == null ? Instant.now() : began;
        ended = null;
    }

    synchronized void stands() {
        if (began != null && ended == null) {
            ended = Instant.now();
        }
    }

    /** It goes on without the links. */
    synchronized void over() {
        began = null;
        ended = null;
    }

    synchronized boolean isOn() {
        return began != null;
    }

    /** Since when all links stand again, or {@code null}. */
    synchronized Instant stoodAt() {
        return ended;
    }

    /** What was missed has been read. Tells how long it was, once. */
    synchronized Optional<Duration> end() {
        if (ended == null) {
            return Optional.empty();
        }
        Duration away = Duration.between(began, ended);
        over();
        return Optional.of(away);
    }
}
