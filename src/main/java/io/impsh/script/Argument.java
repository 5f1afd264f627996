package io.impsh.script;

import java.util.List;

/**
 * One argument of a method, or one key of an options object.
 *
 * @param type in TypeScript's words, such as {@code string} or {@code DeviceGroup | string}
 * @param text one line
 * @param secret its value is cut from history and records
 * @param options the keys when it is an options object, else empty
 * @param wanted what it is wanted as, where the type does not tell
 */
public record Argument(
        String name,
        String type,
        String text,
        boolean optional,
        boolean secret,
        List<Argument> options,
        Wanted wanted) {

    static Argument required(String name, String type, String text) {
        return new Argument(name, type, text, false, false, List.of(), Wanted.ANY);
    }

    static Argument optional(String name, String type, String text) {
        return new Argument(name, type, text, true, false, List.of(), Wanted.ANY);
    }

    static Argument secret(String name, String text) {
        return new Argument(name, "string", text, true, true, List.of(), Wanted.ANY);
    }

    /** An options object; optional unless one of its keys is required. */
    static Argument options(String name, Argument... keys) {
        List<Argument> options = List.of(keys);
        boolean optional = options.stream().allMatch(Argument::optional);
        String text = "an object such as {" + options.get(0).name() + ": …}";
        return new Argument(name, "object", text, optional, false, options, Wanted.ANY);
    }

    /** The same, wanted as that. */
    Argument as(Wanted purpose) {
        return new Argument(name, type, text, optional, secret, options, purpose);
    }

    /** The name without the dots of an argument that takes the rest. */
    boolean takesTheRest() {
        return name.startsWith("...");
    }

    /** As it stands in a synopsis: {@code name}, {@code [name]} or <code>{key, [key]}</code>. */
    String synopsis() {
        String inner = name;
        if (!options.isEmpty()) {
            inner = "{" + String.join(", ", options.stream().map(Argument::name).toList()) + "}";
        }
        return optional ? "[" + inner + "]" : inner;
    }
}
