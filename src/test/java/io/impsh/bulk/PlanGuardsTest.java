package io.impsh.bulk;

import static io.impsh.bulk.ApplierTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.bulk.JournalledPlan.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a plan from being applied, and what applying it once more does. */
class PlanGuardsTest {
    @TempDir
    private Path state;

    private Shop shop() {
        return new Shop(state);
    }

    @Test
    void aPlanAppliedTwiceChangesNothingTheSecondTime() throws IOException {
        Shop shop = shop();
        Plan plan = shop.move(2);
        assertThat(shop.apply(plan).id()).isEqualTo(plan.id());
        Report second = shop.apply(PlanFile.parse(PlanFile.text(plan), "p.json", () -> 40));
        assertThat(second.id()).isEqualTo(plan.id() + "-2");
        assertThat(text(second)).isEqualTo("""

                d1 SKIPPED already so: it is in Line 2
                d2 SKIPPED already so: it is in Line 2""");
        assertThat(shop.apply(plan).id()).isEqualTo(plan.id() + "-3");
        assertThat(shop.cloud.timesChanged.values()).containsOnly(1);
        assertThat(shop.journals().list())
                .extracting(JournalledPlan::id)
                .containsExactly(plan.id() + "-3", plan.id() + "-2", plan.id());
        assertThat(shop.journals().get(plan.id()).id()).isEqualTo(plan.id());
        try (var files = Files.list(shop.folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            plan.id() + ".ndjson",
                            plan.id() + "-2.ndjson",
                            plan.id() + "-3.ndjson",
                            plan.id() + ".lock");
        }
    }

    @Test
    void aPlanFromElsewhereIsRefusedBeforeAnybodyIsAsked() {
        Shop shop = shop();
        Plan plan = shop.move(2);
        Plan other = PlanFile.parse(
                PlanFile.text(plan).replace("\"account\":\"me\",\"plannedAt\"", "\"account\":\"you\",\"plannedAt\""),
                "p.json",
                () -> 40);
        assertThat(Shop.refusal(() -> shop.apply(other)))
                .isEqualTo(
                        "PLAN_ELSEWHERE: the plan is of account you at https://api.example.com/v5, and you are account me "
                                + "(log in as that account there (--profile or --endpoint), or make the plan anew here)");
        Plan far = PlanFile.parse(
                PlanFile.text(plan).replace("https://api.example.com/v5", "sandbox:/data.json"), "p.json", () -> 40);
        assertThat(Shop.refusal(() -> shop.apply(far)))
                .isEqualTo("PLAN_ELSEWHERE: the plan is of account me at sandbox:/data.json, and you are account me at "
                        + "https://api.example.com/v5 (log in as that account there (--profile or --endpoint), or make the plan "
                        + "anew here)");
        assertThat(shop.questions).isEmpty();
        assertThat(shop.cloud.requests).isEmpty();
        assertThat(shop.folder).doesNotExist();
    }

    @Test
    void anUnbondKeyHasToBeGivenAgain() {
        Shop shop = shop();
        shop.cloud.with(Fleet.devices(2, Fleet.FIELD));
        Plan plan = PlanFile.parse(
                PlanFile.text(shop.planner().unassign(List.copyOf(shop.cloud.devices.values()), "key")), "p", () -> 40);
        assertThat(Shop.refusal(() -> shop.apply(plan)))
                .isEqualTo("USAGE: the plan was made with the unbond key, which is written nowhere (give it again: "
                        + "apply({unbondKey: 'ask'}))");
        assertThat(shop.questions).isEmpty();
        assertThat(shop.cloud.requests).isEmpty();
        shop.cloud.trouble = (batch, carryOut) -> {
            assertThat(((Change.Unassign) batch.change()).unbondKey().value()).isEqualTo("key");
            throw new KilledMedium.Killed();
        };
        ApplyOptions withKey = ApplyOptions.defaults().withUnbondKey(UnbondKey.of("key"));
        assertThat(Shop.refusal(() -> killed(shop, plan, withKey))).isEqualTo("nothing was refused");
        assertThat(shop.journalled(plan).options().unbondKey()).isEqualTo(UnbondKey.KEPT_BACK);
        assertThat(Shop.refusal(() -> shop.resume(plan)))
                .isEqualTo(
                        "USAGE: the plan was made with the unbond key, which is written nowhere (give it again: plans.resume('"
                                + plan.id() + "', {unbondKey: 'ask'}))");
        shop.cloud.trouble = null;
        assertThat(text(shop.resume(plan, withKey))).isEqualTo("DONE=2");
        assertThat(shop.file(plan)).content().doesNotContain("\"key\"");
        assertThat(shop.planner().undo(shop.journalled(plan)).items())
                .extracting(PlanItem::verdict)
                .containsOnly(Verdict.refused("devices get back into production groups by blessing only"));
    }

