package io.impsh.library;

import io.impsh.script.DurationText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Turns a text into the value of a parameter, where no service is needed for it. */
final class TextValue {
    private static final long MILLISECONDS = 1_000;

    private TextValue() {}

    /** @throws UsageException that begins with the parameter's option */
    static Object of(Parameter parameter, String text) {
        return switch (parameter.type()) {
            case NUMBER -> number(parameter, text);
            case BOOLEAN -> truth(parameter, text);
            case DURATION ->
                seconds(DurationText.parse(text)
                        .orElseThrow(() -> wrong(
                                parameter,
                                "'" + text + "' is no duration",
                                "such as 90s, 10m, 1h30m, or plain seconds")));
            case FILE -> file(parameter, text);
            case CHOICE -> choice(parameter, text);
            default -> text;
        };
    }

    static UsageException wrong(Parameter parameter, String message, String hint) {
        return new UsageException(parameter.option() + ": " + message, hint);
    }

    /** A whole number of seconds where it is one. */
    private static Object seconds(Duration duration) {
        long milliseconds = duration.toMillis();
        if (milliseconds % MILLISECONDS == 0) {
            return milliseconds / MILLISECONDS;
        }
        return (double) milliseconds / MILLISECONDS;
    }

    private static Object number(Parameter parameter, String text) {
        String trimmed = text.strip();
        try {
            if (trimmed.matches("[+-]?\\d{1,15}")) {
                return Long.valueOf(trimmed);
            }
            double value = Double.parseDouble(trimmed);
            // Java also reads 1f, 0x1p3 and NaN, none of which anybody means.
            if (Double.isFinite(value) && trimmed.matches("[-+0-9.eE]+")) {
                return value;
            }
        } catch (NumberFormatException notOne) {
            // Said below.
        }
        throw wrong(parameter, "'" + text + "' is no number", null);
    }

    private static Boolean truth(Parameter parameter, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw wrong(parameter, "'" + text + "' is neither true nor false", null);
        };
    }

    private static String choice(Parameter parameter, String text) {
        if (parameter.choices().contains(text)) {
            return text;
        }
        throw wrong(parameter, "'" + text + "' is none of " + String.join(", ", parameter.choices()), null);
    }

    private static String file(Parameter parameter, String text) {
        try {
            Path path = Path.of(text);
            if (Files.isDirectory(path)) {
                throw wrong(parameter, "'" + text + "' is a folder, not a file", null);
            }
            if (!Files.exists(path)) {
                throw wrong(parameter, "there is no file '" + text + "'", null);
            }
            if (!Files.isReadable(path)) {
                throw wrong(parameter, "the file '" + text + "' cannot be read: no permission", null);
            }
            return text;
        } catch (InvalidPathException notOne) {
            throw wrong(parameter, "'" + text + "' is no file name", null);
        }
    }
}
