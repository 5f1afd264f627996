package io.impsh.output;

import io.impsh.Nearest;
import io.impsh.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How results are written: for people, or for the program behind the pipe. */
public enum OutputFormat {
    /** For people: aligned tables, plain scalars, local times. */
    TABLE,
    /** Exactly one JSON value per result. */
    JSON,
    /** One line of JSON per row. */
    NDJSON,
    /** RFC 4180 with a header line, except that lines end in a line feed alone. */
    CSV;

    /**
     * The format of that name, in whatever case.
     *
     * @throws UserException with code {@code USAGE} for any other name
     */
    public static OutputFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /** As people write it, such as {@code ndjson}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static UserException unknown(String name) {
        List<String> words = Arrays.stream(values()).map(OutputFormat::word).toList();
        return new UserException(
                "USAGE",
                "there is no output format '" + name + "'" + Nearest.question(name, words),
                "formats: " + String.join(", ", words));
    }
}
