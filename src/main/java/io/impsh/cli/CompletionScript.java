package io.impsh.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Tab can offer in a shell beside words that never change: the ids of plans that were begun, saved scripts and their
 * parameters. The shell code for it is {@code completion.sh} beside this class; it calls what picocli makes for the rest.
 */
final class CompletionScript {
    private static final String OURS = "completion.sh";
    private static final String VALUED = "%VALUED%";
    private static final String REGISTRATION = "\ncomplete -F _complete_impsh ";

    private CompletionScript() {}

    /**
     * @param generated what picocli makes, which knows fixed words and files only
     * @throws IllegalStateException when it has another form than ours expects
     */
    static String around(String generated) {
        int registration = generated.indexOf(REGISTRATION);
        if (registration < 0) {
            throw new IllegalStateException("the generated script has another form");
        }
        return generated.substring(0, generated.lastIndexOf("\n\n", registration) + 2)
                + ours().replace(VALUED, optionsWithValue());
    }

    /** Of which the next word is the value, and no command or script. */
    private static String optionsWithValue() {
        return OptionTable.ALL.stream()
                .filter(option -> option.takesValue() && !option.valueOptional())
                .flatMap(option -> Stream.of(option.name(), option.shortName()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" | "));
    }

    private static String ours() {
        try (InputStream resource = CompletionScript.class.getResourceAsStream(OURS)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
