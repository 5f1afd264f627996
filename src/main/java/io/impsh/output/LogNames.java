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

    /** Neither red nor what else stands for something. */
    private static final AttributedStyle[] COLOURS = {
        colour(AttributedStyle.CYAN),
        colour(AttributedStyle.GREEN),
        colour(AttributedStyle.YELLOW),
        colour(AttributedStyle.BLUE),
        colour(AttributedStyle.MAGENTA),
        colour(AttributedStyle.BRIGHT | AttributedStyle.CYAN),
        colour(AttributedStyle.BRIGHT | AttributedStyle.GREEN),
        colour(AttributedStyle.BRIGHT | AttributedStyle.BLUE),
        colour(AttributedStyle.BRIGHT | AttributedStyle.MAGENTA)
    };

    /** What can be read on white. */
    private static final AttributedStyle[] DARK_COLOURS = {
        colour(AttributedStyle.GREEN),
        colour(AttributedStyle.BLUE),
        colour(AttributedStyle.MAGENTA),
        colour(AttributedStyle.GREEN).bold(),
        colour(AttributedStyle.BLUE).bold(),
        colour(AttributedStyle.MAGENTA).bold()
    };

    private final Map<String, Known> known = new HashMap<>();
    private Screen screen;
    private int widest;
    private int width;

    /** @param cell as it was last written, for the width that the column then had; may be {@code null} */
    private record Known(String label, int labelWidth, String cell, int cellWidth) {}

    private static AttributedStyle colour(int number) {
        return AttributedStyle.DEFAULT.foreground(number);
    }

    /** The same for a device at all times. */
    static AttributedStyle colourOf(String deviceId, Theme theme) {
        boolean onWhite = theme.equals(Theme.of(Theme.Background.LIGHT));
        AttributedStyle[] colours = onWhite ? DARK_COLOURS : COLOURS;
        return colours[Math.floorMod(String.valueOf(deviceId).hashCode(), colours.length)];
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
                        colourOf(line.entry().deviceId(), screen.theme()),
                        line.label(),
                        screen.isTerminal() ? width : Integer.MAX_VALUE)
                .spaceTo(width)
                .own(" ")
                .toString();
    }
}
