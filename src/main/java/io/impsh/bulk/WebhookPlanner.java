package io.impsh.bulk;

import io.impsh.api.Filter;
import io.impsh.model.DeviceGroup;
import io.impsh.model.Webhook;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Plans what happens to webhooks. */
final class WebhookPlanner {
    private final Cloud cloud;
    private final PlanDraft draft;

    WebhookPlanner(Cloud cloud, PlanDraft draft) {
        this.cloud = cloud;
        this.draft = draft;
    }

    /** @param groups each once */
    void create(List<DeviceGroup> groups, WebhookFacts facts) {
        Set<String> having = havingAlready(groups, facts);
        for (DeviceGroup group : groups) {
            Verdict verdict = having.contains(group.id()) ? Verdict.already("already has that webhook") : Verdict.GO;
            draft.add(group, new Change.CreateWebhook(facts), 0, verdict);
        }
    }

    private Set<String> havingAlready(List<DeviceGroup> groups, WebhookFacts facts) {
        Set<String> having = new HashSet<>();
        if (!groups.isEmpty()) {
            Filter where = groups.size() == 1 ? StateReader.in(groups.get(0).ref()) : Filter.none();
            Cloud.all(cloud.webhooks(where, cloud.concurrency())).stream()
                    .filter(webhook -> WebhookFacts.of(webhook).equals(facts))
                    .forEach(webhook -> having.add(webhook.group().id()));
        }
        return having;
    }

    /** @param webhooks each once */
    void update(List<Webhook> webhooks, String url, String contentType) {
        for (Webhook webhook : webhooks) {
            WebhookFacts from = WebhookFacts.of(webhook);
            WebhookFacts to = new WebhookFacts(
                    Objects.requireNonNullElse(url, from.url()),
                    from.event(),
                    Objects.requireNonNullElse(contentType, from.contentType()));
            Verdict verdict = to.equals(from) ? Verdict.already("already so") : Verdict.GO;
            draft.add(webhook, new Change.UpdateWebhook(from, to), verdict);
        }
    }

    /** @param webhooks each once */
    void remove(List<Webhook> webhooks) {
        webhooks.forEach(webhook -> draft.add(webhook, new Change.Remove(), Verdict.GO));
    }
}
