package io.impsh.library;

import io.impsh.script.Argument;
import io.impsh.script.Wanted;
import java.util.List;
import java.util.Locale;

/**
 * One parameter of a saved script, as its header declares it.
 *
 * @param name as the script reads it from {@code params}
 * @param choices the words a {@link ParameterType#CHOICE} may be, else empty
 * @param repeated whether it may be given several times and is a list
 * @param required whether it has to be given
 * @param preset the default as it is written, or {@code null} when there is none
 * @param description one or more sentences
 */
public record Parameter(
        String name,
        ParameterType type,
        List<String> choices,
        boolean repeated,
        boolean required,
        String preset,
        String description) {
    public Parameter {
        choices = List.copyOf(choices);
    }

    /** As it is typed: {@code --unbond-key} for {@code unbondKey}. */
    public String option() {
        return "--" + words("-").toLowerCase(Locale.ROOT);
    }

    /** The variable that may hold a secret: {@code IMPSH_PARAM_UNBOND_KEY} for {@code unbondKey}. */
    String variable() {
        return "IMPSH_PARAM_" + words("_").toUpperCase(Locale.ROOT);
    }

    /** What stands for its value in a usage line: {@code GROUP}, {@code fast|slow}, or nothing for a flag. */
    String placeholder() {
        return type == ParameterType.CHOICE ? String.join("|", choices) : type.placeholder();
    }

    /** As completion and the rest of the language know arguments. */
    Argument argument() {
        String words = type == ParameterType.CHOICE ? "'" + String.join("' | '", choices) + "'" : type.scriptType();
        boolean isFile = type == ParameterType.FILE;
        return new Argument(
                name,
                words,
                description,
                !required,
                type == ParameterType.SECRET,
                List.of(),
                isFile ? Wanted.FILE : Wanted.ANY);
    }

    private String words(String separator) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|_", separator);
    }
}
