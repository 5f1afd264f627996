package io.impsh.cli;

/**
 * One option of the command line.
 *
 * @param name with its dashes
 * @param shortName such as {@code -o}, or {@code null}
 * @param value what stands for its value in the help; {@code null} when it has none
 * @param valueOptional whether the value may be left out; it can then only be given with {@code =}
 * @param repeatable whether it may be given several times
 * @param owner the command it belongs to; {@code null} when it is for all of them
 * @param description one line
 */
record Option(
        String name,
        String shortName,
        String value,
        boolean valueOptional,
        boolean repeatable,
        String owner,
        String description) {
    static Option flag(String name, String shortName, String description) {
        return new Option(name, shortName, null, false, false, null, description);
    }

    static Option valued(String name, String shortName, String value, String description) {
        return new Option(name, shortName, value, false, false, null, description);
    }

    Option ofCommand(String command) {
        return new Option(name, shortName, value, valueOptional, repeatable, command, description);
    }

    Option withOptionalValue(String placeholder) {
        return new Option(name, shortName, placeholder, true, repeatable, owner, description);
    }

    Option repeated() {
        return new Option(name, shortName, value, valueOptional, true, owner, description);
    }

    boolean takesValue() {
        return value != null;
    }

    boolean isGlobal() {
        return owner == null;
    }

    boolean isCalled(String word) {
        return name.equals(word) || word.equals(shortName);
    }
}
