package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.model.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Value;

/**
 * Which log lines are wanted. Safe for use by any thread.
 *
 * @param types any of these; empty for all
 * @param match what the message must hold, or {@code null}
 * @param exclude what it must not hold, or {@code null}
 */
record LogFilter(List<String> types, Pattern match, Pattern exclude) {
    static final Argument TYPES =
            Argument.optional("types", "string | string[]", "only lines of these types, such as 'server.error'");
    static final Argument MATCH =
            Argument.optional("match", "RegExp | string", "only lines whose message holds this pattern or text");
    static final Argument EXCLUDE =
            Argument.optional("exclude", "RegExp | string", "no lines whose message holds this pattern or text");

    static LogFilter of(Options options) {
        return new LogFilter(
                told(types(options), options.host()), pattern(options, "match"), pattern(options, "exclude"));
    }

    boolean accepts(LogEntry entry) {
        return (types.isEmpty() || types.contains(entry.type()))
                && (match == null || match.matcher(entry.message()).find())
                && (exclude == null || !exclude.matcher(entry.message()).find());
    }

    boolean acceptsAll() {
        return types.isEmpty() && match == null && exclude == null;
    }

    private static List<String> types(Options options) {
        Value given = options.value("types");
        if (given == null) {
            return List.of();
        }
        if (given.isString()) {
            return List.of(given.asString());
        }
        List<String> types = new ArrayList<>();
        for (long index = 0; given.hasArrayElements() && index < given.getArraySize(); index++) {
            Value type = given.getArrayElement(index);
            if (type.isString()) {
                types.add(type.asString());
            }
        }
        if (types.isEmpty() || types.size() < given.getArraySize()) {
            throw options.wrong("types", "a type such as 'server.error', or an array of types");
        }
        return types;
    }

    /** The service may have more types than are known here: so this is no error. */
    private static List<String> told(List<String> types, Host host) {
        List<String> known = KnownValues.of(TYPES);
        for (String type : types) {
            if (!known.contains(type)) {
                String near = Nearest.question(type, known);
                host.io()
                        .notice("no log type is known as '" + type + "'"
                                + (near.isEmpty() ? "; known are " + String.join(", ", known) : near));
            }
        }
        return types;
    }

    static Pattern pattern(Options options, String key) {
        Value given = options.value(key);
        if (given == null) {
            return null;
        }
        Pattern pattern = pattern(given);
        if (pattern == null) {
            throw options.wrong(key, "a regular expression or a text");
        }
        return pattern;
    }

    /** {@code null} for what is neither a text nor a regular expression. */
    static Pattern pattern(Value given) {
        if (given.isString()) {
            return Pattern.compile(Pattern.quote(given.asString()));
        }
        return ValueTest.isRegularExpression(given) ? JavaPattern.of(given) : null;
    }
}
