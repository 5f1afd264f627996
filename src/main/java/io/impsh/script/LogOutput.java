package io.impsh.script;

import java.util.ArrayList;
import java.util.List;

/** The way of streamed lines to the user. Safe for use by any thread. */
final class LogOutput implements AutoCloseable {
    /** At once: whoever types, or prints something else, waits that long at most. */
    private static final int MOST_LINES = 200;

    private static final int MOST_CHARACTERS = 40_000;
    /** What a very long message counts, as a screen shows no more of it. */
    private static final int MOST_COUNTED = 4_000;

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
        try {
            List<LogLine> lines = new ArrayList<>();
            int characters = 0;
            for (LogGatherer.Item item : items) {
                LogLine line = item.line();
                boolean isFull = lines.size() >= MOST_LINES || characters >= MOST_CHARACTERS;
                if (line == null || isFull && !line.continues(lines.get(lines.size() - 1))) {
                    flush(lines);
                    lines = new ArrayList<>();
                    characters = 0;
                }
                if (line == null) {
                    io.notice(item.notice());
                } else {
                    lines.add(line);
                    characters += Math.min(MOST_COUNTED, line.entry().message().length());
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
            io.log(new Shown.LogLines(lines, true, continued));
            continued = true;
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
