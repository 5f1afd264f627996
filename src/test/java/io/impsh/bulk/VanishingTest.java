package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group is removed while somebody else takes away what the removal is about to touch. */
class VanishingTest {
    private final FakeCloud cloud = new FakeCloud();
    private final Planner planner = Plans.planner(cloud);

    @BeforeEach
    void fill() {
        cloud.with(Fleet.LINE_1, Fleet.LINE_2).with(Fleet.devices(3, Fleet.LINE_1));
        cloud.with(Fleet.build("b1", Fleet.LINE_1.ref(), true), Fleet.build("b2", Fleet.LINE_1.ref(), false));
    }

    @Test
    void inOrderAndAllOfIt() {
        assertThat(outcomes()).isEqualTo("""
                unassign d1 DONE
                unassign d2 DONE
                unassign d3 DONE
                unflag b1 DONE
                remove Line 1 DONE
                remove b1 DONE
                remove b2 DONE
                """);
        assertThat(cloud.writes())
                .containsExactly("unassign 3 devices", "unflag b1", "remove Line 1", "remove b1", "remove b2");
    }

    @Test
    void aDeviceIsGoneAndAnotherOneMoved() {
        before(Change.Unassign.class, () -> {
            cloud.devices.remove("d1");
            cloud.move("d2", Fleet.LINE_2);
            cloud.unknown.add("d2");
        });
        assertThat(outcomes()).isEqualTo("""
                unassign d1 STALE it is gone
                unassign d2 STALE it is in group Line 2
                unassign d3 DONE
                unflag b1 DONE
                remove Line 1 DONE
                remove b1 DONE
                remove b2 DONE
                """);
    }

    @Test
    void aBuildIsGone() {
        before(Change.Unflag.class, () -> cloud.builds.remove("b1"));
        assertThat(outcomes()).isEqualTo("""
                unassign d1 DONE
                unassign d2 DONE
                unassign d3 DONE
                unflag b1 STALE it is gone
                remove Line 1 DONE
                remove b1 DONE
                remove b2 DONE
                """);
    }

    @Test
    void theGroupIsGone() {
        before(Change.Remove.class, () -> cloud.groups.remove("Line 1"));
        cloud.with(Fleet.build("b1", null, false), Fleet.build("b2", null, false));
        assertThat(outcomes(planner.removeGroup(Fleet.LINE_1, Removal.forced())))
                .isEqualTo("""
                unassign d1 DONE
                unassign d2 DONE
                unassign d3 DONE
                remove Line 1 DONE
                """);
    }

    @Test
    void whatCannotBeUnflaggedKeepsGroupAndBuilds() {
        cloud.unknown.add("b1");
        assertThat(outcomes()).isEqualTo("""
                unassign d1 DONE
                unassign d2 DONE
                unassign d3 DONE
                unflag b1 FAILED Not Found: no device b1
                remove Line 1 SKIPPED not started: 1 build could not be unflagged
                remove b1 SKIPPED not started: it could not be unflagged
                remove b2 SKIPPED not started: its group could not be removed
                """);
    }

    private void before(Class<? extends Change> change, Runnable action) {
        cloud.trouble = (batch, carryOut) -> {
            if (change.isInstance(batch.change())) {
                action.run();
                cloud.trouble = null;
            }
            return null;
        };
    }

    private String outcomes() {
        return outcomes(planner.removeGroup(Fleet.LINE_1, new Removal(true, true, null)));
    }

    private String outcomes(Plan plan) {
        Report report = new Applier(control -> cloud, question -> true, Journal.none(), Plans.NOW, new FakeTiming())
                .apply(
                        plan,
                        ApplyOptions.defaults().withMaxFailures(Double.POSITIVE_INFINITY),
                        ApplyListener.none(),
                        new ApplyControl());
        return report.all().stream().map(VanishingTest::line).collect(Collectors.joining());
    }

    private static String line(ItemResult result) {
        List<String> words = List.of(
                PlanWording.verb(result.item().change()),
                result.item().label(),
                result.outcome().name(),
                result.reason() == null ? "" : result.reason());
        return String.join(" ", words).strip() + "\n";
    }
}
