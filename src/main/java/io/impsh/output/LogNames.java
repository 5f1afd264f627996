package io.impsh.output;

import io.impsh.script.LogLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedStyle;

/** The column of the devices' names, which only grows, so that lines that come later stand below those before. */
final class LogNames {
    private static final int WIDEST = 24;
    /** Of a screen's columns, one in so many. */
    private static final int SHARE = 3;

    private static final int MOST_KNOWN = 5_000;

    private static final AttributedStyle[] COLOURS = {
        AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN),
        AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN),
        AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW),
        AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE),
        AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA),
        AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT | AttributedStyle.CYAN)
    };

    private final Map<String, Known> known = new HashMap<>();
    private Screen screen;
    private int widest;
    private int width;

    /** @param cell as it was last written, for the width that the column then had; may be {@code null} */
    private record Known(String label, int labelWidth, String cell, int cellWidth) {}

    /** The same for a device at all times. */
    static AttributedStyle colourOf(String deviceId) {
        return COLOURS[Math.floorMod(String.valueOf(deviceId).hashCode(), COLOURS.length)];
    }

    /** Makes room for the names of these lines on that screen. */
    void fit(List<LogLine> lines, Screen on) {
        if (!on.equals(screen) || known.size() > MOST_KNOWN) {
            known.clear();
            screen = on;
        }
        for (LogLine line : lines) {
            widest = Math.max(widest, Math.min(WIDEST, known(line).labelWidth()));
        }
        width = Math.min(widest, on.isTerminal() ? Math.min(WIDEST, Math.max(1, on.width() / SHARE)) : WIDEST);
    }

    private Known known(LogLine line) {
        String label = line.label();
        Known present = known.get(line.entry().deviceId());
        if (present == null || !present.label().equals(label)) {
            String start = label.substring(0, Math.min(label.length(), WIDEST + 1));
            present = new Known(label, DisplayWidth.of(SafeText.clean(start)), null, 0);
            known.put(line.entry().deviceId(), present);
        }
        return present;
    }

    int width() {
        return width;
    }

    /** The name with the blanks that follow it. */
    String cell(LogLine line) {
        Known present = known(line);
        if (present.cell() == null || present.cellWidth() != width) {
            present = new Known(present.label(), present.labelWidth(), drawn(line), width);
            known.put(line.entry().deviceId(), present);
        }
        return present.cell();
    }

    /** In a file it is whole. */
    private String drawn(LogLine line) {
        return new StyledLine(screen)
                .foreign(
                        colourOf(line.entry().deviceId()),
                        line.label(),
                        screen.isTerminal() ? width : Integer.MAX_VALUE)
                .spaceTo(width)
                .own(" ")
                .toString();
    }
}
