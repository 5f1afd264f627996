package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "90s,PT1M30S",
        "10m,PT10M",
        "1h30m,PT1H30M",
        "500ms,PT0.5S",
        "1.5h,PT1H30M",
        "30,PT30S",
        "2d,PT48H",
        "0,PT0S"
    })
    void reads(String text, Duration duration) {
        assertThat(DurationText.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "m", "10x", "-5s", "5s3", "1.2.3s", ".", "1e3", "400d", "ten"})
    void refuses(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }
}
