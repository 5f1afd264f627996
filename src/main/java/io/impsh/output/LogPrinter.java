package io.impsh.output;

import io.impsh.model.LogEntry;
import io.impsh.script.LogLine;
import io.impsh.script.LogLook;
import io.impsh.script.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * The lines of log streams as text, as long as these last: what comes later stands in the same columns. Safe for use by
 * several threads.
 */
public final class LogPrinter {
    private final Supplier<OutputFormat> formats;
    private final Supplier<Screen> screens;
    private final Clock clock;
    private final LogNames names = new LogNames();
    private Screen screen;
    private LogText text;
    private boolean headed;

    /** Both are asked for the present one each time. */
    public LogPrinter(Supplier<OutputFormat> formats, Supplier<Screen> screens) {
        this(formats, screens, Clock.systemDefaultZone());
    }

    LogPrinter(Supplier<OutputFormat> formats, Supplier<Screen> screens, Clock clock) {
        this.formats = formats;
        this.screens = screens;
        this.clock = clock;
    }

    /** Whole lines, each ending in a line feed. */
    public synchronized String text(Shown.LogLines shown) {
        Screen present = screens.get();
        if (!present.equals(screen)) {
            screen = present;
            text = new LogText(screen, clock.getZone(), names);
        }
        headed &= shown.continued();
        names.fit(shown.lines(), screen);
        OutputFormat format = formats.get();
        Instant now = clock.instant();
        LogLine before = null;
        for (LogLine line : shown.lines()) {
            LogLook.Format wanted = line.look().format();
            boolean dated = text.isDated(line, now);
            if (wanted == LogLook.Format.TEMPLATE) {
                text.line(line, line.look().template(), dated);
            } else if (wanted == LogLook.Format.JSON || wanted == null && isJson(format)) {
                text.text().append(JsonText.compact(readable(line).json())).append('\n');
            } else if (wanted == null && format == OutputFormat.CSV) {
                record(readable(line), shown.columns());
            } else {
                text.line(line, before, dated, shown.named());
                before = line;
                continue;
            }
            before = null;
        }
        return text.take();
    }

    private static boolean isJson(OutputFormat format) {
        return format == OutputFormat.JSON || format == OutputFormat.NDJSON;
    }

    private void record(LogLine line, List<String> columns) {
        CsvText csv = new CsvText(text.text(), screen.isTerminal());
        try {
            if (!headed) {
                csv.record(columns);
                headed = true;
            }
            csv.record(columns.stream().map(line::cell).toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** For a screen a very long message is cut, as in any other form; for a file it is whole. */
    private LogLine readable(LogLine line) {
        LogEntry entry = line.entry();
        if (!screen.isTerminal() || !LogPen.isTooLong(entry.message(), 0)) {
            return line;
        }
        String message =
                LogPen.start(entry.message(), 0) + Glyphs.of(screen).ellipsis() + LogPen.length(entry.message());
        LogEntry cut = new LogEntry(entry.deviceId(), entry.time(), entry.logType(), entry.type(), message);
        return new LogLine(cut, line.deviceName(), line.look());
    }
}
