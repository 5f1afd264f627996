package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.bulk.ApplyProgress;
import io.impsh.bulk.Outcome;
import io.impsh.bulk.WaveEnd;
import io.impsh.bulk.WaveProgress;
import io.impsh.script.CloudTraffic;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplyTextTest {
    private static final Screen WIDE = Printed.wide(110);

    @Test
    void wavesStandBelowEachOther() {
        assertThat(String.join(
                        "\n",
                        over(1, 1, Map.of(Outcome.DONE, 1), 0, WaveEnd.Health.OK, 41),
                        over(2, 62, Map.of(Outcome.DONE, 62), 0, WaveEnd.Health.UNCHECKED, 0),
                        over(
                                2,
                                62,
                                Map.of(Outcome.DONE, 59, Outcome.FAILED, 2, Outcome.STALE, 1),
                                0,
                                WaveEnd.Health.FAILED,
                                600),
                        over(3, 1187, Map.of(Outcome.DONE, 804, Outcome.SKIPPED, 383), 383, WaveEnd.Health.UNKNOWN, 3),
                        running(ApplyProgress.Stage.LOOKING_AGAIN, 0, Map.of(), 0),
                        running(ApplyProgress.Stage.CHANGING, 804, Map.of(), 0),
                        running(ApplyProgress.Stage.READING_BACK, 804, Map.of(Outcome.FAILED, 3, Outcome.STALE, 1), 0),
                        running(ApplyProgress.Stage.CHECKING_HEALTH, 1187, Map.of(Outcome.DONE, 1187), 1100),
                        running(ApplyProgress.Stage.PAUSING, 1187, Map.of(Outcome.DONE, 1184, Outcome.FAILED, 3), 0)))
                .isEqualTo("""
                        wave 1 of 3        1 / 1        done         health ok after 41 s
                        wave 2 of 3       62 / 62       done
                        wave 2 of 3       59 / 62       2 failed, 1 stale    health check failed after 10 min
                        wave 3 of 3      804 / 1,187    383 not started    health not known
                        wave 3 of 3        0 / 1,187  ╺━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  looking again
                        wave 3 of 3      804 / 1,187  ━━━━━━━━━━━━━━━━━━━━━━━━━━━╺━━━━━━━━━━━━  31/s  13 s left
                        wave 3 of 3      804 / 1,187  ━━━━━━━━━━━━━━━━━━━━━━━━━━━╺━━━━━━━━━━━━  failed 3, stale 1  31/s  13 s left
                        wave 3 of 3    1,187 / 1,187    1,100 of 1,187 healthy  2 min 5 s left
                        wave 3 of 3    1,184 / 1,187    next wave in 2 min 5 s""");
    }

    @Test
    void withoutWavesTheStageIsNamed() {
        ApplyProgress progress = new ApplyProgress(
                ApplyProgress.Stage.CHANGING,
                counts(Map.of(Outcome.FAILED, 3)),
                804,
                1187,
                31,
                Duration.ofSeconds(26),
                null);
        assertThat(ApplyText.line(progress, Duration.ofSeconds(26), CloudTraffic.none(), Printed.wide(80)))
                .isEqualTo("changing    804 / 1,187  ━━━━━━━━━━━━━━━━━━╺━━━━━━━━  failed 3  31/s  13 s left");
    }

    @Test
    void nothingIsWiderThanTheScreen() {
        for (int width = 10; width < 110; width++) {
            for (ApplyProgress.Stage stage : ApplyProgress.Stage.values()) {
                String line = ApplyText.line(
                        progress(stage, 804, Map.of(Outcome.FAILED, 3), 7),
                        Duration.ofSeconds(26),
                        CloudTraffic.none(),
                        Printed.wide(width));
                assertThat(DisplayWidth.of(line)).isLessThan(width);
            }
        }
    }

    private static String over(
            int number, int items, Map<Outcome, Integer> counts, int notStarted, WaveEnd.Health health, int seconds) {
        WaveEnd end =
                new WaveEnd(number, 3, items, 1250, counts(counts), notStarted, health, Duration.ofSeconds(seconds));
        return ApplyText.over(end, WIDE);
    }

    private static String running(ApplyProgress.Stage stage, int answered, Map<Outcome, Integer> counts, int healthy) {
        return ApplyText.line(
                progress(stage, answered, counts, healthy), Duration.ofSeconds(26), CloudTraffic.none(), WIDE);
    }

    private static ApplyProgress progress(
            ApplyProgress.Stage stage, int answered, Map<Outcome, Integer> counts, int healthy) {
        Map<Outcome, Integer> all = counts(counts);
        WaveProgress wave = new WaveProgress(
                3, 3, answered, 1187, all, Duration.ofSeconds(26), Duration.ofSeconds(125), healthy, 1187);
        return new ApplyProgress(stage, all, 63 + answered, 1250, 31, Duration.ofSeconds(60), wave);
    }

    private static Map<Outcome, Integer> counts(Map<Outcome, Integer> some) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, some.getOrDefault(outcome, 0));
        }
        return counts;
    }
}
