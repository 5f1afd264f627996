package io.impsh.script;

import java.util.List;

/**
 * What people can know about one member of the script API; help, Tab, argument errors and the reference are made of it.
 *
 * @param owner the type it belongs to, such as {@code Device}; {@code Globals} for global names
 * @param returns the type of the property or of the result, in TypeScript's words
 * @param text one sentence or more, first one short
 * @param example a line that runs against the sandbox; {@code null} for properties
 */
public record MemberDoc(
        String owner, String name, Kind kind, List<Argument> arguments, String returns, String text, String example) {

    /** What sort of member it is. */
    public enum Kind {
        PROPERTY,
        RELATION,
        METHOD
    }

    /** Such as {@code where(filter)} or {@code name}. */
    public String synopsis() {
        return kind == Kind.METHOD
                ? name + "("
                        + String.join(
                                ", ", arguments.stream().map(Argument::synopsis).toList()) + ")"
                : name;
    }

    /** The first sentence, for menus. */
    public String summary() {
        int stop = text.indexOf(". ");
        String first = stop < 0 ? text : text.substring(0, stop + 1);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    long requiredArguments() {
        return arguments.stream().filter(argument -> !argument.optional()).count();
    }
}
