package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBudgetTest {
    private static final Duration WINDOW_AND_MARGIN = Duration.ofMillis(1015);

    private final RequestBudget budget = new RequestBudget(ClientOptions.AS_ALLOWED);

    @Test
    void assumesFortyBeforeTheServiceHasSpoken() {
        takeAll(40, 0);

        assertThat(budget.waitFor(Priority.PROMPT, 0)).isEqualTo(RequestBudget.NEVER);
        assertThat(budget.requestsPerSecond()).isEqualTo(40.0);
    }

    @Test
    void aSlotIsFreeAWindowAfterItsRequestLeft() {
        List<RequestBudget.Send> sends = takeAll(40, 0);
        sends.forEach(send -> budget.landed(send, millis(100)));

        assertThat(budget.waitFor(Priority.PROMPT, millis(300))).isEqualTo(WINDOW_AND_MARGIN.toNanos() - millis(200));
        assertThat(budget.waitFor(Priority.PROMPT, millis(100) + WINDOW_AND_MARGIN.toNanos()))
                .isZero();
    }

    @Test
    void keepsToTheLimitThatTheServiceTells() {
        RequestBudget.Send first = budget.take(Priority.PROMPT, 0);
        budget.landed(first, 0);
        budget.learn(new RateHeaders(2, 1, Duration.ofSeconds(1)), 0);

        assertThat(budget.requestsPerSecond()).isEqualTo(2.0);
        assertThat(budget.waitFor(Priority.PROMPT, 0)).isZero();
        budget.landed(budget.take(Priority.PROMPT, 0), 0);
        assertThat(budget.waitFor(Priority.PROMPT, 0)).isEqualTo(WINDOW_AND_MARGIN.toNanos());
    }

    @Test
    void neverSendsMoreThanIsWanted() {
        RequestBudget modest = new RequestBudget(5);

        assertThat(modest.requestsPerSecond()).isEqualTo(5.0);
        for (int sent = 0; sent < 5; sent++) {
            assertThat(modest.waitFor(Priority.PROMPT, 0)).isZero();
            modest.landed(modest.take(Priority.PROMPT, 0), 0);
        }
        assertThat(modest.waitFor(Priority.PROMPT, 0)).isEqualTo(WINDOW_AND_MARGIN.toNanos());
    }

    @Test
    void whatIsWantedHoldsAlsoWhereTheServiceHasNoLimit() {
        RequestBudget modest = new RequestBudget(5);
        modest.landed(modest.take(Priority.PROMPT, 0), 0);
        modest.learnNoLimit();

        assertThat(modest.requestsPerSecond()).isEqualTo(5.0);
        for (int sent = 1; sent < 5; sent++) {
            modest.landed(modest.take(Priority.PROMPT, 0), 0);
        }
        assertThat(modest.waitFor(Priority.PROMPT, 0)).isEqualTo(WINDOW_AND_MARGIN.toNanos());
    }

    @Test
    void nobodyGetsMoreThanTheServiceAllows() {
        RequestBudget greedy = new RequestBudget(1000);

        assertThat(greedy.requestsPerSecond()).isEqualTo(40.0);
        greedy.learn(new RateHeaders(100, 99, Duration.ofSeconds(10)), 0);
        assertThat(greedy.requestsPerSecond()).isEqualTo(10.0);
    }

    @Test
    void aLongerWindowIsKept() {
        budget.learn(new RateHeaders(100, 99, Duration.ofSeconds(10)), 0);

        assertThat(budget.requestsPerSecond()).isEqualTo(10.0);
    }

    @Test
    void countsWhatOthersSend() {
        budget.landed(budget.take(Priority.PROMPT, 0), 0);
        budget.learn(new RateHeaders(40, 2, Duration.ofSeconds(1)), 0);
        takeAll(1, 0);

        assertThat(budget.waitFor(Priority.PROMPT, 0)).isZero();
        takeAll(1, 0);
        assertThat(budget.waitFor(Priority.PROMPT, 0)).isEqualTo(WINDOW_AND_MARGIN.toNanos());
    }

    @Test
    void hasNoLimitWhenAnswersSpeakOfNone() {
        RequestBudget.Send first = budget.take(Priority.PROMPT, 0);
        budget.landed(first, 0);
        budget.learnNoLimit();
        takeAll(1000, 0);

        assertThat(budget.waitFor(Priority.PROMPT, 0)).isZero();
    }

    @Test
    void oneAnswerWithoutHeadersDoesNotLiftALimitOnceHeardOf() {
        budget.learn(new RateHeaders(1, 0, Duration.ofSeconds(1)), 0);
        budget.learnNoLimit();

        assertThat(budget.waitFor(Priority.PROMPT, 0)).isEqualTo(WINDOW_AND_MARGIN.toNanos());
    }

    @Test
    void theIndexGetsAQuarter() {
        for (int i = 0; i < 10; i++) {
            assertThat(budget.waitFor(Priority.INDEX, 0)).isZero();
            budget.take(Priority.INDEX, 0);
        }

        assertThat(budget.waitFor(Priority.INDEX, 0)).isEqualTo(RequestBudget.NEVER);
        assertThat(budget.waitFor(Priority.LOGS, 0)).isZero();
    }

    @Test
    void theLogsLeaveAQuarterToThePrompt() {
        for (int i = 0; i < 30; i++) {
            assertThat(budget.waitFor(Priority.LOGS, 0)).isZero();
            budget.take(Priority.LOGS, 0);
        }

        assertThat(budget.waitFor(Priority.LOGS, 0)).isEqualTo(RequestBudget.NEVER);
        assertThat(budget.waitFor(Priority.PROMPT, 0)).isZero();
    }

    @Test
    void afterARefusalNobodySends() {
        budget.refused(Duration.ofMillis(1050), millis(10));

        assertThat(budget.waitFor(Priority.PROMPT, millis(60))).isEqualTo(millis(1000));
        assertThat(budget.waitFor(Priority.PROMPT, millis(1060))).isZero();
    }

    /** The service counts in fixed windows of a second; nobody knows where they begin. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 250, 500, 999})
    void aThousandRequestsAreNeverRefusedAndTakeAtMostATenthLongerThanTheLimit(int firstWindowBeginsAt) {
        long now = 0;
        long window = Long.MIN_VALUE;
        int inWindow = 0;
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            now += budget.waitFor(Priority.PROMPT, now);
            RequestBudget.Send send = budget.take(Priority.PROMPT, now);
            long present = Math.floorDiv(now - millis(firstWindowBeginsAt), millis(1000));
            inWindow = present == window ? inWindow + 1 : 1;
            window = present;
            refused += inWindow > 40 ? 1 : 0;
            budget.landed(send, now);
            budget.learn(new RateHeaders(40, Math.max(0, 40 - inWindow), Duration.ofSeconds(1)), now);
        }

        assertThat(refused).isZero();
        assertThat(Duration.ofNanos(now)).isLessThanOrEqualTo(Duration.ofMillis(27_500));
    }

    private List<RequestBudget.Send> takeAll(int count, long now) {
        List<RequestBudget.Send> sends = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sends.add(budget.take(Priority.PROMPT, now));
        }
        return sends;
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
