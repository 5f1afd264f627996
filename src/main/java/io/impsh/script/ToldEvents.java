package io.impsh.script;

import io.impsh.logs.LogEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Streams share their links and maybe devices: what one of them has said, the others need not say again. */
final class ToldEvents {
    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    /** Who said it last, and when. */
    private record Said(LogStream by, long at) {}

    private final Map<Object, Said> said = new HashMap<>();

    /** Whether no other stream has just said the same. */
    synchronized boolean isNews(LogStream stream, LogEvent event) {
        long now = System.nanoTime();
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
