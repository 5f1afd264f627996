package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.bulk.JournalledPlan.Status;
import io.impsh.model.Webhook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that make copies and webhooks, killed anywhere and taken up: each is made once, in order, and can be undone. */
class KilledCreationsTest {
    private static final WebhookFacts HOOK = new WebhookFacts("https://a.example/", "deployment", Webhook.JSON);

    @TempDir
    private Path state;

    private int shops;

    /** Two of the builds are the same code. */
    private static Plan copies(Shop shop) {
        for (int number = 1; number <= 3; number++) {
            shop.cloud.with(Fleet.build(
                    "b" + number,
                    "sha" + number % 2,
                    List.of("v" + number),
                    Fleet.LINE_1.ref(),
                    false,
                    Fleet.THEN.plusSeconds(number)));
        }
        return shop.planner()
                .copy(shop.cloud.builds.values().stream().map(Fleet::deployment).toList(), Fleet.LINE_2, true);
    }

    private static Plan webhooks(Shop shop) {
        return shop.planner().createWebhooks(List.of(Fleet.LINE_1, Fleet.LINE_2, Fleet.LINE_3), HOOK);
    }

    @Test
    void copiesKilledAtAnyByteAreMadeOnce() throws IOException {
        killedAnywhere(KilledCreationsTest::copies, """
                Copy v1 DONE → copy1
                Copy v2 DONE → copy2
                Copy v3 DONE → copy3
                """);
    }

    @Test
    void webhooksKilledAtAnyByteAreMadeOnce() throws IOException {
        killedAnywhere(KilledCreationsTest::webhooks, """
                CreateWebhook Line 1 DONE → hook1
                CreateWebhook Line 2 DONE → hook2
                CreateWebhook Line 3 DONE → hook3
                """);
    }

    private void killedAnywhere(Function<Shop, Plan> planning, String outcome) throws IOException {
        for (long bytes : shop().ends(planning)) {
            Shop shop = shop();
            Plan plan = planning.apply(shop);
            int before = made(shop);
            shop.opener = KilledMedium.killedAfter(bytes);
            assertThatThrownBy(() -> shop.apply(plan)).isInstanceOf(KilledMedium.Killed.class);
            shop.opener = Medium::file;
            String where = "killed after " + bytes + " bytes";
            if (shop.journals().list().isEmpty()) {
                assertThat(shop.cloud.requests).as(where).noneMatch(request -> request.startsWith("copy "));
                shop.apply(plan);
            } else if (shop.journalled(plan).status() != Status.COMPLETE) {
                shop.resume(plan);
            }
            assertThat(Told.report(shop.journalled(plan).report())).as(where).isEqualTo(outcome);
            assertThat(made(shop)).as(where).isEqualTo(before + 3);
            replaceTheCopies(shop);
            assertThat(shop.apply(shop.planner().undo(shop.journalled(plan))).counts())
                    .as(where)
                    .containsEntry(Outcome.DONE, 3);
            assertThat(made(shop)).as(where).isEqualTo(before + 1);
        }
    }

    /** The service gives up no build that is as new as the oldest that a group keeps. */
    private static void replaceTheCopies(Shop shop) {
        Instant later = FakeCloud.STARTED.plusSeconds(1000);
        shop.cloud.with(Fleet.build("newest", "other", List.of(), Fleet.LINE_2.ref(), false, later));
        shop.cloud.minimums.put("Line 2", "newest");
    }

    private static int made(Shop shop) {
        return shop.cloud.builds.size() + shop.cloud.webhooks.size();
    }

    /** What cannot be told apart stays unknown, until somebody wants it made at the risk of two; and only that once. */
    @Test
    void whatMayHaveBeenMadeIsMadeAgainOnlyWhenThatIsWanted() {
        Shop shop = shop();
        shop.cloud.with(Fleet.build("b1", "sha1", List.of("v1"), Fleet.LINE_1.ref(), false, Fleet.THEN));
        Plan plan = shop.planner().copy(List.of(Fleet.deployment(shop.cloud.builds.get("b1"))), Fleet.LINE_2, false);
        shop.cloud.trouble = (batch, carryOut) -> {
            shop.cloud.trouble = null;
            carryOut.run();
            shop.cloud.copy(shop.cloud.builds.get("b1"), (Change.Copy) batch.change());
            return new Answer.Lost("connection reset");
        };
        String unknown =
                "Copy v1 UNKNOWN 2 builds of that code have appeared meanwhile, and it cannot be told which of "
                        + "them is this one\n";
        assertThat(Told.report(shop.apply(plan))).isEqualTo(unknown);
        assertThat(Told.report(shop.resume(plan))).isEqualTo(unknown);
        ApplyOptions again = shop.journalled(plan).options().withRetryUnknown(true);
        replaceTheCopies(shop);
        assertThat(Told.report(shop.resume(plan, again))).isEqualTo("Copy v1 DONE → copy3\n");
        assertThat(shop.journalled(plan).options().retryUnknown()).isFalse();
    }

    private Shop shop() {
        return new Shop(state.resolve("shop " + shops++));
    }
}
