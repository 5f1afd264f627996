package io.impsh.output;

import io.impsh.model.LogEntry;
import io.impsh.script.LogLine;
import io.impsh.script.Shown;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedStyle;

/**
 * Log lines for people: local time with milliseconds, device, type, message. The day is told unless somebody watches and
 * it is today's. A message is one line, whatever it holds.
 */
final class LogText {
    private static final String UNKNOWN_TIME = "--:--:--.---";
    private static final int TYPE_WIDTH = "server.error".length();
    private static final int WIDEST_NAME = 24;
    private static final int[] NAME_COLOURS = {
        AttributedStyle.CYAN,
        AttributedStyle.GREEN,
        AttributedStyle.YELLOW,
        AttributedStyle.BLUE,
        AttributedStyle.MAGENTA,
        AttributedStyle.BRIGHT | AttributedStyle.CYAN
    };

    private final Screen screen;
    private final ZoneId zone;
    private final LocalDate today;

    LogText(Screen screen, ZoneId zone, LocalDate today) {
        this.screen = screen;
        this.zone = zone;
        this.today = today;
    }

    List<String> lines(Shown.LogLines shown) {
        boolean dated = !screen.interactive()
                || shown.lines().stream().anyMatch(line -> !isToday(line.entry().time()));
        DateTimeFormatter time = DateTimeFormatter.ofPattern(dated ? "uuuu-MM-dd HH:mm:ss.SSS" : "HH:mm:ss.SSS");
        int names = shown.named() ? widestName(shown.lines()) : 0;
        List<String> lines = new ArrayList<>();
        shown.lines().forEach(line -> lines.add(line(line, time, names)));
        return lines;
    }

    private boolean isToday(Instant time) {
        return time != null && time.atZone(zone).toLocalDate().equals(today);
    }

    private static int widestName(List<LogLine> lines) {
        return lines.stream()
                .mapToInt(line -> Math.min(WIDEST_NAME, DisplayWidth.of(SafeText.clean(line.label()))))
                .max()
                .orElse(0);
    }

    private String line(LogLine line, DateTimeFormatter time, int names) {
        LogEntry entry = line.entry();
        Theme theme = screen.theme();
        StyledLine text = new StyledLine(screen)
                .own(
                        theme.muted(),
                        entry.time() == null
                                ? UNKNOWN_TIME
                                : time.format(entry.time().atZone(zone)))
                .own(" ");
        if (names > 0) {
            int column = text.width() + names;
            text.foreign(colourOf(entry.deviceId()), line.label(), names)
                    .spaceTo(column)
                    .own(" ");
        }
        AttributedStyle style = style(entry.type(), theme);
        int column = text.width() + TYPE_WIDTH;
        return text.foreign(style, entry.type())
                .spaceTo(column)
                .own("  ")
                .foreign(style, entry.message())
                .toString();
    }

    /** The same for a device at all times. */
    private static AttributedStyle colourOf(String deviceId) {
        int colour = NAME_COLOURS[Math.floorMod(String.valueOf(deviceId).hashCode(), NAME_COLOURS.length)];
        return AttributedStyle.DEFAULT.foreground(colour);
    }

    private static AttributedStyle style(String type, Theme theme) {
        return switch (type) {
            case "server.error", "agent.error" -> theme.error();
            case "lastexitcode" -> theme.warning();
            default -> Theme.plain();
        };
    }
}
