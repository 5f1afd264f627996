package io.impsh.sandbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts what came in and what was answered, for tests that compare a client's account with the server's. */
final class Statistics {
    private final Map<String, Integer> requests = new TreeMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<WebhookOutcome, Integer> webhooks = new EnumMap<>(WebhookOutcome.class);
    private Consumer<String> watcher = request -> {};
    private int rateLimited;

    /** Tells somebody of each request from now on, by method and path pattern; for tests. */
    synchronized void watch(Consumer<String> newWatcher) {
        watcher = newWatcher;
    }

    synchronized void received(String method, String pattern) {
        String request = method + " " + pattern;
        requests.merge(request, 1, Integer::sum);
        watcher.accept(request);
    }

    /** @param word of the fault, as it is specified */
    synchronized void failed(String word) {
        faults.merge(word, 1, Integer::sum);
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
        return new TreeMap<>(faults);
    }

    /** By the word of the outcome. */
    synchronized Map<String, Integer> webhooks() {
        Map<String, Integer> counts = new TreeMap<>();
        webhooks.forEach((outcome, count) -> counts.put(outcome.word(), count));
        return counts;
    }
}
