package io.impsh.sandbox;

import io.impsh.sandbox.Fault.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what came in and what was answered, for tests that compare a client's account with the server's. */
final class Statistics {
    private final Map<String, Integer> requests = new TreeMap<>();
    private final Map<Kind, Integer> faults = new EnumMap<>(Kind.class);
    private final Map<WebhookOutcome, Integer> webhooks = new EnumMap<>(WebhookOutcome.class);
    private int rateLimited;

    synchronized void received(String method, String pattern) {
        requests.merge(method + " " + pattern, 1, Integer::sum);
    }

    synchronized void failed(Kind kind) {
        if (kind != Kind.NONE) {
            faults.merge(kind, 1, Integer::sum);
        }
    }

    synchronized void called(WebhookOutcome outcome) {
        webhooks.merge(outcome, 1, Integer::sum);
    }

    /** Begins anew. */
    synchronized void clear() {
        requests.clear();
        faults.clear();
        webhooks.clear();
        rateLimited = 0;
    }

    synchronized void rateLimited() {
        rateLimited++;
    }

    synchronized Map<String, Integer> requests() {
        return new TreeMap<>(requests);
    }

    synchronized int rateLimitedCount() {
        return rateLimited;
    }

    /** By the word of the fault specification. */
    synchronized Map<String, Integer> faults() {
        Map<String, Integer> counts = new TreeMap<>();
        faults.forEach((kind, count) -> counts.put(kind.word(), count));
        return counts;
    }

    /** By the word of the outcome. */
    synchronized Map<String, Integer> webhooks() {
        Map<String, Integer> counts = new TreeMap<>();
        webhooks.forEach((outcome, count) -> counts.put(outcome.word(), count));
        return counts;
    }
}
