package io.impsh.script;

import io.impsh.bulk.Plan;
import io.impsh.bulk.Planner;
import io.impsh.model.Webhook;
import java.util.List;
import java.util.function.BiFunction;

/** What can be done to many webhooks: each makes a plan and touches nothing. */
final class WebhookQueryVerbs {
    private WebhookQueryVerbs() {}

    static HostType<Query<Webhook>> addTo(HostType<Query<Webhook>> type) {
        return type.method(
                        "update",
                        "Plan",
                        "Plans to change their address or content type. Events and groups stay as they are.",
                        "webhooks.where({event: 'blinkup'}).update({contentType: 'form'})",
                        (query, call) -> {
                            WebhookVerbs.Changes changes = WebhookVerbs.changes(call);
                            return plan(
                                    query,
                                    call,
                                    (planner, webhooks) ->
                                            planner.updateWebhooks(webhooks, changes.url(), changes.contentType()));
                        },
                        WebhookVerbs.CHANGES)
                .method(
                        "remove",
                        "Plan",
                        "Plans to remove them.",
                        "webhooks.where({group: 'Thermostat field'}).remove()",
                        (query, call) -> plan(query, call, Planner::removeWebhooks));
    }

    private static Object plan(Query<Webhook> query, Call call, BiFunction<Planner, List<Webhook>, Plan> make) {
        Plans.refuseUnrestricted(query, call.name());
        Host host = call.host();
        return host.objects().plan(make.apply(Plans.planner(host), query.toList(host)));
    }
}
