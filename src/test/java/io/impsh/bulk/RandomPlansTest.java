package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random plans on random fleets, while the service misbehaves and somebody presses Ctrl-C: reports add up and are the
 * truth, and what has been done is not done again.
 */
@Execution(ExecutionMode.CONCURRENT)
class RandomPlansTest {
    private static final int PLANS = 4;
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("impsh.test.seeds", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reportsAddUpAndAreTheTruth(long seed) {
        Random random = new Random(seed);
        for (int number = 0; number < PLANS; ) {
            try (SandboxFleet fleet = RandomFleet.of(random, 8)) {
                number = untilCancelled(fleet, random, seed, number);
            }
        }
    }

    /** A request that was cancelled may be carried out later, when another plan has begun: then that has a new fleet. */
    private static int untilCancelled(SandboxFleet fleet, Random random, long seed, int begin) {
        RandomDevicePlans plans = new RandomDevicePlans(random, fleet);
        int number = begin;
        boolean cancelled = false;
        while (number < PLANS && !cancelled) {
            number++;
            Plan plan = plans.next();
            Truth before = Truth.of(fleet.sandbox);
            fleet.sandbox.setFaults(faults(random));
            ApplyControl control = new ApplyControl();
            Report report = apply(fleet, plan, random, control, random.nextBoolean());
            fleet.sandbox.setFaults("");
            Truth after = Truth.of(fleet.sandbox);
            assertThat(after.faults(before, report, id -> fleet.group(id).name()))
                    .as("plan %d with seed %d, %s", number, seed, plan.title())
                    .isEmpty();
            cancelled = control.inFlight().isCancelled();
        }
        return number;
    }

    /** A restart leaves nothing by which it could be known again: it is done each time that it is asked for. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatHasBeenDoneIsNotDoneAgain(long seed) {
        Random random = new Random(seed);
        try (SandboxFleet fleet = RandomFleet.of(random, 8)) {
            RandomDevicePlans plans = new RandomDevicePlans(random, fleet);
            for (int number = 1; number <= PLANS; number++) {
                Plan plan = plans.next().without(item -> item.change() instanceof Change.Restart);
                fleet.sandbox.setFaults(faults(random));
                Report first = apply(fleet, plan, random, new ApplyControl(), false);
                fleet.sandbox.setFaults("");
                Report second = apply(fleet, plan, LATER);
                Truth before = Truth.of(fleet.sandbox);
                Report third = apply(fleet, plan, LATER);
                Truth after = Truth.of(fleet.sandbox);
                String when = "plan " + number + " with seed " + seed + ", " + plan.title();
                assertThat(doneAgain(first, second)).as("second of " + when).isEmpty();
                assertThat(doneAgain(second, third)).as("third of " + when).isEmpty();
                assertThat(after.names()).as(when).isEqualTo(before.names());
                assertThat(after.recount().groupByDevice())
                        .as(when)
                        .isEqualTo(before.recount().groupByDevice());
                assertThat(after.recount().assignmentsByDevice())
                        .as(when)
                        .isEqualTo(before.recount().assignmentsByDevice());
                assertThat(after.recount().unassignmentsByDevice())
                        .as(when)
                        .isEqualTo(before.recount().unassignmentsByDevice());
            }
        }
    }

    /**
     * Items that were done once, and were not left alone the second time. Of what is gone only that is known, so that its
     * removal may be called done again.
     */
    private static List<String> doneAgain(Report once, Report again) {
        List<PlanItem> done =
                once.results(Outcome.DONE).stream().map(ItemResult::item).toList();
        return again.all().stream()
                .filter(result -> !(result.item().change() instanceof Change.Remove))
                .filter(result -> done.contains(result.item()))
                .filter(result -> result.outcome() != Outcome.SKIPPED && result.outcome() != Outcome.STALE)
                .map(Truth::words)
                .toList();
    }

    private static String faults(Random random) {
        return "429:" + random.nextInt(4) + "%,500:" + random.nextInt(4) + "%,reset:" + random.nextInt(8)
                + "%,truncate:" + random.nextInt(8) + "%";
    }

    /**
     * Somebody may press Ctrl-C meanwhile, and few failures may be allowed.
     *
     * @param twice whether that is pressed a second time at once
     */
    private static Report apply(SandboxFleet fleet, Plan plan, Random random, ApplyControl control, boolean twice) {
        ApplyOptions options = random.nextInt(3) == 0
                ? ApplyOptions.defaults()
                : ApplyOptions.defaults().withMaxFailures(Double.POSITIVE_INFINITY);
        AtomicInteger untilKey = new AtomicInteger(random.nextInt(3) == 0 ? 1 + random.nextInt(20) : Integer.MAX_VALUE);
        ApplyListener keys = progress -> {
            if (untilKey.decrementAndGet() == 0) {
                control.stopStarting();
                if (twice) {
                    control.cancelInFlight();
                }
            }
        };
        return new Applier(fleet.client, question -> true, Journal.none(), LATER, new FakeTiming())
                .apply(plan, options, keys, control);
    }

    private static Report apply(SandboxFleet fleet, Plan plan, Clock clock) {
        ApplyOptions options = ApplyOptions.defaults().withMaxFailures(Double.POSITIVE_INFINITY);
        return new Applier(fleet.client, question -> true, Journal.none(), clock, new FakeTiming())
                .apply(plan, options, ApplyListener.none(), new ApplyControl());
    }
}
