package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final Duration ELAPSED = Duration.ofSeconds(26);

    @Test
    void showsCountRateAndTimeLeft() {
        assertThat(ProgressLine.of("moving", 804, 1187, ELAPSED, Printed.wide(100)))
                .isEqualTo("moving   804 / 1187  ━━━━━━━━━━━━━━━━━━━━━━━━━━━╺━━━━━━━━━━━━  31/s  13 s left");
        assertThat(ProgressLine.of("moving", 804, 1187, ELAPSED, new Screen(60, false, false, true)))
                .isEqualTo("moving   804 / 1187  ==============>------  31/s  13 s left")
                .hasSize(59);
    }

    @Test
    void guessesNothingAtFirst() {
        assertThat(ProgressLine.of("moving", 0, 10, Duration.ofMillis(100), Printed.wide(30)))
                .isEqualTo("moving   0 / 10  ╺━━━━━━━━━━━");
        assertThat(ProgressLine.of("moving", 10, 10, Duration.ofSeconds(4), Printed.wide(34)))
                .isEqualTo("moving  10 / 10  ━━━━━━━━━  2.5/s");
    }

    @Test
    void countsWhereTheTotalIsUnknown() {
        assertThat(ProgressLine.of("reading devices", 12000, -1, Duration.ofSeconds(4), Printed.wide(80)))
                .isEqualTo("reading devices  12000  3000/s");
    }

    @Test
    void neverTakesMoreThanTheScreen() {
        for (int width = 5; width < 90; width++) {
            String line = ProgressLine.of("moving devices", 804, 1187, ELAPSED, Printed.wide(width));
            assertThat(DisplayWidth.of(line)).isLessThan(width);
        }
    }
}
