package io.impsh.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A file that the lines of a stream are appended to, on a thread of its own. */
final class LogFile implements LogTarget {
    private final String name;
    private final ScriptIo io;
    private final Consumer<String> broken;
    private final Writer writer;
    private final LogGatherer gatherer;
    private volatile boolean failed;
    private boolean continued;

    private LogFile(String name, Writer writer, ScriptIo io, Consumer<String> broken) {
        this.name = name;
        this.writer = writer;
        this.io = io;
        this.broken = broken;
        gatherer = new LogGatherer(this::write);
    }

    /**
     * Opens it, and makes it where there is none.
     *
     * @param broken told why, once, when it cannot be written any more
     * @throws io.impsh.UserException with code {@code FILE} when it cannot be written at all
     */
    static LogFile append(String name, ScriptIo io, Consumer<String> broken) {
        try {
            Writer writer = Files.newBufferedWriter(
                    ScriptFiles.path(name), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new LogFile(name, writer, io, broken);
        } catch (IOException failure) {
            throw ScriptFiles.cannot("write", name, failure);
        }
    }

    @Override
    public void line(LogLine line) {
        gatherer.line(line);
    }

    private void write(List<LogGatherer.Item> items) {
        List<LogLine> lines = new ArrayList<>();
        items.forEach(item -> lines.add(item.line()));
        try {
            writer.write(io.written(new Shown.LogLines(lines, true, continued)));
            writer.flush();
            continued = true;
        } catch (IOException failure) {
            broke(ScriptFiles.cannot("write", name, failure).getMessage());
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            broke("cannot write " + name + ": " + failure);
            throw failure;
        }
    }

    private void broke(String why) {
        failed = true;
        broken.accept(why);
    }

    /** What has come is written first. */
    @Override
    public void close() {
        if (!failed) {
            gatherer.close();
        }
        try {
            writer.close();
        } catch (IOException saidBefore) {
            failed = true;
        }
    }
}
