package io.impsh.bulk;

import io.impsh.model.Webhook;

/**
 * What a webhook does. Two with the same facts in one group are the same to whoever receives them.
 *
 * @param url absolute, {@code http} or {@code https}
 * @param event one of {@link Webhook#EVENTS}
 * @param contentType {@link Webhook#JSON} or {@link Webhook#FORM}
 */
public record WebhookFacts(String url, String event, String contentType) {
    static WebhookFacts of(Webhook webhook) {
        return new WebhookFacts(webhook.url(), webhook.event(), webhook.contentType());
    }
}
