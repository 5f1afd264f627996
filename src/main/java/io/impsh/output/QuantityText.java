package io.impsh.output;

import io.impsh.script.Shown;
import java.util.Locale;

/** Numbers with their units, in the size that people read. */
final class QuantityText {
    private static final String[] LARGER = {"KB", "MB", "GB", "TB"};
    private static final int STEP = 1024;

    private QuantityText() {}

    /** Such as {@code 512 B}, {@code 51.2 KB} (of 1,024 bytes) and {@code -61 dBm}. */
    static String of(Number number, Shown.Unit unit) {
        return switch (unit) {
            case NONE -> ScalarText.number(number);
            case BYTES -> bytes(number.doubleValue());
            case DBM -> ScalarText.number(number) + " dBm";
        };
    }

    private static String bytes(double bytes) {
        double size = bytes;
        int step = -1;
        // 1023.96 would become 1024.0
        while (Math.abs(size) >= (step < 0 ? STEP : STEP - 0.05) && step < LARGER.length - 1) {
            size /= STEP;
            step++;
        }
        return step < 0 ? ScalarText.number(bytes) + " B" : String.format(Locale.ROOT, "%.1f ", size) + LARGER[step];
    }
}
