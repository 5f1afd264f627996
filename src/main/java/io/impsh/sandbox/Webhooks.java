package io.impsh.sandbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All webhooks in order of creation. Part of the store: whoever uses it holds the store's monitor. */
final class Webhooks {
    private final Map<String, Webhook> webhooks = new LinkedHashMap<>();

    void add(Webhook webhook) {
        webhooks.put(webhook.id(), webhook);
    }

    void clear() {
        webhooks.clear();
    }

    void remove(Webhook webhook) {
        webhooks.remove(webhook.id());
    }

    Collection<Webhook> all() {
        return webhooks.values();
    }

    List<Webhook> visibleTo(Account caller) {
        return webhooks.values().stream()
                .filter(webhook -> isVisible(webhook, caller))
                .toList();
    }

    Optional<Webhook> find(String id, Account caller) {
        return Optional.ofNullable(webhooks.get(id)).filter(webhook -> isVisible(webhook, caller));
    }

    /** Those of a group that wait for an event. */
    List<Webhook> waiting(DeviceGroup group, WebhookEvent event) {
        return webhooks.values().stream()
                .filter(webhook -> webhook.group() == group && webhook.event() == event)
                .toList();
    }

    /** Those of a group that is gone go with it. */
    void lose(DeviceGroup group) {
        webhooks.values().removeIf(webhook -> webhook.group() == group);
    }

    private static boolean isVisible(Webhook webhook, Account caller) {
        return webhook.group().product().visibleTo(caller);
    }
}
