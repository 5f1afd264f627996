package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.Filter;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.sandbox.SandboxRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the planner says of an item is what the service does when that very request is sent alone: over all pairs of
 * group kinds and products, imp types, devices and groups of another account, with the unbond key and without. What it
 * calls doubtful may go either way.
 */
@Execution(ExecutionMode.CONCURRENT)
class PredictionsTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("impsh.test.seeds", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void predictedRefusalsAreTheServicesRefusals(long seed) {
        try (SandboxFleet fleet = RandomFleet.of(new Random(seed), 2)) {
            Predictions predictions = new Predictions(fleet);
            for (Device device : fleet.client.devices().list(Filter.none()).toList()) {
                for (DeviceGroup group : fleet.groups()) {
                    predictions.check(fleet.planner.assign(List.of(device), group));
                }
                predictions.check(fleet.planner.unassign(List.of(device), null));
                predictions.check(fleet.planner.unassign(List.of(device), RandomFleet.UNBOND_KEY));
                predictions.check(fleet.planner.restart(List.of(device), false));
                predictions.check(fleet.planner.restart(List.of(device), true));
                predictions.check(fleet.planner.rename(List.of(device), any -> "other " + device.id()));
                predictions.check(fleet.planner.rename(List.of(device), any -> null));
                predictions.check(fleet.planner.removeDevices(List.of(device), Removal.plain()));
            }
            assertThat(predictions.wrong).as("wrong with seed %d", seed).isEmpty();
            assertThat(predictions.refused).as("refused with seed %d", seed).isGreaterThan(100);
            assertThat(predictions.accepted).as("accepted with seed %d", seed).isGreaterThan(100);
        }
    }

    /** Removing with force takes a device out first: both requests come as they were planned. */
    @ParameterizedTest
    @MethodSource("seeds")
    void removingWithForceIsPredictedToo(long seed) {
        Random random = new Random(seed);
        try (SandboxFleet fleet = RandomFleet.of(random, 3)) {
            Predictions predictions = new Predictions(fleet);
            for (Device device : fleet.client.devices().list(Filter.none()).toList()) {
                String key = random.nextBoolean() ? RandomFleet.UNBOND_KEY : null;
                Plan plan = fleet.planner.removeDevices(List.of(device), new Removal(true, false, key));
                predictions.checkOneAfterTheOther(plan);
            }
            assertThat(predictions.wrong).as("wrong with seed %d", seed).isEmpty();
            assertThat(predictions.accepted).as("accepted with seed %d", seed).isGreaterThan(20);
        }
    }

    /** Sends what was planned, whatever the verdict, and notes where the service is of another opinion. */
    private static final class Predictions {
        private final List<String> wrong = new ArrayList<>();
        private final ClientCloud cloud;
        private final SandboxRecord record;
        private int accepted;
        private int refused;

        Predictions(SandboxFleet fleet) {
            cloud = new ClientCloud(fleet.client);
            record = SandboxRecord.begin(fleet.sandbox);
        }

        /** A device that was let through is put back. */
        void check(Plan plan) {
            PlanItem item = plan.items().get(0);
            if (compare(item) && !(item.change() instanceof Change.Remove)) {
                record.place(
                        item.target().id(),
                        item.from() == null ? null : item.from().id());
            }
        }

        void checkOneAfterTheOther(Plan plan) {
            boolean goesOn = true;
            for (PlanItem item : plan.items()) {
                goesOn = goesOn && compare(item);
            }
        }

        private boolean compare(PlanItem item) {
            Verdict verdict = item.verdict();
            if (verdict.kind() == Verdict.Kind.ALREADY) {
                return false;
            }
            Answer answer = cloud.send(Batch.of(List.of(item)).get(0));
            boolean yes = answer instanceof Answer.Accepted;
            if (yes) {
                accepted++;
            } else {
                refused++;
            }
            boolean asPredicted =
                    switch (verdict.kind()) {
                        case GO -> yes;
                        case REFUSED -> answer instanceof Answer.Refused;
                        default -> yes || answer instanceof Answer.Refused;
                    };
            if (!asPredicted) {
                wrong.add(item + ": " + answer);
            }
            return yes;
        }
    }
}
