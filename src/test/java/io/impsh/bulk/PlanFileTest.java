package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.impsh.UserException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {
    private static final int PLANS = 200;

    @Test
    void savingAndLoadingIsTheIdentity() {
        for (int seed = 0; seed < PLANS; seed++) {
            Plan plan = new RandomPlans(new Random(seed)).plan(40);
            Plan loaded = PlanFile.parse(PlanFile.text(plan), "p.json", () -> 40);
            assertThat(facts(loaded)).as("seed " + seed).isEqualTo(facts(plan));
            assertThat(loaded.items()).as("seed " + seed).isEqualTo(plan.items());
            assertThat(loaded.mustLookAgain()).isTrue();
            assertThat(PlanFile.text(loaded)).isEqualTo(PlanFile.text(plan));
        }
    }

    private static String facts(Plan plan) {
        return String.join(
                "\n",
                plan.id(),
                plan.plannedAt().toString(),
                plan.nothing(),
                plan.home().toString(),
                plan.context().accountNames().toString(),
                plan.context().webhooks().toString(),
                plan.title(),
                plan.summary().toString());
    }

    @Test
    void anItemStandsOnALineAndTheUnbondKeyNowhere() {
        FakeCloud cloud = new FakeCloud();
        Plan plan = Plans.planner(cloud).unassign(Fleet.devices(2, Fleet.FIELD), "secret-key");
        String text = PlanFile.text(plan);
        assertThat(text).isEqualTo("""
                {"impsh":"plan","version":1,"id":"%s","endpoint":"https://api.example.com/v5","account":"me",\
                "plannedAt":"2024-03-05T10:00:00Z","title":"unassign 2 devices","nothing":"unassign no devices",\
                "accountNames":{},"webhooks":{},"items":[
                {"n":0,"target":{"type":"device","id":"d1"},"name":"d1","account":"me",\
                "from":{"type":"production_devicegroup","id":"Field"},"fromName":"Field",\
                "change":{"kind":"unassign","unbondKey":true},"phase":0,"verdict":"go"},
                {"n":1,"target":{"type":"device","id":"d2"},"name":"d2","account":"me",\
                "from":{"type":"production_devicegroup","id":"Field"},"fromName":"Field",\
                "change":{"kind":"unassign","unbondKey":true},"phase":0,"verdict":"go"}
                ]}
                """.formatted(plan.id()));
        Plan loaded = PlanFile.parse(text, "p.json", () -> 40);
        assertThat(loaded.items().get(0).change()).isEqualTo(new Change.Unassign(UnbondKey.KEPT_BACK));
        assertThat(loaded.items().get(0).change())
                .isSameAs(loaded.items().get(1).change());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "null", "no json", "{\"impsh\":\"plan\"}", "{\"impsh\":\"fleet\",\"version\":1}"
            })
    void whatIsNoPlanIsRefused(String text) {
        assertThat(refusal(text)).startsWith("BAD_PLAN p.json is no plan: ");
    }

    @Test
    void aPlanThatIsCutOffAnywhereIsRefused() {
        String text = PlanFile.text(new RandomPlans(new Random(1)).plan(3)).stripTrailing();
        for (int length = 0; length < text.length(); length++) {
            assertThat(refusal(text.substring(0, length)))
                    .as("cut after " + length)
                    .startsWith("BAD_PLAN p.json is no plan: ");
        }
    }

    @Test
    void whatThisProgramDoesNotKnowIsRefusedByName() {
        String text = PlanFile.text(Plans.planner(new FakeCloud()).restart(Fleet.devices(1, Fleet.LINE_1), false));
        assertThat(refusal(text.replace("\"version\":1", "\"version\":2")))
                .isEqualTo("BAD_PLAN p.json is no plan: it is of version 2, and this program knows version 1");
        assertThat(refusal(text.replace("\"kind\":\"restart\"", "\"kind\":\"paint\"")))
                .isEqualTo(
                        "BAD_PLAN p.json is no plan: item 0: unknown kind of change 'paint'; known are assign, unassign, "
                                + "restart, rename, flag, unflag, retag, copy, createWebhook, updateWebhook, remove");
        assertThat(refusal(text.replace("\"nothing\"", "\"colour\":1,\"nothing\"")))
                .isEqualTo("BAD_PLAN p.json is no plan: unknown field colour");
        assertThat(refusal(text.replace("\"phase\":0", "\"phase\":0,\"weight\":3")))
                .isEqualTo("BAD_PLAN p.json is no plan: item 0: unknown field weight");
        assertThat(refusal(text.replace("\"verdict\":\"go\"", "\"verdict\":\"maybe\"")))
                .isEqualTo(
                        "BAD_PLAN p.json is no plan: item 0: unknown verdict 'maybe'; known are go, already, refused, "
                                + "doubtful");
        assertThat(refusal(text.replaceFirst("\"id\":\"[0-9a-f]+\"", "\"id\":\"../../x\"")))
                .isEqualTo("BAD_PLAN p.json is no plan: id '../../x' is no id of a plan");
        assertThat(refusal(text + "{}")).isEqualTo("BAD_PLAN p.json is no plan: something stands after its end");
    }

    private static String refusal(String text) {
        UserException refused =
                catchThrowableOfType(UserException.class, () -> PlanFile.parse(text, "p.json", () -> 40));
        assertThat(refused).as("refusal of: " + text).isNotNull();
        assertThat(refused.hint()).isEqualTo("save the plan once more with plan.save(file)");
        return refused.code() + " " + refused.getMessage();
    }
}
