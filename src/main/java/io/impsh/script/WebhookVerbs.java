package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.api.NewWebhook;
import io.impsh.bulk.Question;
import io.impsh.bulk.WebhookFacts;
import io.impsh.model.EntityRef;
import io.impsh.model.Webhook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What can be done with webhooks. */
final class WebhookVerbs {
    private static final Argument URL = Argument.required("url", "string", "absolute, http:// or https://");
    private static final Argument CONTENT_TYPE = Argument.optional(
            "contentType",
            "string",
            "'json', which is the preset, or 'form'; or " + Webhook.JSON + ", " + Webhook.FORM);

    static final Argument CHANGES =
            Argument.options("changes", Argument.optional("url", URL.type(), URL.text()), CONTENT_TYPE);

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^\\s/?#]+(?:[/?#]\\S*)?");

    /** The vendor's tool calls the second one urlencoded. */
    private static final Map<String, String> CONTENT_TYPES = contentTypes();

    private WebhookVerbs() {}

    private static Map<String, String> contentTypes() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("json", Webhook.JSON);
        types.put("form", Webhook.FORM);
        types.put("urlencoded", Webhook.FORM);
        types.put(Webhook.JSON, Webhook.JSON);
        types.put(Webhook.FORM, Webhook.FORM);
        return types;
    }

    static HostType<Handle<Webhook>> addTo(HostType<Handle<Webhook>> type) {
        return type.method(
                        "update",
                        "Webhook",
                        "Changes address or content type. Event and group stay as they are.",
                        "webhooks.first().update({contentType: 'form'})",
                        (webhook, call) -> update(webhook, call),
                        CHANGES)
                .method(
                        "remove",
                        "void",
                        "Removes the webhook. Asks first.",
                        "webhooks.first().remove()",
                        (webhook, call) -> remove(webhook, call.host()));
    }

    /** @param withGroup whether the group is one of the keys */
    static Argument newWebhook(boolean withGroup) {
        List<Argument> keys = new ArrayList<>(List.of(
                URL,
                Argument.required("event", "string", "one of " + String.join(", ", Webhook.EVENTS)),
                CONTENT_TYPE));
        if (withGroup) {
            keys.add(0, Argument.required("group", DeviceVerbs.GROUP.type(), "the group whose events it tells"));
        }
        return Argument.options("attributes", keys.toArray(Argument[]::new));
    }

    static Object create(EntityRef group, Options options, Host host) {
        WebhookFacts facts = facts(options);
        NewWebhook wanted = new NewWebhook(group, facts.url(), facts.event(), facts.contentType());
        host.beforeWrite();
        return ProductVerbs.made(EntityKinds.WEBHOOK, host.client().webhooks().create(wanted), host);
    }

    /** What a new one shall be. */
    static WebhookFacts facts(Options options) {
        String contentType = options.has("contentType") ? contentType(options) : Webhook.JSON;
        return new WebhookFacts(url(options), event(options), contentType);
    }

    /** What shall be different; what is {@code null} stays. */
    record Changes(String url, String contentType) {}

    static Changes changes(Call call) {
        refuseFixed(call);
        Options given = call.options(0);
        given.requireOne();
        return new Changes(given.has("url") ? url(given) : null, given.has("contentType") ? contentType(given) : null);
    }

    private static Object update(Handle<Webhook> webhook, Call call) {
        Changes changes = changes(call);
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (changes.url() != null) {
            attributes.put("url", changes.url());
        }
        if (changes.contentType() != null) {
            attributes.put("content_type", changes.contentType());
        }
        Host host = call.host();
        host.beforeWrite();
        return ProductVerbs.changed(webhook, host.client().webhooks().update(webhook.id(), attributes), host);
    }

    private static void refuseFixed(Call call) {
        for (String fixed : List.of("event", "group")) {
            if (call.has(0) && call.value(0).hasMember(fixed)) {
                throw new UserException(
                        "USAGE",
                        "the " + fixed + " of a webhook cannot be changed",
                        "make another one with createWebhook({…}), and remove() this one");
            }
        }
    }

    private static Object remove(Handle<Webhook> handle, Host host) {
        Webhook webhook = handle.entity(host);
        String group = host.directory().nameOf(webhook.group());
        host.confirmOrStop(new Question(
                "The webhook for " + webhook.event() + " of " + group + " is removed. Go on?",
                List.of(webhook.url()),
                1,
                false));
        host.beforeWrite();
        host.client().webhooks().delete(handle.id());
        host.directory().changed(EntityKinds.WEBHOOK);
        return GuestValues.UNDEFINED;
    }

    private static String url(Options options) {
        String url = options.text("url");
        if (url == null || !ABSOLUTE.matcher(url).matches()) {
            throw options.wrong("url", "an absolute http or https URL");
        }
        return url;
    }

    private static String event(Options options) {
        String event = options.text("event");
        if (event == null || !Webhook.EVENTS.contains(event)) {
            throw new UserException(
                    "USAGE",
                    "there is no event '" + event + "'"
                            + (event == null ? "" : Nearest.question(event, Webhook.EVENTS)),
                    "events: " + String.join(", ", Webhook.EVENTS));
        }
        return event;
    }

    private static String contentType(Options options) {
        String given = options.text("contentType");
        String type = given == null ? null : CONTENT_TYPES.get(given);
        if (type == null) {
            throw options.wrong("contentType", "'json' or 'form'");
        }
        return type;
    }
}
