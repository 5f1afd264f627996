package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.output.ErrorPrinter;
import io.impsh.output.LogPrinter;
import io.impsh.output.OutputFormat;
import io.impsh.output.Printer;
import io.impsh.output.SafeText;
import io.impsh.output.Screen;
import io.impsh.script.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;

/** All that the shell says: results, notices and failures, each as whole lines. */
final class ShellPrinter {
    private static final int LEAST_ROWS = 5;
    /** The header, the line below the rows, the entry and the next prompt. */
    private static final int BESIDE_ROWS = 4;
    /** How long log lines wait for the end of a table. */
    private static final long PATIENCE_MILLIS = 500;

    private final Supplier<ShellTerminal> terminal;
    private final ShellOptions options;
    private final Pager pager;
    private final Once<LogPrinter> logs;
    private final Once<LogPrinter> logFiles;
    /** Held from a table's first line to its last, all of which are there by then, so that log lines leave it whole. */
    private final ReentrantLock table = new ReentrantLock(true);

    private volatile boolean stopped;

    ShellPrinter(Supplier<ShellTerminal> terminal, ShellOptions options) {
        this.terminal = terminal;
        this.options = options;
        this.pager = new Pager(options.environment());
        this.logs = new Once<>(() -> new LogPrinter(options::format, this::screen));
        this.logFiles = new Once<>(() -> new LogPrinter(options::format, Screen::plain));
    }

    /**
     * What an input came to: shown by the pager when it is longer than the screen.
     *
     * @param streaming whether log lines are on their way, which would have to wait for the pager
     * @throws UserException with code {@code CANCELLED} between two lines, after {@link #stop}
     */
    void value(Shown shown, boolean streaming) {
        if (streaming
                || options.format() != OutputFormat.TABLE
                || !options.settings().get().pager()) {
            result(shown);
            return;
        }
        List<String> lines = new ArrayList<>();
        printing(
                target -> new Printer(target, options.format(), this::screen).print(shown),
                line -> addUnlessStopped(line, lines));
        String text = String.join("", lines);
        if (!(isLongerThanScreen(text) && pager.show(text, terminal.get()))) {
            inOnePiece(() -> lines.forEach(this::lineOfResult));
        }
    }

    private void addUnlessStopped(String line, List<String> lines) {
        checkStopped();
        lines.add(line);
    }

    private boolean isLongerThanScreen(String text) {
        int height = terminal.get().height();
        return height > 0 && ScreenLines.exceed(text, height - 1, screen().width());
    }

    /** @throws UserException with code {@code CANCELLED} between two lines, after {@link #stop} */
    void result(Shown shown) {
        inOnePiece(() ->
                printing(lines -> new Printer(lines, options.format(), this::screen).print(shown), this::lineOfResult));
    }

    private void inOnePiece(Runnable print) {
        try {
            print.run();
        } finally {
            if (table.isHeldByCurrentThread()) {
                table.unlock();
            }
        }
    }

    /** How many rows of a list are shown at once; 0 for all. */
    int pageRows() {
        if (options.format() != OutputFormat.TABLE) {
            return 0;
        }
        int wanted = options.settings().get().rows();
        return wanted > 0 ? wanted : Math.max(LEAST_ROWS, terminal.get().height() - BESIDE_ROWS);
    }

    /** Log lines, which come at any moment, all at once: the entry is drawn anew once for them. */
    void log(Shown.LogLines lines) {
        String text = logs.get().text(lines);
        boolean between = awaitTableEnd();
        try {
            line(text);
        } finally {
            if (between) {
                table.unlock();
            }
        }
    }

    /** Whether none is being printed any more; a very long one is not waited for. */
    private boolean awaitTableEnd() {
        try {
            return table.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Log lines as they stand in a file. */
    String written(Shown.LogLines lines) {
        return logFiles.get().text(lines);
    }

    void failure(Throwable failure) {
        printing(
                lines -> new ErrorPrinter(
                                lines,
                                this::screen,
                                OutputFormat.TABLE,
                                options.trace().isOn())
                        .print("Error: ", failure),
                this::line);
    }

    private void printing(Consumer<WholeLines> print, Consumer<String> to) {
        WholeLines lines = new WholeLines(to);
        try {
            print.accept(lines);
        } finally {
            lines.end();
        }
    }

    /** A line that may hold foreign text. */
    void notice(String text) {
        line(SafeText.cleanLines(text));
    }

    /** A line of less weight, of our own words. */
    void aside(String text) {
        line(screen().colour() ? new AttributedString(text, screen().theme().muted()).toAnsi() : text);
    }

    /** A line of our own words that is made for the screen. */
    void own(Function<Screen, String> text) {
        line(text.apply(screen()));
    }

    /** Whether results are tables, and not data for programs. */
    boolean isForPeople() {
        return options.format() == OutputFormat.TABLE;
    }

    /** Breaks off the results that are being printed, however long they are. */
    void stop() {
        stopped = true;
    }

    void goOn() {
        stopped = false;
    }

    private void lineOfResult(String text) {
        checkStopped();
        if (isForPeople() && !table.isHeldByCurrentThread()) {
            table.lock();
        }
        line(text);
    }

    private void checkStopped() {
        if (stopped) {
            throw new UserException("CANCELLED", "cancelled", null);
        }
    }

    private void line(String text) {
        terminal.get().print(text);
    }

    private Screen screen() {
        return terminal.get().screen();
    }
}
