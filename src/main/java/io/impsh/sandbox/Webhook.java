package io.impsh.sandbox;

/** A webhook: a URL that is called when something happens in a device group. */
final class Webhook implements Resource {
    private final String id;
    private final DeviceGroup group;
    private final Account creator;
    private final WebhookEvent event;
    private final long createdAt;
    private Destination destination;
    private long updatedAt;

    /** What can be changed later. */
    record Destination(String url, WebhookContent content) {}

    Webhook(String id, DeviceGroup group, Account creator, WebhookEvent event, Destination destination, long now) {
        this.id = id;
        this.group = group;
        this.creator = creator;
        this.event = event;
        this.destination = destination;
        this.createdAt = now;
        this.updatedAt = now;
    }

    @Override
    public String id() {
        return id;
    }

    DeviceGroup group() {
        return group;
    }

    Account creator() {
        return creator;
    }

    WebhookEvent event() {
        return event;
    }

    Destination destination() {
        return destination;
    }

    long createdAt() {
        return createdAt;
    }

    long updatedAt() {
        return updatedAt;
    }

    void change(Destination changed, long now) {
        destination = changed;
        updatedAt = now;
    }

    @Override
    public void write(ResourceWriter out) {
        out.begin("webhook", id, "/webhooks")
                .text("url", destination.url())
                .text("event", event.word())
                .text("content_type", destination.content().mediaType())
                .time("created_at", createdAt)
                .time("updated_at", updatedAt)
                .relationships()
                .account("owner", group.owner())
                .account("creator", creator)
                .relation("product", "product", group.product().id());
        group.writeReference("devicegroup", out);
        out.end();
    }
}
