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

    @Test
    void tabsAreOneColumnEachAlsoInsideALine() {
        assertThat(excerpt("a\t=\tb.c", 7, 80)).isEqualTo("  a = b.c\n        ^\n");
        assertThat(excerpt("\t\tx", 1, 80)).isEqualTo("    x\n  ^\n");
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(excerpt("const 名前 = '😀'.x", 17, 80)).isEqualTo("  const 名前 = '😀'.x\n                    ^\n");
    }

    @Test
    void controlCharactersAreShownAndNotSent() {
        assertThat(excerpt("a\u001b[2J + b", 9, 80)).isEqualTo("  a\\x1b[2J + b\n             ^\n");
    }

    @Test
    void aMegabyteOnOneLineIsCutOnBothSides() {
        String line = "温".repeat(500_000) + "!" + "x".repeat(500_000);
        assertThat(excerpt(line, 500_001, 23)).isEqualTo("  温温温温温温温温温温\n  " + " ".repeat(20) + "^\n");
    }

    private static String excerpt(String line, int column, int width) {
        StringBuilder out = new StringBuilder();
        SourceExcerpt.write(line, column, new Lines(out), Printed.wide(width));
        return out.toString();
    }
}
