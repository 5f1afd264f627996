package io.impsh.script;

import io.impsh.logs.LogEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Streams share their links and maybe devices: what one of them has said, the others need not say again. */
final class ToldEvents {
    private static final long FRESH = Duration.ofSeconds(5).toNanos();
    /** While a link does not come back, why it does not is said again that often. */
    private static final long LOST_AGAIN = Duration.ofMinutes(1).toNanos();

    /** Who said it last, and when. */
    private record Said(LogStream by, long at) {}

    private final Map<Object, Said> said = new HashMap<>();
    private boolean lost;
    private long lostSaidAt;

    /** For streams that begin anew. */
    synchronized void forget() {
        said.clear();
        lost = false;
    }

    /** Whether no other stream has just said the same; that a link is lost is said once, not at each attempt. */
    synchronized boolean isNews(LogStream stream, LogEvent event) {
        long now = System.nanoTime();
        if (event instanceof LogEvent.Lost) {
            boolean isNews = !lost || now - lostSaidAt > LOST_AGAIN;
            lostSaidAt = isNews ? now : lostSaidAt;
            lost = true;
            return isNews;
        }
        lost = lost && !(event instanceof LogEvent.Back || event instanceof LogEvent.Taken);
        said.values().removeIf(old -> now - old.at() > FRESH);
        Object subject = event instanceof LogEvent.Back ? LogEvent.Back.class : event;
        Said before = said.get(subject);
        if (before != null && before.by() != stream) {
            return false;
        }
        said.put(subject, new Said(stream, now));
        return true;
    }
}
