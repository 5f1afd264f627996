package io.impsh.cli;

import java.util.List;

/**
 * One option of the command line.
 *
 * @param name with its dashes
 * @param shortName such as {@code -o}, or {@code null}
 * @param value what stands for its value in the help; {@code null} when it has none
 * @param valueOptional whether the value may be left out; it can then only be given with {@code =}
 * @param repeatable whether it may be given several times
 * @param owners the commands it belongs to; none when it is for all of them
 * @param description one line
 */
record Option(
        String name,
        String shortName,
        String value,
        boolean valueOptional,
        boolean repeatable,
        List<String> owners,
        String description) {
    static Option flag(String name, String shortName, String description) {
        return new Option(name, shortName, null, false, false, List.of(), description);
    }

    static Option valued(String name, String shortName, String value, String description) {
        return new Option(name, shortName, value, false, false, List.of(), description);
    }

    Option ofCommand(String... commands) {
        return new Option(name, shortName, value, valueOptional, repeatable, List.of(commands), description);
    }

    Option withOptionalValue(String placeholder) {
        return new Option(name, shortName, placeholder, true, repeatable, owners, description);
    }

    Option repeated() {
        return new Option(name, shortName, value, valueOptional, true, owners, description);
    }

    boolean takesValue() {
        return value != null;
    }

    boolean isGlobal() {
        return owners.isEmpty();
    }

    boolean belongsTo(CommandName command) {
        return command != null && owners.contains(command.word());
    }

    boolean isCalled(String word) {
        return name.equals(word) || word.equals(shortName);
    }
}
