package io.impsh.library;

import io.impsh.UserException;
import io.impsh.script.EntityLookup;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks the values given to a script and turns them into those it works with. */
final class ParameterValues {
    private static final String NEAREST = "nearest: ";

    private final SavedScript script;
    private final EntityLookup lookup;
    private final SecretSource secrets;

    ParameterValues(SavedScript script, EntityLookup lookup, SecretSource secrets) {
        this.script = script;
        this.lookup = lookup;
        this.secrets = secrets;
    }

    /**
     * Values by the parameters' names, in the header's order. Everything that can be checked without the service is
     * checked before anything is asked of it or of the user.
     */
    Map<String, Object> of(Map<String, Object> given) {
        Map<Parameter, Object> present = present(given);
        Map<String, Object> values = new LinkedHashMap<>();
        present.forEach((parameter, value) -> values.put(parameter.name(), checked(parameter, value)));
        present.keySet().stream()
                .filter(parameter -> parameter.type().isEntity())
                .forEach(parameter -> values.computeIfPresent(parameter.name(), (name, v) -> resolved(parameter, v)));
        script.header().parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET && !values.containsKey(parameter.name()))
                .forEach(parameter -> secrets.of(parameter).ifPresent(secret -> values.put(parameter.name(), secret)));
        return values;
    }

    private Map<Parameter, Object> present(Map<String, Object> given) {
        Map<String, Object> byName = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            Parameter parameter =
                    script.header().parameter(name).orElseThrow(() -> ParameterWords.unknown(script, "--" + name));
            if (value != null) {
                byName.put(parameter.name(), value);
            }
        });
        Map<Parameter, Object> present = new LinkedHashMap<>();
        for (Parameter parameter : script.header().parameters()) {
            Object value = byName.getOrDefault(parameter.name(), parameter.preset());
            if (value != null) {
                present.put(parameter, value);
            } else if (parameter.required() && parameter.type() != ParameterType.SECRET) {
                throw new UsageException(
                        script.name() + " needs " + parameter.option() + ": " + parameter.description(),
                        "see impsh run " + script.name() + " --help");
            }
        }
        return present;
    }

    private Object checked(Parameter parameter, Object value) {
        if (parameter.repeated()) {
            List<?> all = value instanceof List<?> list ? list : List.of(value);
            return all.stream().map(one -> checkedOne(parameter, one)).toList();
        }
        return checkedOne(parameter, value);
    }

    private Object checkedOne(Parameter parameter, Object value) {
        if (value instanceof SecretText secret) {
            return secret.secret();
        } else if (value instanceof String text && parameter.type() == ParameterType.SECRET) {
            return secrets.given(parameter, text);
        } else if (value instanceof String text) {
            return TextValue.of(parameter, text);
        } else if (value instanceof Boolean && parameter.type() == ParameterType.BOOLEAN) {
            return value;
        } else if (value instanceof Number number && isNumber(parameter)) {
            return number;
        } else if (parameter.type().isEntity() && isEntity(value)) {
            return value;
        }
        throw TextValue.wrong(parameter, "not what it takes: " + kindOf(parameter), null);
    }

    private static boolean isNumber(Parameter parameter) {
        return parameter.type() == ParameterType.NUMBER || parameter.type() == ParameterType.DURATION;
    }

    private static String kindOf(Parameter parameter) {
        return parameter.type() == ParameterType.CHOICE
                ? "one of " + String.join(", ", parameter.choices())
                : "a " + parameter.type().word();
    }

    /** What is nothing else was made by the session; whether it is of the right kind, the verb it is given to says. */
    private static boolean isEntity(Object value) {
        return !(value instanceof Number
                || value instanceof Boolean
                || value instanceof Collection<?>
                || value instanceof Map<?, ?>);
    }

    private Object resolved(Parameter parameter, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> resolved(parameter, one)).toList();
        }
        return value instanceof String text ? found(parameter, text) : value;
    }

    private Object found(Parameter parameter, String text) {
        try {
            return lookup.resolve(parameter.type().word(), text);
        } catch (UserException failure) {
            if (!failure.code().equals("NOT_FOUND") && !failure.code().equals("AMBIGUOUS")) {
                throw failure;
            }
            throw wrongName(parameter, failure);
        }
    }

    /** The nearest names go into the message: whoever runs a script from cron sees one line. */
    private static UsageException wrongName(Parameter parameter, UserException failure) {
        String message = parameter.option() + ": " + failure.getMessage();
        String hint = failure.hint();
        if (hint == null || !hint.startsWith(NEAREST)) {
            return new UsageException(message, hint, failure);
        }
        String nearest = hint.lines().findFirst().orElse(hint);
        String rest = hint.substring(nearest.length()).strip();
        return new UsageException(message + "; " + nearest, rest.isEmpty() ? null : rest, failure);
    }
}
