package io.impsh.output;

import io.impsh.script.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Writes results as text. Listings are written row by row in JSON, NDJSON and CSV, so that they need no memory; a table
 * needs all its rows first. Not safe for use by several threads.
 */
public final class Printer {
    private final Appendable out;
    private final Supplier<Screen> screen;
    private final Form form;

    /** @param screen asked once for each result */
    public Printer(Appendable out, OutputFormat format, Supplier<Screen> screen) {
        this(out, format, screen, Clock.systemDefaultZone());
    }

    Printer(Appendable out, OutputFormat format, Supplier<Screen> screen, Clock clock) {
        this.out = out;
        this.screen = screen;
        this.form = switch (format) {
            case TABLE -> new TableForm(clock);
            case JSON -> new JsonForm();
            case NDJSON -> new NdjsonForm();
            case CSV -> new CsvForm();
        };
    }

    /**
     * Writes whole lines, each ending in a line feed; nothing at all for {@link Shown.Nothing}. It does not flush.
     *
     * @throws UncheckedIOException when it cannot be written, such as into a closed pipe
     */
    public void print(Shown shown) {
        if (shown instanceof Shown.Nothing) {
            return;
        }
        Screen present = screen.get();
        if (shown instanceof Shown.Streaming && !present.interactive()) {
            // Its lines are the result, and nothing shall stand between them.
            return;
        }
        try {
            form.write(shown, out, present);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
