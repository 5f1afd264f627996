package io.impsh.output;

import io.impsh.script.Shown;
import java.util.function.Supplier;

/**
 * Writes results as text. Listings are written row by row in JSON, NDJSON and CSV, so that they need no memory; a table
 * needs all its rows first. Not safe for use by several threads.
 */
public final class Printer {
    /** @param screen asked once for each result */
    public Printer(Appendable out, OutputFormat format, Supplier<Screen> screen) {}

    /**
     * Writes whole lines, each ending in a line feed; nothing at all for {@link Shown.Nothing}. It does not flush.
     *
     * @throws java.io.UncheckedIOException when it cannot be written, such as into a closed pipe
     */
    public void print(Shown shown) {
        throw new UnsupportedOperationException("not built yet");
    }
}
