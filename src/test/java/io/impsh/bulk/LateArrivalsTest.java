package io.impsh.bulk;

import static io.impsh.bulk.ApplierTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.Webhook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service carries out only after it was asked what has come of it is neither sent twice nor called failed. */
class LateArrivalsTest {
    private static final Duration LATE = Duration.ofMillis(1900);
    private static final Answer LOST = new Answer.Lost("connection reset");

    @TempDir
    private Path state;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(state);
    }

    /** The first request is carried out late, whatever is answered. */
    private void late(Answer answer) {
        shop.cloud.trouble = (batch, carryOut) -> {
            shop.cloud.trouble = null;
            shop.timing.at(LATE, carryOut);
            return answer;
        };
    }

    @Test
    void movesWhoseAnswerIsLostArriveOnce() {
        Plan plan = shop.move(3);
        late(LOST);
        assertThat(text(shop.apply(plan))).isEqualTo("DONE=3");
        assertThat(shop.cloud.writes()).containsExactly("move 3 devices");
        assertThat(shop.timing.nanos()).isEqualTo(UnderWay.TIME.toNanos());
    }

    @Test
    void movesThatAreAcceptedAndDoneLaterAreDone() {
        Plan plan = shop.move(3);
        late(new Answer.Accepted());
        assertThat(text(shop.apply(plan))).isEqualTo("DONE=3");
        assertThat(shop.cloud.writes()).containsExactly("move 3 devices");
    }

    @Test
    void whatIsAcceptedAndNeverDoneHasFailed() {
        Plan plan = shop.move(2);
        shop.cloud.trouble = (batch, carryOut) -> new Answer.Accepted();
        assertThat(text(shop.apply(plan))).isEqualTo("""

                d1 FAILED accepted by the service, but it is in Line 1
                d2 FAILED accepted by the service, but it is in Line 1""");
        assertThat(shop.cloud.writes()).containsExactly("move 2 devices");
    }

    @Test
    void aCopyWhoseAnswerIsLostIsMadeOnce() {
        shop.cloud.with(Fleet.build("b1", "sha1", List.of("v1"), Fleet.LINE_1.ref(), false, Fleet.THEN));
        Plan plan = shop.planner().copy(List.of(Fleet.deployment(shop.cloud.builds.get("b1"))), Fleet.LINE_2, false);
        late(LOST);
        assertThat(Told.report(shop.apply(plan))).isEqualTo("Copy v1 DONE → copy1\n");
        assertThat(shop.cloud.writes()).containsExactly("copy b1");
    }

    @Test
    void aWebhookWhoseAnswerIsLostIsMadeOnce() {
        WebhookFacts facts = new WebhookFacts("https://a.example/", "deployment", Webhook.JSON);
        Plan plan = shop.planner().createWebhooks(List.of(Fleet.LINE_1), facts);
        late(LOST);
        assertThat(Told.report(shop.apply(plan))).isEqualTo("CreateWebhook Line 1 DONE → hook1\n");
        assertThat(shop.cloud.webhooks).hasSize(1);
    }

    /** The wait goes on after the first Ctrl-C; what would have been sent again is taken up when the plan is resumed. */
    @Test
    void whatWouldHaveBeenSentAgainIsTakenUpLater() {
        Plan plan = shop.move(3);
        shop.cloud.trouble = (batch, carryOut) -> {
            shop.control.stopStarting();
            return LOST;
        };
        assertThat(text(shop.apply(plan))).isEqualTo("""

                d1 FAILED connection reset (not sent again: asked to stop)
                d2 FAILED connection reset (not sent again: asked to stop)
                d3 FAILED connection reset (not sent again: asked to stop)""");
        assertThat(shop.timing.nanos()).isEqualTo(UnderWay.TIME.toNanos());
        assertThat(shop.journalled(plan).status()).isEqualTo(JournalledPlan.Status.STOPPED);
        shop.cloud.trouble = null;
        shop.control = new ApplyControl();
        assertThat(text(shop.resume(plan))).isEqualTo("DONE=3");
        assertThat(shop.cloud.timesChanged.values()).containsOnly(1);
    }

    @Test
    void aSecondCtrlCEndsTheWaitAndLeavesItUnknown() {
        Plan plan = shop.move(1);
        late(LOST);
        shop.timing.at(Duration.ofMillis(100), shop.control::cancelInFlight);
        assertThat(text(shop.apply(plan))).isEqualTo("\nd1 UNKNOWN its state could not be read back: it was cancelled");
        shop.control = new ApplyControl();
        assertThat(text(shop.resume(plan))).isEqualTo("DONE=1");
        assertThat(shop.cloud.timesChanged.values()).containsOnly(1);
    }

    @Test
    void aPlanThatIsAppliedTwiceAtOnceChangesNothingTheSecondTime() {
        Plan plan = shop.move(3);
        shop.clock = Plans.NOW;
        assertThat(text(shop.apply(plan))).isEqualTo("DONE=3");
        assertThat(text(shop.apply(plan))).isEqualTo("""

                d1 SKIPPED already so: it is in Line 2
                d2 SKIPPED already so: it is in Line 2
                d3 SKIPPED already so: it is in Line 2""");
        assertThat(shop.cloud.timesChanged.values()).containsOnly(1);
    }
}
