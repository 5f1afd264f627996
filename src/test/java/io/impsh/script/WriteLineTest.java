package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.RecordedWrite;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WriteLineTest {
    @Test
    void aFewDevicesAreAllShown() {
        assertThat(WriteLine.of(new RecordedWrite("POST", "/x", devices(3))))
                .isEqualTo("POST /x {\"data\":[{\"type\":\"device\",\"id\":\"1\"},{\"type\":\"device\",\"id\":\"2\"},"
                        + "{\"type\":\"device\",\"id\":\"3\"}]}");
    }

    @Test
    void ofManyTheFirstAndTheNumberOfTheOthers() {
        assertThat(WriteLine.of(new RecordedWrite("POST", "/x", devices(75))))
                .isEqualTo("POST /x {\"data\":[{\"type\":\"device\",\"id\":\"1\"},{\"type\":\"device\",\"id\":\"2\"},"
                        + "{\"type\":\"device\",\"id\":\"3\"}, … and 72 more]}");
    }

    @Test
    void anotherBodyStaysAndNoneIsLeftOut() {
        assertThat(WriteLine.of(new RecordedWrite("PATCH", "/y", "{\"a\":1}"))).isEqualTo("PATCH /y {\"a\":1}");
        assertThat(WriteLine.of(new RecordedWrite("DELETE", "/z", null))).isEqualTo("DELETE /z");
    }

    private static String devices(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> "{\"type\":\"device\",\"id\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    }
}
