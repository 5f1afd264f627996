package io.impsh.output;

import java.util.function.Supplier;

/** Writes failures for the person who reads them. */
public final class ErrorPrinter {
    /**
     * @param format {@link OutputFormat#JSON} and {@link OutputFormat#NDJSON} make each failure one line of JSON
     * @param debug whether stack traces are wanted
     */
    public ErrorPrinter(Appendable err, Supplier<Screen> screen, OutputFormat format, boolean debug) {}

    /**
     * Writes whole lines: what failed, where in the script, and what to do next.
     *
     * @param prefix such as {@code "Error: "} at the prompt and {@code "impsh: "} in batch
     */
    public void print(String prefix, Throwable failure) {
        throw new UnsupportedOperationException("not built yet");
    }
}
