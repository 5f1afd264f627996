package io.impsh.output;

import java.time.Duration;

/** How far something is, on one line. */
public final class ProgressLine {
    private ProgressLine() {}

    /**
     * One line without a line end that fits the screen, such as {@code moving  804 / 1187  ━━━━╺━━  31/s  12 s left}.
     *
     * @param total negative while unknown
     */
    public static String of(String what, long done, long total, Duration elapsed, Screen screen) {
        throw new UnsupportedOperationException("not built yet");
    }
}
