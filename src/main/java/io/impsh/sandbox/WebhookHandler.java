package io.impsh.sandbox;

import io.impsh.sandbox.Webhook.Destination;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;

/** Webhooks: list, create, read, change, delete. */
final class WebhookHandler {
    private static final String ITEM = "/v5/webhooks/{id}";

    private final Store store;

    WebhookHandler(Store store) {
        this.store = store;
    }

    void addTo(Router router) {
        router.add("GET", "/v5/webhooks", this::list)
                .add("POST", "/v5/webhooks", this::create)
                .add("GET", ITEM, call -> Reply.found(call, webhook(call)))
                .add("PATCH", ITEM, this::update)
                .add("DELETE", ITEM, this::delete);
    }

    private Reply list(Call call) {
        return Reply.list(
                call,
                store.webhooks().visibleTo(call.caller()).stream()
                        .filter(webhook ->
                                call.accepts("devicegroup.id", webhook.group().id()))
                        .toList());
    }

    private Reply create(Call call) {
        ResourceDocument document = ResourceDocument.of(call);
        document.expectType("webhook");
        document.permitRelationships("devicegroup");
        DeviceGroup group = store.group(document.requiredRelationship("devicegroup"), call.caller());
        Attributes attributes = document.attributes("url", "event", "content_type");
        Destination destination = new Destination(url(attributes), content(attributes));
        WebhookEvent event = event(attributes);
        Webhook webhook = new Webhook(store.newId(), group, call.caller(), event, destination, store.nextTime());
        store.webhooks().add(webhook);
        return Reply.created(call, webhook);
    }

    private Reply update(Call call) {
        Webhook webhook = webhook(call);
        ResourceDocument document = ResourceDocument.of(call);
        document.expectType("webhook");
        document.expectId(call.parameter("id"));
        document.permitRelationships();
        Attributes attributes = document.attributes("url", "content_type");
        attributes.forbid("event", "cannot be changed");
        Destination before = webhook.destination();
        Destination after = new Destination(
                attributes.has("url") ? url(attributes) : before.url(),
                attributes.has("content_type") ? content(attributes) : before.content());
        if (!after.equals(before)) {
            webhook.change(after, store.nextTime());
        }
        return Reply.found(call, webhook);
    }

    private Reply delete(Call call) {
        store.webhooks().remove(webhook(call));
        return Reply.noContent();
    }

    private static String url(Attributes attributes) {
        String url = attributes.requiredText("url");
        if (!isAbsolute(url)) {
            throw new ApiError(400, "VX004", "Invalid URL", "The provided URL is invalid.")
                    .at("/data/attributes/url")
                    .exception();
        }
        return url;
    }

    /** Whether it is one of HTTP with a host; a bare word is not. */
    private static boolean isAbsolute(String url) {
        try {
            URI uri = new URI(url);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static WebhookEvent event(Attributes attributes) {
        return attributes.oneOf("event", Arrays.asList(WebhookEvent.values()), WebhookEvent::word);
    }

    private static WebhookContent content(Attributes attributes) {
        return attributes.oneOf("content_type", Arrays.asList(WebhookContent.values()), WebhookContent::mediaType);
    }

    private Webhook webhook(Call call) {
        String id = call.parameter("id");
        return store.webhooks().find(id, call.caller()).orElseThrow(() -> ApiError.notFound(
                        "There is no webhook '" + id + "'.")
                .exception());
    }
}
