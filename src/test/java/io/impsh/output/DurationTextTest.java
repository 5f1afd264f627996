package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationTextTest {
    @Test
    void hasTheTwoUnitsThatMatter() {
        assertThat(DurationText.of(Duration.ofMillis(600))).isEqualTo("0.6 s");
        assertThat(DurationText.of(Duration.ofMillis(9960))).isEqualTo("10 s");
        assertThat(DurationText.of(Duration.ofMillis(59_700))).isEqualTo("1 min");
        assertThat(DurationText.of(Duration.ofSeconds(192))).isEqualTo("3 min 12 s");
        assertThat(DurationText.of(Duration.ofSeconds(7500))).isEqualTo("2 h 5 min");
    }

    @Test
    void guessesAreWholeSeconds() {
        assertThat(DurationText.about(Duration.ZERO)).isEqualTo("1 s");
        assertThat(DurationText.about(Duration.ofMillis(1001))).isEqualTo("2 s");
    }
}
