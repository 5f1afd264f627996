package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.output.ErrorPrinter;
import io.impsh.output.OutputFormat;
import io.impsh.output.Printer;
import io.impsh.output.SafeText;
import io.impsh.output.Screen;
import io.impsh.output.Theme;
import io.impsh.script.Shown;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;

/** All that the shell says: results, notices and failures, each as whole lines. */
final class ShellPrinter {
    private final Supplier<ShellTerminal> terminal;
    private final OutputFormat format;
    private volatile boolean debug;
    private volatile boolean stopped;

    ShellPrinter(Supplier<ShellTerminal> terminal, OutputFormat format, boolean debug) {
        this.terminal = terminal;
        this.format = format;
        this.debug = debug;
    }

    /** @throws UserException with code {@code CANCELLED} between two lines, after {@link #stop} */
    void result(Shown shown) {
        printing(lines -> new Printer(lines, format, this::screen).print(shown), this::lineOfResult);
    }

    /** Log lines, which come at any moment, all at once: the entry is drawn anew once for them. */
    void log(Shown.LogLines lines) {
        StringBuilder text = new StringBuilder();
        new Printer(text, format, this::screen).print(lines);
        line(text.toString());
    }

    void failure(Throwable failure) {
        printing(
                lines -> new ErrorPrinter(lines, this::screen, OutputFormat.TABLE, debug).print("Error: ", failure),
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
        line(screen().colour() ? new AttributedString(text, Theme.standard().muted()).toAnsi() : text);
    }

    /** Whether results are tables, and not data for programs. */
    boolean isForPeople() {
        return format == OutputFormat.TABLE;
    }

    /** Breaks off the results that are being printed, however long they are. */
    void stop() {
        stopped = true;
    }

    void goOn() {
        stopped = false;
    }

    /** @return whether stack traces are shown from now on */
    boolean toggleDebug() {
        debug = !debug;
        return debug;
    }

    private void lineOfResult(String text) {
        if (stopped) {
            throw new UserException("CANCELLED", "cancelled", null);
        }
        line(text);
    }

    private void line(String text) {
        terminal.get().print(text);
    }

    private Screen screen() {
        return terminal.get().screen();
    }
}
