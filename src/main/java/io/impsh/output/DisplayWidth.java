package io.impsh.output;

import org.jline.utils.WCWidth;

/** How many columns of a terminal text takes: two for most East Asian characters and emoji, none for accents. */
final class DisplayWidth {
    private DisplayWidth() {}

    /** Of text that has been cleaned. */
    static int of(String clean) {
        int width = 0;
        int at = 0;
        while (at < clean.length()) {
            int codePoint = clean.codePointAt(at);
            width += of(codePoint);
            at += Character.charCount(codePoint);
        }
        return width;
    }

    static int of(int codePoint) {
        return codePoint < 0x7F ? 1 : Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** Where to cut the text so that the first part takes no more columns than that, accents staying with their letter. */
    static int indexWithin(String clean, int columns) {
        int width = 0;
        int at = 0;
        while (at < clean.length()) {
            int codePoint = clean.codePointAt(at);
            width += of(codePoint);
            if (width > columns) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }
}
