package io.impsh.screenshots;

import java.util.List;

/** The colours of the terminal in the pictures. */
final class Palette {
    static final String BACKGROUND = "#171a21";
    static final String TEXT = "#d8dce4";
    static final String FRAME = "#262b36";
    static final String TITLE = "#8b93a3";

    private static final List<String> NAMED = List.of(
            "#3a404c", "#ff6e67", "#90cf6e", "#e8c06a", "#74b4f5", "#cf95e8", "#62cbd8", "#d8dce4", "#7d8596",
            "#ff8a84", "#a9e08a", "#f3d28a", "#96c8ff", "#dfb0f2", "#86dde8", "#ffffff");
    private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

    private Palette() {}

    /** One of the 256: 16 with names, a cube of 216, and 24 greys. */
    static String indexed(int index) {
        if (index < 16) {
            return NAMED.get(index);
        } else if (index < 232) {
            int cube = index - 16;
            return rgb(LEVELS[cube / 36], LEVELS[cube / 6 % 6], LEVELS[cube % 6]);
        }
        int grey = 8 + 10 * (index - 232);
        return rgb(grey, grey, grey);
    }

    /** What follows 38 or 48: {@code 5;N} or {@code 2;R;G;B}. */
    static String extended(List<Integer> numbers) {
        return numbers.get(0) == 5 ? indexed(numbers.get(1)) : rgb(numbers.get(1), numbers.get(2), numbers.get(3));
    }

    /** How many numbers that takes. */
    static int length(List<Integer> numbers) {
        return numbers.get(0) == 5 ? 2 : 4;
    }

    private static String rgb(int red, int green, int blue) {
        return String.format("#%02x%02x%02x", red, green, blue);
    }
}
