package io.impsh.api;

import io.impsh.model.EntityRef;
import io.impsh.model.Webhook;
import java.util.LinkedHashMap;
import java.util.Map;

/** The webhooks of the device groups that the account may see. */
public final class Webhooks {
    private static final String COLLECTION = "webhooks";

    private final Calls calls;

    Webhooks(Calls calls) {
        this.calls = calls;
    }

    /** @param filter knows {@code devicegroup.id} */
    public PagedIterable<Webhook> list(Filter filter) {
        return calls.list(ApiRequest.of("GET", "list webhooks", COLLECTION), filter, EntityReader::webhook);
    }

    /** @throws NotFoundException when no visible webhook has that id */
    public Webhook get(String id) {
        return calls.one(read(id), EntityReader::webhook);
    }

    /** Creates a webhook; never sent twice. */
    public Webhook create(NewWebhook webhook) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("url", webhook.url());
        attributes.put("event", webhook.event());
        attributes.put("content_type", webhook.contentType());
        ApiRequest request = ApiRequest.of("POST", "create a webhook for " + webhook.event(), COLLECTION)
                .withBody(RequestBodies.create(Webhook.TYPE, attributes, Map.of("devicegroup", webhook.group())))
                .harmfulTwice();
        return calls.one(request, EntityReader::webhook);
    }

    /** @param attributes {@code url}, {@code content_type}; event and group are fixed */
    public Webhook update(String id, Map<String, Object> attributes) {
        ApiRequest request = item("PATCH", "change webhook ", id)
                .withBody(RequestBodies.update(new EntityRef(Webhook.TYPE, id), attributes, Map.of()));
        return calls.changed(request, read(id), EntityReader::webhook);
    }

    public void delete(String id) {
        calls.done(item("DELETE", "delete webhook ", id));
    }

    private static ApiRequest read(String id) {
        return item("GET", "read webhook ", id);
    }

    private static ApiRequest item(String method, String verb, String id) {
        return ApiRequest.of(method, verb + id, COLLECTION, Calls.id("webhook", id));
    }
}
