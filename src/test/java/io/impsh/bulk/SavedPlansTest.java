package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random plans of random fleets are the same once they were saved and loaded; but for the unbond key, which is kept back. */
class SavedPlansTest {
    private static final int PLANS = 40;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("impsh.test.seeds", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Execution(ExecutionMode.CONCURRENT)
    void saveAndLoadIsTheIdentity(long seed) {
        Random random = new Random(seed);
        try (SandboxFleet fleet = RandomFleet.of(random, 4)) {
            RandomDevicePlans plans = new RandomDevicePlans(random, fleet);
            for (int number = 1; number <= PLANS; number++) {
                Plan plan = plans.next();
                String text = PlanFile.text(plan);
                Plan loaded = PlanFile.parse(text, "plan.json", fleet.client::requestsPerSecond);
                String what = "plan " + number + " with seed " + seed;
                assertThat(loaded.id()).as(what).isEqualTo(plan.id());
                assertThat(loaded.plannedAt()).as(what).isEqualTo(plan.plannedAt());
                assertThat(loaded.home()).as(what).isEqualTo(plan.home());
                assertThat(loaded.title()).as(what).isEqualTo(plan.title());
                assertThat(loaded.summary()).as(what).isEqualTo(plan.summary());
                assertThat(loaded.items())
                        .as(what)
                        .isEqualTo(plan.items().stream()
                                .map(SavedPlansTest::withoutKey)
                                .toList());
                assertThat(PlanFile.text(loaded)).as(what).isEqualTo(text);
                assertThat(text).as(what).doesNotContain(RandomFleet.UNBOND_KEY);
            }
        }
    }

    private static PlanItem withoutKey(PlanItem item) {
        return item.change() instanceof Change.Unassign unassign
                        && unassign.unbondKey().isWanted()
                ? item.with(new Change.Unassign(UnbondKey.KEPT_BACK))
                : item;
    }
}
