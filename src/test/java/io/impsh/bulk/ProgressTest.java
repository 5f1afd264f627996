package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void whatWasSettledBeforeDoesNotCountForTheRate() {
        FakeCloud cloud = new FakeCloud().with(Fleet.LINE_1, Fleet.LINE_2).with(Fleet.devices(3, Fleet.LINE_1));
        List<PlanItem> items = Plans.planner(cloud)
                .assign(List.copyOf(cloud.devices.values()), Fleet.LINE_2)
                .items();
        Tally tally = new Tally(items);
        List<String> told = new ArrayList<>();
        Progress progress = new Progress(
                now -> told.add(now.answered() + " of " + now.total() + (now.itemsPerSecond() > 0 ? ", going on" : "")),
                tally);
        tally.settledBefore(new ItemResult(items.get(0), Outcome.DONE, null));
        tally.settledBefore(new ItemResult(items.get(1), Outcome.FAILED, "no"));
        progress.begin();
        progress.tell(ApplyProgress.Stage.LOOKING_AGAIN);
        progress.answered(1);
        progress.tell(ApplyProgress.Stage.CHANGING);
        assertThat(told).containsExactly("2 of 3", "3 of 3, going on");
    }
}
