package io.impsh.output;

import io.impsh.script.CodeProblem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes failures for the person who reads them. */
public final class ErrorPrinter {
    private static final int INDENT = 2;

    private final Lines err;
    private final Supplier<Screen> screen;
    private final OutputFormat format;
    private final boolean debug;

    /**
     * @param screen asked once for each failure
     * @param format {@link OutputFormat#JSON} and {@link OutputFormat#NDJSON} make each failure one line of JSON
     * @param debug whether stack traces are wanted
     */
    public ErrorPrinter(Appendable err, Supplier<Screen> screen, OutputFormat format, boolean debug) {
        this.err = new Lines(err);
        this.screen = screen;
        this.format = format;
        this.debug = debug;
    }

    /**
     * Writes whole lines: what failed, where in the script, and what to do next.
     *
     * @param prefix such as {@code "Error: "} at the prompt and {@code "impsh: "} in batch
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public void print(String prefix, Throwable thrown) {
        print(prefix, Failure.of(thrown, debug));
        if (debug && !isJson()) {
            printStackTrace(thrown, screen.get());
        }
    }

    void print(String prefix, Failure failure) {
        if (isJson()) {
            printJson(failure);
        } else {
            printText(prefix, failure, screen.get());
        }
    }

    private boolean isJson() {
        return format == OutputFormat.JSON || format == OutputFormat.NDJSON;
    }

    private void printJson(Failure failure) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", failure.code());
        error.put("message", failure.message());
        error.put("hint", failure.hint());
        error.putAll(failure.details());
        if (failure.place() != null && failure.place().position() != null) {
            error.put("at", ScriptPlace.text(failure.place().position()));
        }
        if (!failure.problems().isEmpty()) {
            error.put(
                    "errors", failure.problems().stream().map(CodeProblem::tree).toList());
        }
        err.add(JsonText.compact(Map.of("error", error)));
    }

    private void printText(String prefix, Failure failure, Screen seen) {
        writeMessage(prefix, withoutTwin(prefix, failure.message()), seen);
        CodeProblems.write(failure.problems(), err, seen);
        if (failure.place() != null) {
            failure.place().write(err, seen);
        }
        if (debug && !failure.details().isEmpty()) {
            addIndented(words(failure.details()), seen);
        }
        if (failure.hint() != null) {
            failure.hint().lines().forEach(line -> addWrapped(line, seen));
        }
    }

    /** Of a plain error that a script threw, "Error: Error: …" would say the same twice. */
    private static String withoutTwin(String prefix, String message) {
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    /** The first line begins with the prefix; those that follow, and what does not fit, are indented. */
    private void writeMessage(String prefix, String message, Screen seen) {
        List<String> lines = message.lines().toList();
        String first = lines.isEmpty() ? "" : lines.get(0);
        int room = seen.width() - DisplayWidth.of(prefix);
        List<String> parts = seen.isTerminal() && DisplayWidth.of(SafeText.clean(first)) > room
                ? WrappedText.lines(first, room, seen.width() - INDENT)
                : List.of(first);
        err.add(new StyledLine(seen).own(seen.theme().error(), prefix).foreign(parts.get(0)));
        parts.stream().skip(1).forEach(part -> addIndented(part, seen));
        lines.stream().skip(1).forEach(line -> addWrapped(line, seen));
    }

    /** Such as {@code status 409, requestId b1f5}. */
    private static String words(Map<String, Object> details) {
        return details.entrySet().stream()
                .map(detail -> detail.getKey() + " " + detail.getValue())
                .collect(Collectors.joining(", "));
    }

    private void addWrapped(String line, Screen seen) {
        boolean tooLong = seen.isTerminal() && DisplayWidth.of(SafeText.clean(line)) + INDENT > seen.width();
        List<String> parts = tooLong ? WrappedText.lines(line, seen.width() - INDENT) : List.of(line);
        parts.forEach(part -> addIndented(part, seen));
    }

    private void addIndented(String text, Screen seen) {
        err.add(new StyledLine(seen).space(INDENT).foreign(text));
    }

    private void printStackTrace(Throwable thrown, Screen seen) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        trace.toString()
                .lines()
                .forEach(line ->
                        err.add(new StyledLine(seen).foreign(seen.theme().muted(), line.replace("\t", "    "))));
    }
}
