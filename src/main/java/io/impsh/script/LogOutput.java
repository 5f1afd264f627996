package io.impsh.script;

import java.util.ArrayList;
import java.util.List;

/** The way of streamed lines to the user. Safe for use by any thread. */
final class LogOutput implements AutoCloseable {
    private final ScriptIo io;
    private final Runnable unprintable;
    private LogGatherer gatherer;
    private boolean continued;

    /** @param unprintable what to do when lines cannot be printed any more, such as into a closed pipe */
    LogOutput(ScriptIo io, Runnable unprintable) {
        this.io = io;
        this.unprintable = unprintable;
    }

    void line(LogLine line) {
        gatherer().line(line);
    }

    void notice(String text) {
        gatherer().notice(text);
    }

    private synchronized LogGatherer gatherer() {
        if (gatherer == null) {
            gatherer = new LogGatherer(this::print);
        }
        return gatherer;
    }

    private void print(List<LogGatherer.Item> items) {
        List<LogLine> lines = new ArrayList<>();
        try {
            for (LogGatherer.Item item : items) {
                if (item.line() != null) {
                    lines.add(item.line());
                } else {
                    flush(lines);
                    io.notice(item.notice());
                }
            }
            flush(lines);
        } catch (RuntimeException broken) {
            unprintable.run();
            throw broken;
        }
    }

    private void flush(List<LogLine> lines) {
        if (!lines.isEmpty()) {
            io.log(new Shown.LogLines(List.copyOf(lines), true, continued));
            continued = true;
            lines.clear();
        }
    }

    /** Returns when all that has come is printed, or cannot be. */
    void flush() {
        LogGatherer present;
        synchronized (this) {
            present = gatherer;
        }
        if (present != null) {
            present.flush();
        }
    }

    /** Why nothing can be printed any more, or {@code null}. */
    synchronized RuntimeException failure() {
        return gatherer == null ? null : gatherer.failure();
    }

    @Override
    public void close() {
        LogGatherer present;
        synchronized (this) {
            present = gatherer;
        }
        if (present != null) {
            present.close();
        }
    }
}
