package io.impsh.library;

import io.impsh.Nearest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what follows {@code @param}: {@code {type} name text}, {@code {type} [name=default] text}. */
final class ParameterDeclaration {
    private static final String NAME = "([A-Za-z][A-Za-z0-9_]*)";
    private static final Pattern DECLARATION = Pattern.compile(
            "\\{([^}]*)}\\s+(?:\\[" + NAME + "(?:=(" + PresetText.PATTERN + "))?]|" + NAME + ")(?:\\s+(.*))?");
    private static final String FORM = "write it as @param {type} name text, with [name] or [name=default] if optional";
    private static final String REPEAT = "[]";

    private ParameterDeclaration() {}

    /** @throws UsageException that names no line */
    static Parameter parse(String text) {
        Matcher matcher = DECLARATION.matcher(text);
        if (!matcher.matches()) {
            throw new UsageException("this @param cannot be read: " + text, FORM);
        }
        boolean required = matcher.group(4) != null;
        String name = required ? matcher.group(4) : matcher.group(2);
        String description = matcher.group(5);
        if (description == null) {
            throw new UsageException("the parameter '" + name + "' has no description", FORM);
        }
        Parameter parameter = typed(matcher.group(1).strip(), name, required, preset(matcher.group(3)), description);
        checkName(parameter);
        checkDefault(parameter);
        return parameter;
    }

    private static String preset(String written) {
        return written == null ? null : PresetText.read(written);
    }

    private static Parameter typed(String type, String name, boolean required, String preset, String description) {
        boolean repeated = type.endsWith(REPEAT);
        String one = repeated ? type.substring(0, type.length() - REPEAT.length()) : type;
        List<String> choices = one.contains("|") ? choices(one) : List.of();
        ParameterType kind =
                choices.isEmpty() ? ParameterType.of(one).orElseThrow(() -> unknownType(one)) : ParameterType.CHOICE;
        return new Parameter(name, kind, choices, repeated, required, preset, description);
    }

    private static List<String> choices(String type) {
        String inside = type.startsWith("(") && type.endsWith(")") ? type.substring(1, type.length() - 1) : type;
        List<String> choices = Arrays.stream(inside.split("\\|", -1))
                .map(String::strip)
                .map(ParameterDeclaration::unquoted)
                .toList();
        if (choices.contains("") || new HashSet<>(choices).size() < choices.size()) {
            throw new UsageException("the choices " + type + " are empty or twice the same", null);
        }
        return choices;
    }

    /** In quotes a word means the same, and is understood by editors as well. */
    private static String unquoted(String choice) {
        boolean isQuoted = choice.matches("'[^']*'|\"[^\"]*\"");
        return isQuoted ? choice.substring(1, choice.length() - 1) : choice;
    }

    private static UsageException unknownType(String type) {
        return new UsageException(
                "unknown type '" + type + "'" + Nearest.question(type, ParameterType.words()),
                "types: " + String.join(", ", ParameterType.words()) + ", or words as in a|b|c");
    }

    private static void checkName(Parameter parameter) {
        if (ReservedOptions.NAMES.contains(parameter.option())) {
            throw new UsageException(
                    "no parameter can be called '" + parameter.name() + "': " + parameter.option()
                            + " is an option of impsh itself",
                    null);
        }
    }

    private static void checkDefault(Parameter parameter) {
        if (parameter.preset() == null) {
            return;
        }
        if (parameter.repeated() || parameter.type() == ParameterType.SECRET) {
            throw new UsageException(
                    "'" + parameter.name() + "' can have no default: it is "
                            + (parameter.repeated() ? "a list" : "a secret"),
                    null);
        }
        // A file or an entity need not be there before the script is run.
        if (!parameter.type().isEntity() && parameter.type() != ParameterType.FILE) {
            try {
                TextValue.of(parameter, parameter.preset());
            } catch (UsageException wrong) {
                throw new UsageException("bad default: " + wrong.getMessage(), wrong.hint());
            }
        }
    }
}
