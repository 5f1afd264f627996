package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-07-22T11:27:49.633Z",
                "2024-02-29T00:00:00.000Z",
                "1970-01-01T00:00:00.000Z",
                "1969-12-31T23:59:59.999Z",
                "0999-12-31T09:09:09.009Z",
                "9999-12-31T23:59:59.999Z"
            })
    void alwaysWithMilliseconds(String time) {
        assertThat(TimeText.of(Instant.parse(time).toEpochMilli())).isEqualTo(time);
    }
}
