package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.CloudTraffic;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final Duration ELAPSED = Duration.ofSeconds(26);

    @Test
    void showsCountRateAndTimeLeft() {
        assertThat(ProgressLine.of("moving", 804, 1187, ELAPSED, Printed.wide(100)))
                .isEqualTo("moving    804 / 1,187  ━━━━━━━━━━━━━━━━━━━━━━━━━━━╺━━━━━━━━━━━━  31/s  13 s left");
        assertThat(ProgressLine.of("moving", 804, 1187, ELAPSED, new Screen(60, false, false, true)))
                .isEqualTo("moving    804 / 1,187  ============>------  31/s  13 s left")
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
                .isEqualTo("reading devices  12,000  3,000/s  4 s");
    }

    @Test
    void tellsWhatTheRateLimitDoes() {
        assertThat(ProgressLine.of("moving", 804, 1187, ELAPSED, limited(Duration.ofMillis(2100)), Printed.wide(100)))
                .isEqualTo("moving    804 / 1,187  ━━━━━━━━━━━━━━━╺━━━━━━━  31/s  13 s left"
                        + "  · waiting 2.1 s for the rate limit");
        assertThat(ProgressLine.of("reading", 0, -1, ELAPSED, limited(Duration.ZERO), Printed.wide(100)))
                .isEqualTo("reading  0  26 s  · 40 requests/s");
    }

    @Test
    void namesARequestThatIsSlow() {
        CloudTraffic slow = new CloudTraffic(1, "GET /devices", Duration.ofSeconds(3), false, Duration.ZERO, 40);
        assertThat(ProgressLine.asking(slow, ELAPSED, Printed.wide(80))).isEqualTo("asking GET /devices … 3 s");
        assertThat(ProgressLine.asking(slow, ELAPSED, Printed.wide(20))).isEqualTo("asking GET /device…");
        assertThat(ProgressLine.asking(limited(Duration.ZERO), ELAPSED, new Screen(80, false, false, true)))
                .isEqualTo("asking the service ... 26 s  | 40 requests/s");
    }

    private static CloudTraffic limited(Duration wait) {
        return new CloudTraffic(900, "PUT /devices/1", Duration.ofMillis(30), true, wait, 40);
    }

    @Test
    void neverTakesMoreThanTheScreen() {
        for (int width = 5; width < 90; width++) {
            String line = ProgressLine.of("moving devices", 804, 1187, ELAPSED, Printed.wide(width));
            assertThat(DisplayWidth.of(line)).isLessThan(width);
        }
    }
}
