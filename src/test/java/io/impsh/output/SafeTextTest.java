package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void harmlessTextStaysAsItIs() {
        for (String text : new String[] {"", "Thermostat 2", "Küche, 台所, кухня", "e\u0301", "a\\nb"}) {
            assertThat(SafeText.clean(text)).isSameAs(text);
        }
    }

    @Test
    void whatSteersTheTerminalBecomesVisible() {
        assertThat(SafeText.clean("\u001b[31mred\u001b[0m")).isEqualTo("\\x1b[31mred\\x1b[0m");
        assertThat(SafeText.clean("a\r\nb\tc\0\u0007\u007f")).isEqualTo("a\\r\\nb\\tc\\x00\\x07\\x7f");
        assertThat(SafeText.clean("\u009b31m")).isEqualTo("\\x9b31m");
    }

    @Test
    void whatTurnsTheWritingDirectionRoundBecomesVisible() {
        assertThat(SafeText.clean("a\u202eb\u2066c\u200fd")).isEqualTo("a\\u202eb\\u2066c\\u200fd");
    }

    @Test
    void whatCannotBeSeenBecomesVisible() {
        assertThat(SafeText.clean("a\u200bb\ufeffc\u2028d\udb40\udc41e\ud800f"))
                .isEqualTo("a\\u200bb\\ufeffc\\u2028d\\u{e0041}e\\ud800f");
    }

    @Test
    void joinersStayInsideEmojiOnly() {
        String astronaut = "\ud83d\udc69\u200d\ud83d\ude80";
        String darkAstronaut = "\ud83d\udc69\ud83c\udfff\u200d\ud83d\ude80";
        assertThat(SafeText.clean(astronaut + darkAstronaut)).isEqualTo(astronaut + darkAstronaut);
        assertThat(SafeText.clean("ad\u200dmin\u200d")).isEqualTo("ad\\u200dmin\\u200d");
    }

    @Test
    void linesMayStay() {
        assertThat(SafeText.cleanLines("a\r\nb\n\tc\rd\u001b[2J")).isEqualTo("a\nb\n\tc\\rd\\x1b[2J");
    }
}
