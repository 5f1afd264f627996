package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.Shown;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeTest {
    private static final Shown COUNTS = new Shown.Counts("impType", Map.of("imp003", 2L));

    @Test
    void theScreenSaysWhichColoursAreUsed() {
        assertThat(bars(Theme.standard())).isEqualTo(" imp003  2  \u001b[36m██\u001b[0m\n");
        assertThat(bars(Theme.of(Theme.Background.DARK))).isEqualTo(" imp003  2  \u001b[96m██\u001b[0m\n");
        assertThat(bars(Theme.of(Theme.Background.LIGHT))).isEqualTo(" imp003  2  \u001b[34m██\u001b[0m\n");
    }

    @ParameterizedTest
    @CsvSource({
        "15;0, DARK",
        "0;15, LIGHT",
        "15;default;0, DARK",
        "0;default;15, LIGHT",
        "0;7, LIGHT",
        "7;8, DARK",
        "'', UNKNOWN",
        "default;default, UNKNOWN",
        "11;12, UNKNOWN",
        "nonsense, UNKNOWN",
    })
    void theBackgroundIsToldByAVariable(String colorFgBg, Theme.Background background) {
        assertThat(Theme.Background.of(colorFgBg)).isEqualTo(background);
    }

    private static String bars(Theme theme) {
        return Printed.table(COUNTS, new Screen(80, true, true, true, theme));
    }
}
