package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceExcerptTest {
    @Test
    void pointsAtTheColumn() {
        assertThat(excerpt("\tconst x = devices.nam", 20, 80))
                .isEqualTo("  const x = devices.nam\n                    ^\n");
        assertThat(excerpt("温度 = ?", 6, 80)).isEqualTo("  温度 = ?\n         ^\n");
        assertThat(excerpt("", 1, 80)).isEqualTo("  \n  ^\n");
        assertThat(excerpt("f(", 99, 80)).isEqualTo("  f(\n    ^\n");
    }

    @Test
    void longLinesAreShownAroundIt() {
        String line = "0123456789".repeat(10);
        assertThat(excerpt(line, 56, 23)).isEqualTo("  56789012345678901234\n            ^\n");
        assertThat(excerpt(line, 3, 23)).isEqualTo("  01234567890123456789\n    ^\n");
    }

    private static String excerpt(String line, int column, int width) {
        StringBuilder out = new StringBuilder();
        SourceExcerpt.write(line, column, new Lines(out), Printed.wide(width));
        return out.toString();
    }
}
