package io.impsh.screenshots;

import org.jline.utils.WCWidth;

/** One character on a screen. */
record Cell(int character, Style style) {
    /** How many columns it takes: 0, 1 or 2. */
    int width() {
        return Math.max(0, WCWidth.wcwidth(character));
    }

    boolean isBlank() {
        return character == ' ' && style.paper() == null && !style.underlined();
    }
}
