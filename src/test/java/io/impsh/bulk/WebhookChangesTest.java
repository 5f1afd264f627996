package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.Webhook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans of webhooks: what they say, and what came of them. */
class WebhookChangesTest {
    private static final WebhookFacts HOOK = new WebhookFacts("https://a.example/", "deployment", Webhook.JSON);
    private static final Answer LOST = new Answer.Lost("connection reset");

    private final FakeCloud cloud = new FakeCloud().with(Fleet.LINE_1, Fleet.LINE_2, Fleet.LINE_3);
    private final Planner planner = Plans.planner(cloud);

    @Test
    void creating() {
        cloud.createWebhook(Fleet.LINE_2.ref(), HOOK);
        Plan plan = planner.createWebhooks(List.of(Fleet.LINE_1, Fleet.LINE_2, Fleet.LINE_1, Fleet.LINE_3), HOOK);
        assertThat(Told.plan(plan)).isEqualTo("""
                give a webhook for deployment to 2 groups
                  groups given a webhook for deployment, https://a.example/: 2
                  left alone, already has that webhook: 1
                  6 requests
                0 CreateWebhook Line 1 GO
                0 CreateWebhook Line 2 ALREADY already has that webhook
                0 CreateWebhook Line 3 GO
                2 groups get a webhook for deployment. Go on?
                  Line 1: new webhook for deployment, https://a.example/
                  Line 3: new webhook for deployment, https://a.example/
                """);
        assertThat(Told.report(apply(plan))).isEqualTo("""
                CreateWebhook Line 1 DONE → hook2
                CreateWebhook Line 2 SKIPPED already has that webhook
                CreateWebhook Line 3 DONE → hook3
                """);
        cloud.groups.remove("Line 3");
        cloud.webhooks.removeIf(webhook -> webhook.id().equals("hook3"));
        assertThat(Told.report(applyLater(plan))).isEqualTo("""
                CreateWebhook Line 1 SKIPPED already so: it has that webhook
                CreateWebhook Line 2 SKIPPED already has that webhook
                CreateWebhook Line 3 STALE it is gone
                """);
    }

    @Test
    void aLostCreationIsFoundByItsFactsAndMadeOnce() {
        for (boolean carriedOut : List.of(true, false)) {
            cloud.webhooks.clear();
            cloud.requests.clear();
            cloud.trouble = (batch, carryOut) -> {
                cloud.trouble = null;
                if (carriedOut) {
                    carryOut.run();
                }
                return LOST;
            };
            Report report = apply(planner.createWebhooks(List.of(Fleet.LINE_1), HOOK));
            assertThat(report.counts()).containsEntry(Outcome.DONE, 1);
            assertThat(report.all().get(0).created())
                    .isEqualTo(cloud.webhooks.get(0).ref());
            assertThat(cloud.webhooks).hasSize(1);
            assertThat(cloud.writes()).hasSize(carriedOut ? 1 : 2);
        }
    }

    @Test
    void updating() {
        List<Webhook> hooks = List.of(
                Fleet.webhook("w1", Fleet.LINE_1.ref(), HOOK),
                Fleet.webhook("w2", Fleet.LINE_2.ref(), HOOK),
                Fleet.webhook(
                        "w3", Fleet.LINE_3.ref(), new WebhookFacts("https://b.example/", "blinkup", Webhook.FORM)),
                Fleet.webhook("w4", Fleet.LINE_3.ref(), HOOK));
        cloud.webhooks.addAll(hooks);
        Plan plan = planner.updateWebhooks(hooks, "https://b.example/", null);
        assertThat(Told.plan(plan)).isEqualTo("""
                update 3 webhooks
                  https://a.example/ → https://b.example/: 3
                  left alone, already so: 1
                  5 requests
                0 UpdateWebhook https://a.example/ GO
                0 UpdateWebhook https://a.example/ GO
                0 UpdateWebhook https://b.example/ ALREADY already so
                0 UpdateWebhook https://a.example/ GO
                3 webhooks are updated. Go on?
                  https://a.example/ (w1): https://a.example/ → https://b.example/
                  https://a.example/ (w2): https://a.example/ → https://b.example/
                  https://a.example/ (w4): https://a.example/ → https://b.example/
                """);
        cloud.update("w2", new WebhookFacts("https://c.example/", "deployment", Webhook.JSON));
        cloud.webhooks.removeIf(webhook -> webhook.id().equals("w4"));
        assertThat(Told.report(applyLater(plan))).isEqualTo("""
                UpdateWebhook https://a.example/ DONE
                UpdateWebhook https://a.example/ STALE it posts application/json to https://c.example/
                UpdateWebhook https://b.example/ SKIPPED already so
                UpdateWebhook https://a.example/ STALE it is gone
                """);
    }

    @Test
    void removing() {
        cloud.createWebhook(Fleet.LINE_1.ref(), HOOK);
        Plan plan = planner.removeWebhooks(List.copyOf(cloud.webhooks));
        assertThat(Told.plan(plan)).isEqualTo("""
                remove webhook https://a.example/
                  webhook removed: 1
                  3 requests
                0 Remove https://a.example/ GO
                webhook https://a.example/ is removed. Go on?
                  https://a.example/ (hook1): remove
                """);
        assertThat(Told.report(apply(plan))).isEqualTo("Remove https://a.example/ DONE\n");
        assertThat(cloud.webhooks).isEmpty();
    }

    private Report apply(Plan plan) {
        return Plans.apply(cloud, plan);
    }

    private Report applyLater(Plan plan) {
        return Plans.applier(cloud, Plans.LATER)
                .apply(plan, ApplyOptions.defaults(), ApplyListener.none(), new ApplyControl());
    }
}
