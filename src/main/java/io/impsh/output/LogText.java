package io.impsh.output;

import io.impsh.model.LogEntry;
import io.impsh.script.LogLine;
import io.impsh.script.LogTemplate;
import io.impsh.script.Shown;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jline.utils.AttributedStyle;

/**
 * Log lines for people: local time with milliseconds, device, type, message. The day is told where nobody watches, and of
 * lines that are not recent. A message is one line, whatever it holds. On a screen the stack lines of an error stand below
 * its message; in a file each line says whose it is.
 */
final class LogText {
    private static final int TYPE_WIDTH = "server.error".length();
    private static final int LONGEST_TYPE = 24;
    private static final int MOST_TYPES = 100;
    /** Narrower screens have no room for a column of types. */
    private static final int NARROW = 60;

    private static final int LEAST_MESSAGE = 24;
    private static final int LEAST_INDENT = 4;

    private final Screen screen;
    private final LogTime times;
    private final LogNames names;
    private final LogPen pen;
    private final Map<String, String> types = new HashMap<>();

    LogText(Screen screen, ZoneId zone, LogNames names) {
        this.screen = screen;
        this.times = new LogTime(zone);
        this.names = names;
        this.pen = new LogPen(screen);
    }

    /** Lines that are shown at once, and by themselves: the day is told with all of them or with none. */
    static String of(Shown.LogLines shown, Screen screen, ZoneId zone, Instant now) {
        LogNames names = new LogNames();
        names.fit(shown.lines(), screen);
        LogText text = new LogText(screen, zone, names);
        boolean dated = !screen.interactive()
                || !shown.lines().stream()
                        .allMatch(line -> text.times.isOf(
                                now.atZone(zone).toLocalDate(), line.entry().time()));
        LogLine before = null;
        for (LogLine line : shown.lines()) {
            text.line(line, before, dated, shown.named());
            before = line;
        }
        return text.take();
    }

    /** Whether the day is to be told with a line of a stream. */
    boolean isDated(LogLine line, Instant now) {
        return !screen.interactive() || !times.isNear(line.entry().time(), now);
    }

    /** What has been written, to be added to. */
    StringBuilder text() {
        return pen.text();
    }

    /** What has been written since it was last taken. */
    String take() {
        String taken = pen.text().toString();
        pen.text().setLength(0);
        return taken;
    }

    /** @param before what stands in the line above it, if that is a log line in this form; else {@code null} */
    void line(LogLine line, LogLine before, boolean dated, boolean named) {
        LogEntry entry = line.entry();
        AttributedStyle style = style(entry.type());
        Pattern highlight = line.look().highlight();
        if (screen.isTerminal() && line.continues(before)) {
            pen.text().append(" ".repeat(indent(LogTime.width(entry.time(), dated), named)));
            pen.message(style, highlight, entry.message(), line.stackStart());
        } else {
            time(entry.time(), dated);
            pen.text().append(' ');
            if (named) {
                pen.text().append(names.cell(line));
            }
            pen.text().append(type(entry.type(), style));
            pen.message(style, highlight, entry.message(), 0);
        }
        pen.text().append('\n');
    }

    private void time(Instant time, boolean dated) {
        pen.begin(pen.theme().muted());
        times.append(time, dated, pen.text());
        pen.end(pen.theme().muted());
    }

    /** Up to the column of the messages, where there is room enough beside it. */
    private int indent(int time, boolean named) {
        int column = time + 1 + (named ? names.width() + 1 : 0) + TYPE_WIDTH + 2;
        return column + LEAST_MESSAGE <= screen.width() ? column : LEAST_INDENT;
    }

    /** With the blanks that follow it. */
    private String type(String type, AttributedStyle style) {
        String known = types.get(type);
        if (known == null) {
            known = new StyledLine(screen)
                    .foreign(style, type, screen.isTerminal() ? LONGEST_TYPE : Integer.MAX_VALUE)
                    .spaceTo(screen.isTerminal() && screen.width() < NARROW ? 0 : TYPE_WIDTH)
                    .own("  ")
                    .toString();
            if (types.size() > MOST_TYPES) {
                types.clear();
            }
            types.put(type, known);
        }
        return known;
    }

    private AttributedStyle style(String type) {
        return switch (type) {
            case "server.error", "agent.error" -> pen.theme().error();
            case "lastexitcode" -> pen.theme().warning();
            default -> Theme.plain();
        };
    }

    /** A line as its stream's template wants it. */
    void line(LogLine line, LogTemplate template, boolean dated) {
        for (int at = 0; at < template.parts().size(); at++) {
            String part = template.parts().get(at);
            if (at % 2 == 0) {
                own(part);
            } else {
                place(part, line, dated);
            }
        }
        pen.text().append('\n');
    }

    /** The user's own words: a tab in a file is meant. */
    private void own(String words) {
        String[] columns = screen.isTerminal() ? new String[] {words} : words.split("\t", -1);
        for (int at = 0; at < columns.length; at++) {
            pen.text().append(at == 0 ? "" : "\t");
            pen.foreign(Theme.plain(), columns[at]);
        }
    }

    private void place(String place, LogLine line, boolean dated) {
        LogEntry entry = line.entry();
        switch (place) {
            case "time" -> time(entry.time(), dated);
            case "device" -> pen.part(LogNames.colourOf(entry.deviceId(), pen.theme()), line.label());
            case "deviceId" -> pen.part(Theme.plain(), String.valueOf(entry.deviceId()));
            case "type" -> pen.part(style(entry.type()), entry.type());
            default -> pen.message(style(entry.type()), line.look().highlight(), entry.message(), 0);
        }
    }
}
