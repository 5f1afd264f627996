package io.impsh.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Value;

/**
 * What a stream shall show, and where.
 *
 * @param places {@link #SCREEN} and names of files
 * @param since stored lines from then on come first; {@code null} for new ones only
 * @param limit it ends by itself after so many lines
 */
record LogStreamOptions(LogFilter filter, LogLook look, List<String> places, Instant since, long limit) {
    static final String SCREEN = "screen";

    static final Argument SINCE = Argument.optional(
            "since", "string | Date", "stored lines first, from then on: '10m', a Date or an ISO time");
    private static final Argument LIMIT = Argument.optional("limit", "number", "stop after so many lines");

    static final Argument OF_STREAM = Argument.options(
            "options",
            LogFilter.MATCH,
            LogFilter.EXCLUDE,
            Argument.optional("highlight", "RegExp | string", "what stands out in messages: a pattern or a text"),
            LogFilter.TYPES,
            SINCE,
            Argument.optional("format", "string", "'text', 'json', or a template such as '{time} {device} {message}'"),
            Argument.optional("to", "string | string[]", "a file instead of the screen; ['screen', 'x.log']: both")
                    .as(Wanted.FILE),
            LIMIT);

    static final Argument OF_CALLBACK =
            Argument.options("options", LogFilter.MATCH, LogFilter.EXCLUDE, LogFilter.TYPES, SINCE, LIMIT);

    static LogStreamOptions of(Options options) {
        return new LogStreamOptions(
                LogFilter.of(options),
                look(options),
                places(options),
                LogQuery.since(options, Instant.now()),
                options.has("limit") ? LogQuery.positive(options, "limit") : Long.MAX_VALUE);
    }

    /** With that beginning, unless it has one of its own. */
    LogStreamOptions sinceAtLeast(Instant beginning) {
        return since != null || beginning == null ? this : new LogStreamOptions(filter, look, places, beginning, limit);
    }

    private static LogLook look(Options options) {
        Pattern highlight = LogFilter.pattern(options, "highlight");
        String format = options.text("format");
        if (format == null) {
            return highlight == null ? LogLook.USUAL : new LogLook(null, null, highlight);
        }
        return switch (format) {
            case "text" -> new LogLook(LogLook.Format.TEXT, null, highlight);
            case "json" -> new LogLook(LogLook.Format.JSON, null, highlight);
            default -> new LogLook(LogLook.Format.TEMPLATE, LogTemplate.of(format), highlight);
        };
    }

    private static List<String> places(Options options) {
        Value given = options.value("to");
        if (given == null) {
            return List.of(SCREEN);
        }
        List<String> places = new ArrayList<>();
        if (given.isString()) {
            places.add(given.asString());
        }
        for (long index = 0; given.hasArrayElements() && index < given.getArraySize(); index++) {
            Value place = given.getArrayElement(index);
            if (!place.isString()) {
                throw options.wrong("to", "names of files");
            }
            places.add(place.asString());
        }
        if (places.isEmpty() || places.contains("")) {
            throw options.wrong("to", "a file, or a list such as ['screen', 'x.log']");
        }
        return places.stream().distinct().toList();
    }

    boolean isOnScreen() {
        return places.contains(SCREEN);
    }

    List<String> files() {
        return places.stream().filter(place -> !place.equals(SCREEN)).toList();
    }
}
