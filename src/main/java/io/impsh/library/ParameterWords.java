package io.impsh.library;

import io.impsh.Nearest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the words that follow a script's name on the command line, as its header says they are to be read. */
final class ParameterWords {
    private static final Set<String> TRUTHS = Set.of("true", "false", "yes", "no");

    private final SavedScript script;
    private final Supplier<String> standardInput;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> args = new ArrayList<>();

    ParameterWords(SavedScript script, Supplier<String> standardInput) {
        this.script = script;
        this.standardInput = standardInput;
    }

    /** The values as texts, checked no further than needed to tell which word is what. */
    Map<String, Object> values() {
        return values;
    }

    List<String> args() {
        return args;
    }

    ParameterWords read(List<String> words) {
        int next = 0;
        while (next < words.size()) {
            String word = words.get(next++);
            if (word.equals("--")) {
                args.addAll(words.subList(next, words.size()));
                return this;
            }
            if (!word.startsWith("--")) {
                throw unexpected(word);
            }
            int equals = word.indexOf('=');
            Parameter parameter = parameter(equals < 0 ? word : word.substring(0, equals));
            if (equals >= 0) {
                put(parameter, word.substring(equals + 1));
            } else if (takesNext(parameter, words, next)) {
                put(parameter, words.get(next++));
            } else {
                put(parameter, withoutValue(parameter));
            }
        }
        return this;
    }

    private Parameter parameter(String option) {
        return script.header().parameter(option.substring(2)).orElseThrow(() -> unknown(script, option));
    }

    static UsageException unknown(SavedScript script, String option) {
        List<String> options =
                script.header().parameters().stream().map(Parameter::option).toList();
        return new UsageException(
                script.name() + " has no parameter " + option + Nearest.question(option, options),
                options.isEmpty() ? "it takes none" : "it takes " + String.join(", ", options));
    }

    /** A flag takes a word that says true or false, so that {@code --online false} never means the opposite. */
    private static boolean takesNext(Parameter parameter, List<String> words, int next) {
        if (next == words.size()) {
            return false;
        }
        String word = words.get(next);
        return parameter.type() == ParameterType.BOOLEAN
                ? TRUTHS.contains(word.toLowerCase(Locale.ROOT))
                : !word.startsWith("--");
    }

    private static String withoutValue(Parameter parameter) {
        if (parameter.type() == ParameterType.BOOLEAN) {
            return "true";
        }
        throw TextValue.wrong(
                parameter,
                "a value is missing",
                "a value that begins with -- is given as " + parameter.option() + "=VALUE");
    }

    private void put(Parameter parameter, String text) {
        Object value = value(parameter, text);
        if (parameter.repeated()) {
            @SuppressWarnings("unchecked")
            List<Object> list = (List<Object>) values.computeIfAbsent(parameter.name(), name -> new ArrayList<>());
            list.add(value);
        } else if (values.put(parameter.name(), value) != null) {
            throw TextValue.wrong(parameter, "given twice", null);
        }
    }

    private Object value(Parameter parameter, String text) {
        boolean secret = parameter.type() == ParameterType.SECRET;
        if (secret && text.equals("-")) {
            return new SecretText(withoutLineEnd(standardInput.get()));
        }
        if (text.startsWith("@") && (secret || parameter.type() == ParameterType.STRING)) {
            String content = withoutLineEnd(content(parameter, text.substring(1)));
            return secret ? new SecretText(content) : content;
        }
        return text;
    }

    private static String content(Parameter parameter, String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException failure) {
            throw new UsageException(
                    parameter.option() + ": the file '" + file + "' cannot be read",
                    "@ before a value names a file that holds it",
                    failure);
        }
    }

    private static String withoutLineEnd(String text) {
        return text.replaceFirst("\\R\\z", "");
    }

    /** Most often a value with blanks that was not quoted; running without its second half could move the wrong devices. */
    private UsageException unexpected(String word) {
        return new UsageException(
                script.name() + ": unexpected '" + word + "'",
                "a value with blanks has to be quoted; words for the script's args come after --");
    }
}
