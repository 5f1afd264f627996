package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.Shown;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers with units and times, as people read them and as programs do. */
class QuantityTest {
    private static final List<String> COLUMNS = List.of("freeMemory", "rssi", "stateChangedAt");
    private static final Shown.Item DEVICE = new Shown.Item() {
        @Override
        public Object cell(String column) {
            return json().get(column);
        }

        @Override
        public Shown.Unit unit(String column) {
            return switch (column) {
                case "freeMemory" -> Shown.Unit.BYTES;
                case "rssi" -> Shown.Unit.DBM;
                default -> Shown.Unit.NONE;
            };
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> cells = new LinkedHashMap<>();
            cells.put("freeMemory", 52_429L);
            cells.put("rssi", -61L);
            cells.put("stateChangedAt", Instant.parse("2026-11-22T03:12:00Z"));
            return cells;
        }
    };

    @Test
    void peopleSeeUnitsAndLocalTimes() {
        Shown listing = new Shown.Listing(new Shown.Noun("device", "devices"), COLUMNS, COLUMNS, List.of(DEVICE));
        assertThat(Printed.table(listing, Printed.TERMINAL)).isEqualTo("""
                 freeMemory     rssi  stateChangedAt
                    51.2 KB  -61 dBm  2026-11-22 04:12
                1 device
                """);
    }

    @Test
    void aSingleThingSaysHowLongAgo() {
        assertThat(Printed.table(new Shown.One("Device", COLUMNS, DEVICE), Printed.TERMINAL))
                .isEqualTo("""
                 freeMemory       51.2 KB
                 rssi             -61 dBm
                 stateChangedAt   2026-11-22 04:12 (12 min ago)
                """);
    }

    @Test
    void programsGetTheNumbers() {
        Shown one = new Shown.One("Device", COLUMNS, DEVICE);
        assertThat(Printed.as(OutputFormat.CSV, one, Printed.PIPE)).isEqualTo("""
                freeMemory,rssi,stateChangedAt
                52429,-61,2026-11-22T03:12:00.000Z
                """);
        assertThat(Printed.as(OutputFormat.NDJSON, one, Printed.PIPE)).isEqualTo("""
                {"freeMemory":52429,"rssi":-61,"stateChangedAt":"2026-11-22T03:12:00.000Z"}
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KB",
        "52429, 51.2 KB",
        "1048524, 1023.9 KB",
        "1048575, 1.0 MB",
        "5e9, 4.7 GB",
        "9e18, 8185452.3 TB",
        "-2048, -2.0 KB",
    })
    void bytes(double bytes, String text) {
        assertThat(QuantityText.of(bytes, Shown.Unit.BYTES)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, emptyValue = "", textBlock = """
            2026-11-22T03:23:30Z | just now
            2026-11-22T02:24:01Z | 59 min ago
            2026-11-21T03:24:01Z | 23 h ago
            2026-11-21T03:24:00Z | 1 day ago
            2026-11-15T03:24:00Z | 7 days ago
            2026-11-14T03:24:00Z |
            2026-11-22T03:24:01Z |
            """)
    void ages(String time, String age) {
        assertThat(AgeText.of(Instant.parse(time), Instant.parse("2026-11-22T03:24:00Z")))
                .isEqualTo(age == null ? "" : " (" + age + ")");
    }
}
