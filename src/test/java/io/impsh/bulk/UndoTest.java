package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.Deployment;
import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import io.impsh.model.Webhook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reverse of each kind of change, and what has none. */
class UndoTest {
    private static final WebhookFacts OLD = new WebhookFacts("https://x.example/1", "blinkup", Webhook.JSON);
    private static final WebhookFacts NEW = new WebhookFacts("https://x.example/2", "blinkup", Webhook.JSON);

    @TempDir
    private Path state;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(state);
    }

    @Test
    void everyKindHasItsReverseOrAReasonWhyNot() {
        EntityRef device = new EntityRef(Device.TYPE, "d");
        EntityRef build = new EntityRef(Deployment.TYPE, "b");
        EntityRef copy = new EntityRef(Deployment.TYPE, "c");
        EntityRef hook = new EntityRef(Webhook.TYPE, "h");
        shop.cloud.with(Fleet.build("c", Fleet.LINE_2.ref(), true));
        shop.cloud.webhooks.add(Fleet.webhook("h", Fleet.LINE_1.ref(), OLD));
        shop.cloud.webhooks.add(Fleet.webhook("changed", Fleet.LINE_1.ref(), NEW));
        Change toLine2 = new Change.Assign(GroupTarget.of(Fleet.LINE_2));
        assertThat(reverse(device, Fleet.LINE_1.ref(), toLine2, null))
                .containsExactly("0 d Line 2: Assign Line 1 [Line 1] GO null");
        assertThat(reverse(device, null, toLine2, null)).containsExactly("0 d Line 2: Unassign[unbondKey=] GO null");
        assertThat(reverse(device, Fleet.LINE_1.ref(), new Change.Unassign(UnbondKey.NONE), null))
                .containsExactly("0 d null: Assign Line 1 [Line 1] GO null");
        assertThat(reverse(device, Fleet.FIELD.ref(), new Change.Unassign(UnbondKey.KEPT_BACK), null))
                .containsExactly(
                        "0 d null: Assign Field [Field] REFUSED devices get back into production groups by blessing "
                                + "only");
        assertThat(reverse(device, Fleet.FIELD.ref(), new Change.Assign(GroupTarget.of(Fleet.FIELD_B)), null))
                .containsExactly("0 d Field B: Assign Field [Field] GO null");
        assertThat(reverse(device, new EntityRef("development_devicegroup", "Gone"), toLine2, null))
                .containsExactly("0 d Line 2: Assign Gone [Gone] REFUSED its former group Gone is gone");
        assertThat(reverse(device, Fleet.LINE_1.ref(), new Change.Restart(true), null))
                .containsExactly("0 d Line 1: Restart[conditional=true] REFUSED a restart leaves nothing to undo");
        assertThat(reverse(device, Fleet.LINE_1.ref(), new Change.Rename("other"), null))
                .containsExactly("0 d Line 1: Rename[name=called d] GO null");
        assertThat(reverse(device, null, new Change.Remove(), null))
                .containsExactly("0 d null: Remove[] REFUSED a removal cannot be undone");
        assertThat(reverse(build, Fleet.LINE_1.ref(), new Change.Flag(), null))
                .containsExactly("0 b Line 1: Unflag[] GO null");
        assertThat(reverse(build, Fleet.LINE_1.ref(), new Change.Unflag(), null))
                .containsExactly("0 b Line 1: Flag[] GO null");
        assertThat(reverse(build, Fleet.LINE_1.ref(), new Change.Retag(List.of("a"), List.of("a", "b")), null))
                .containsExactly("0 b Line 1: Retag[from=[a, b], to=[a]] GO null");
        Change copying = new Change.Copy(GroupTarget.of(Fleet.LINE_2), true, "sha");
        assertThat(reverse(build, Fleet.LINE_1.ref(), copying, copy))
                .containsExactly(
                        "0 c Line 2: Unflag[] GO null",
                        "1 c Line 2: Remove[] DOUBTFUL a build that a group runs may not be removable");
        assertThat(reverse(build, Fleet.LINE_1.ref(), copying, new EntityRef(Deployment.TYPE, "gone")))
                .containsExactly("0 gone Line 2: Remove[] ALREADY already gone");
        assertThat(reverse(Fleet.LINE_1.ref(), null, new Change.CreateWebhook(OLD), hook))
                .containsExactly("0 h called Line 1: Remove[] GO null");
        assertThat(reverse(
                        Fleet.LINE_1.ref(),
                        null,
                        new Change.CreateWebhook(OLD),
                        new EntityRef(Webhook.TYPE, "changed")))
                .containsExactly("0 changed called Line 1: Remove[] REFUSED somebody has changed it since");
        assertThat(reverse(
                        Fleet.LINE_1.ref(), null, new Change.CreateWebhook(OLD), new EntityRef(Webhook.TYPE, "gone")))
                .containsExactly("0 gone called Line 1: Remove[] ALREADY already gone");
        assertThat(reverse(hook, Fleet.LINE_1.ref(), new Change.UpdateWebhook(OLD, NEW), null))
                .containsExactly("0 h Line 1: " + new Change.UpdateWebhook(NEW, OLD) + " GO null");
    }

    private List<String> reverse(EntityRef target, EntityRef from, Change change, EntityRef created) {
        PlanItem item = new PlanItem(
                target, "called " + target.id(), "me", from, from == null ? null : from.id(), change, 0, Verdict.GO);
        Plan plan = shop.planner().restart(List.of(), false).again(List.of(item));
        FileJournal journal = shop.journals().newJournal();
        journal.begin(plan, ApplyOptions.defaults());
        journal.settled(List.of(new ItemResult(item, Outcome.DONE, null, created, false)));
        journal.close();
        Plan undo = shop.planner().undo(shop.journalled(plan));
        assertThat(undo.mustLookAgain()).isTrue();
        List<String> told = new ArrayList<>();
        for (PlanItem each : undo.items()) {
            String what = each.change() instanceof Change.Assign assign
                    ? "Assign " + assign.to().id() + " [" + assign.to().name() + "]"
                    : each.change().toString();
            told.add(each.phase() + " " + each.target().id() + " " + each.fromName() + ": "
                    + what + " " + each.verdict().kind() + " "
                    + each.verdict().reason());
        }
        return told;
    }

    @Test
    void whatSomebodyElseHasChangedSinceIsLeftAlone() {
        Plan plan = shop.move(3);
        shop.apply(plan);
        shop.cloud.move("d2", Fleet.LINE_3);
        Plan undo = shop.planner().undo(shop.journalled(plan));
        assertThat(undo.title()).isEqualTo("move 3 devices");
        assertThat(ApplierTest.text(shop.apply(undo))).isEqualTo("""
                DONE=2
                d2 STALE it is in group Line 3""");
        assertThat(shop.planner().undo(shop.journalled(undo)).title()).isEqualTo("move 2 devices");
    }
}
