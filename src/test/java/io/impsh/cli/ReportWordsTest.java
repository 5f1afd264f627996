package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.bulk.SampleJournals;
import org.junit.jupiter.api.Test;

class ReportWordsTest {
    private static final String LOOK = "; look with: impsh -e \"plans.show('7f3a')\"";

    @Test
    void whatFailedIsCountedWithWhereToLook() {
        assertThat(ReportWords.incomplete(SampleJournals.report(null, 62, 3, 1, 0)))
                .isEqualTo("plan 7f3a (move 66 devices) is incomplete: 3 failed, 1 unknown of 66" + LOOK);
    }

    @Test
    void whatWasNotStartedIsResumed() {
        assertThat(ReportWords.incomplete(SampleJournals.report("too many failed", 10, 1, 0, 1_239)))
                .isEqualTo("plan 7f3a (move 1,250 devices) is incomplete: 1 failed, 1,239 not started of 1,250: "
                        + "too many failed; resume with: impsh apply 7f3a");
    }

    @Test
    void whatStoppedItAfterAllWasDoneIsSaid() {
        String unhealthy = "health check failed: 3 of 66 devices are not online after 10 min: d1, d2, d3";
        assertThat(ReportWords.incomplete(SampleJournals.report(unhealthy, 66, 0, 0, 0)))
                .isEqualTo("plan 7f3a (move 66 devices) was carried out, and stopped: " + unhealthy + LOOK);
        assertThat(ReportWords.incomplete(SampleJournals.report(unhealthy, 65, 1, 0, 0)))
                .isEqualTo("plan 7f3a (move 66 devices) is incomplete: 1 failed of 66: " + unhealthy + LOOK);
    }

    @Test
    void aStopIsToldWithHowToResume() {
        assertThat(ReportWords.stopped(SampleJournals.report("asked to stop", 1_903, 1, 2, 347)))
                .isEqualTo("stopped: 1,903 done, 1 failed, 2 unknown, 347 not started; resume with: impsh apply 7f3a");
    }

    @Test
    void whatWasLeftAloneIsNotWhatWasNotStarted() {
        assertThat(ReportWords.leftAlone(SampleJournals.report("asked to stop", 1, 0, 0, 2)))
                .isEmpty();
    }
}
