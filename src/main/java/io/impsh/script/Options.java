package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.UserException;
import java.util.List;
import org.graalvm.polyglot.Value;

/** An options object, checked against the keys that the registry knows. A value of {@code undefined} is an error. */
final class Options {
    private final Host host;
    private final MemberDoc doc;
    private final Argument argument;
    private final Value object;

    Options(Host host, MemberDoc doc, Argument argument, Value object) {
        this.host = host;
        this.doc = doc;
        this.argument = argument;
        this.object = object;
        if (object != null) {
            object.getMemberKeys().forEach(this::check);
        }
        for (Argument key : argument.options()) {
            if (!key.optional() && !has(key.name())) {
                throw new UserException(
                        "USAGE", doc.name() + " needs " + key.name() + ": " + key.text(), "usage: " + doc.synopsis());
            }
        }
    }

    private void check(String key) {
        List<String> known = argument.options().stream().map(Argument::name).toList();
        if (!known.contains(key)) {
            throw new UserException(
                    "USAGE",
                    doc.name() + " has no option '" + key + "'" + Nearest.question(key, known),
                    "options: " + String.join(", ", known));
        }
        if (Call.isUndefined(object.getMember(key))) {
            throw new UserException(
                    "USAGE", doc.name() + ": " + key + " is undefined", "leave " + key + " out, or give it a value");
        }
    }

    boolean has(String key) {
        return object != null && object.hasMember(key);
    }

    /** The value as it is, or {@code null} when the key is absent. */
    Value value(String key) {
        return has(key) ? object.getMember(key) : null;
    }

    boolean flag(String key) {
        Value value = value(key);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            throw wrong(key, "true or false");
        }
        return value.asBoolean();
    }

    /** A text, or {@code null} when the key is absent or its value is {@code null}. */
    String text(String key) {
        Value value = value(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw wrong(key, "a string");
        }
        return value.asString();
    }

    /**
     * As {@link #text(String)}, of so many characters; emoji count as one each.
     *
     * @param least above 0 the key must not be {@code null} either
     */
    String text(String key, int least, int most) {
        String text = text(key);
        int length = text == null ? 0 : text.codePointCount(0, text.length());
        boolean cleared = text == null && least == 0;
        if (has(key) && !cleared && (length < least || length > most)) {
            String wanted = least == 0 ? "at most " + most : least + " to " + most;
            throw new UserException(
                    "USAGE", doc.name() + ": " + key + " must have " + wanted + " characters, not " + length, null);
        }
        return text;
    }

    /** At least one of the keys must have been given, or there is nothing to do. */
    void requireOne() {
        if (argument.options().stream().noneMatch(option -> has(option.name()))) {
            throw new UserException(
                    "USAGE",
                    doc.name() + " was told nothing to change",
                    "options: "
                            + String.join(
                                    ", ",
                                    argument.options().stream()
                                            .map(Argument::name)
                                            .toList()));
        }
    }

    Host host() {
        return host;
    }

    /** The keys of an options object inside of this one. */
    Options inside(Argument key) {
        return new Options(host, doc, key, value(key.name()));
    }

    UserException wrong(String key, String expected) {
        return wrong(key, expected, value(key));
    }

    /** @param part what is wrong about it, such as one of its elements */
    UserException wrong(String key, String expected, Value part) {
        boolean secret = argument.options().stream()
                .anyMatch(option -> option.secret() && option.name().equals(key));
        String given = secret ? "" : ", not " + host.values().describe(part);
        return new UserException(
                "USAGE", doc.name() + ": " + key + " must be " + expected + given, "usage: " + doc.synopsis());
    }
}