    private static void killed(Shop shop, Plan plan, ApplyOptions options) {
        try {
            shop.apply(plan, options);
        } catch (IllegalStateException e) {
            assertThat(e).hasCauseInstanceOf(KilledMedium.Killed.class);
        }
    }

    @Test
    void aHealthFunctionHasToBeGivenAgain() {
        Shop shop = shop();
        Plan plan = shop.move(2);
        shop.control.stopStarting();
        ApplyOptions checked =
                ApplyOptions.defaults().withHealth(new Health.Check(device -> true), ApplyOptions.DEFAULT_WITHIN);
        shop.apply(plan, checked);
        shop.control = new ApplyControl();
        JournalledPlan journalled = shop.journalled(plan);
        assertThat(journalled.status()).isEqualTo(Status.STOPPED);
        assertThat(journalled.options().health()).isEqualTo(new Health.KeptBack());
        assertThat(Shop.refusal(() -> shop.resume(plan, journalled.options())))
                .startsWith(
                        "USAGE: the plan was applied with a health function, which is written nowhere (give it again: ");
        assertThat(text(shop.resume(plan, checked))).isEqualTo("DONE=2");
    }

    @Test
    void plansAreFoundByTheBeginningOfTheirIds() throws IOException {
        Shop shop = shop();
        assertThat(Shop.refusal(() -> shop.journals().get("abc")))
                .isEqualTo("NO_SUCH_PLAN: no plan 'abc' was applied here (no plan has been applied here yet)");
        Plan plan = shop.move(1);
        shop.apply(plan);
        String journal = Files.readString(shop.file(plan));
        Files.delete(shop.file(plan));
        for (String id : List.of("aa1111", "aa2222", "bb3333")) {
            Files.writeString(shop.folder.resolve(id + ".ndjson"), journal.replace(plan.id(), id));
        }
        assertThat(shop.journals().get("bb").id()).isEqualTo("bb3333");
        assertThat(Shop.refusal(() -> shop.journals().get("aa")))
                .matches("NO_SUCH_PLAN: 2 plans begin with 'aa' \\(give more of the id: aa[12]{4}, aa[12]{4}\\)");
        assertThat(Shop.refusal(() -> shop.journals().get("bb4333")))
                .isEqualTo("NO_SUCH_PLAN: no plan 'bb4333' was applied here (there is bb3333; plans.list() shows all)");
        assertThat(Shop.refusal(() -> shop.journals().get("../x")))
                .isEqualTo("NO_SUCH_PLAN: no plan '../x' was applied here (plans.list() shows all)");
        assertThat(shop.journals().ids()).containsExactlyInAnyOrder("aa1111", "aa2222", "bb3333");
    }

    @Test
    void aDryRunKeepsNoJournal() {
        Shop shop = shop();
        shop.cloud.dryRun = true;
        assertThat(shop.apply(shop.move(2)).counts())
                .isEqualTo(Map.of(
                        Outcome.DONE,
                        0,
                        Outcome.FAILED,
                        0,
                        Outcome.STALE,
                        0,
                        Outcome.SKIPPED,
                        0,
                        Outcome.UNKNOWN,
                        0,
                        Outcome.PLANNED,
                        2));
        assertThat(shop.folder).doesNotExist();
    }
}
