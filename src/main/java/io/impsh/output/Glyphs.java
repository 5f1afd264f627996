package io.impsh.output;

/** The few characters beyond ASCII that the program itself writes, and what stands in for them. */
record Glyphs(
        String ellipsis, String arrow, String dot, String rule, String block, String bar, String barEnd, String rest) {
    private static final Glyphs UNICODE = new Glyphs("…", "→", "·", "─", "█", "━", "╺", "━");
    private static final Glyphs ASCII = new Glyphs("...", "->", "|", "-", "#", "=", ">", "-");

    static Glyphs of(Screen screen) {
        return screen.unicode() ? UNICODE : ASCII;
    }
}
