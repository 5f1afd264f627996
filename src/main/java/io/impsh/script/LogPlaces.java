package io.impsh.script;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The screen and the files that the lines of a stream go to. */
final class LogPlaces implements LogTarget {
    private final LogOutput screen;
    private final boolean isOnScreen;
    private final Consumer<LogStream> stop;
    private final List<LogFile> files = new CopyOnWriteArrayList<>();
    private LogStream stream;

    /**
     * @param stop ends a stream whose lines go nowhere any more
     * @throws io.impsh.UserException with code {@code FILE} when one of the files cannot be written
     */
    LogPlaces(LogStreamOptions options, LogOutput screen, ScriptIo io, Consumer<LogStream> stop) {
        this.screen = screen;
        this.isOnScreen = options.isOnScreen();
        this.stop = stop;
        try {
            for (String file : options.files()) {
                LogFile[] opened = new LogFile[1];
                opened[0] = LogFile.append(file, io, why -> broke(opened[0], why));
                files.add(opened[0]);
            }
        } catch (RuntimeException unusable) {
            close();
            throw unusable;
        }
    }

    /** Whose lines these are; told before the first of them. */
    void of(LogStream own) {
        stream = own;
    }

    @Override
    public void line(LogLine line) {
        if (isOnScreen) {
            screen.line(line);
        }
        files.forEach(file -> file.line(line));
    }

    private void broke(LogFile file, String why) {
        files.remove(file);
        boolean nowhere = !isOnScreen && files.isEmpty();
        if (nowhere) {
            stop.accept(stream);
        }
        screen.notice(LogCallbacks.name(stream) + ": " + why
                + (nowhere ? "; the stream has ended" : "; its lines go there no longer"));
    }

    @Override
    public void close() {
        files.forEach(LogFile::close);
    }
}
