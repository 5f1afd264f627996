package io.impsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationWordsTest {
    @Test
    void hasTheTwoUnitsThatMatter() {
        assertThat(DurationWords.of(Duration.ofMillis(600))).isEqualTo("0.6 s");
        assertThat(DurationWords.of(Duration.ofMillis(9960))).isEqualTo("10 s");
        assertThat(DurationWords.of(Duration.ofMillis(59_700))).isEqualTo("1 min");
        assertThat(DurationWords.of(Duration.ofSeconds(192))).isEqualTo("3 min 12 s");
        assertThat(DurationWords.of(Duration.ofSeconds(7500))).isEqualTo("2 h 5 min");
    }

    @Test
    void guessesAreWholeSeconds() {
        assertThat(DurationWords.about(Duration.ZERO)).isEqualTo("1 s");
        assertThat(DurationWords.about(Duration.ofMillis(1001))).isEqualTo("2 s");
    }

    @Test
    void whatWasSetIsRoundedToSeconds() {
        assertThat(DurationWords.rounded(Duration.ZERO)).isEqualTo("1 s");
        assertThat(DurationWords.rounded(Duration.ofMillis(1499))).isEqualTo("1 s");
        assertThat(DurationWords.rounded(Duration.ofMinutes(10))).isEqualTo("10 min");
    }
}
