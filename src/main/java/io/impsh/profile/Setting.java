package io.impsh.profile;

import io.impsh.UserException;
import io.impsh.profile.Settings.Color;
import io.impsh.profile.Settings.Keys;
import io.impsh.profile.Settings.Theme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One key of {@code [shell]}; {@code .set}, its completion, the file and all complaints go by it.
 *
 * @param key as it is written
 * @param text what it is about, in one line
 * @param values the words it may be, each with what it means; for a number those that are worth offering
 */
public record Setting(
        String key,
        String text,
        Kind kind,
        Map<String, String> values,
        Function<Settings, String> reader,
        BiFunction<Settings, String, Settings> writer) {
    private static final int MOST_ROWS = 100_000;

    /** How a value is written in TOML. */
    public enum Kind {
        SWITCH,
        WORD,
        NUMBER
    }

    /** All there are, in the order of the documentation. */
    public static final List<Setting> ALL = List.of(
            ofSwitch(
                    "suggestions",
                    "continues what is typed from the history",
                    Settings::suggestions,
                    Settings::withSuggestions),
            new Setting(
                    "keys",
                    "the keys of the line editor",
                    Kind.WORD,
                    words("emacs", "as in most shells", "vi", "as in vi, beginning in insert mode"),
                    settings -> word(settings.keys()),
                    (settings, word) -> settings.withKeys(Keys.valueOf(upper(word)))),
            new Setting(
                    "color",
                    "when colours are used",
                    Kind.WORD,
                    words(
                            "auto", "where the terminal has them",
                            "always", "even where nobody knows",
                            "never", "not at all"),
                    settings -> word(settings.color()),
                    (settings, word) -> settings.withColor(Color.valueOf(upper(word)))),
            new Setting(
                    "theme",
                    "the background that colours have to suit",
                    Kind.WORD,
                    words("auto", "what the terminal says", "dark", "a dark background", "light", "a light background"),
                    settings -> word(settings.theme()),
                    (settings, word) -> settings.withTheme(Theme.valueOf(upper(word)))),
            new Setting(
                    "rows",
                    "rows of a list at once; it shows the next",
                    Kind.NUMBER,
                    words("0", "as many as the screen has room for", "20", "20 rows", "100", "100 rows"),
                    settings -> String.valueOf(settings.rows()),
                    (settings, number) -> settings.withRows(rows(number))),
            ofSwitch("pager", "shows long results in a pager", Settings::pager, Settings::withPager),
            new Setting(
                    "output",
                    "the format of results",
                    Kind.WORD,
                    words(
                            "table", "for people",
                            "json", "one JSON value for each result",
                            "ndjson", "a line of JSON for each row",
                            "csv", "a header, then a line for each row"),
                    Settings::output,
                    Settings::withOutput));

    private static Setting ofSwitch(
            String key,
            String text,
            Function<Settings, Boolean> reader,
            BiFunction<Settings, Boolean, Settings> writer) {
        return new Setting(
                key,
                text,
                Kind.SWITCH,
                words("on", "yes", "off", "no"),
                settings -> reader.apply(settings) ? "on" : "off",
                (settings, word) -> writer.apply(settings, word.equals("on")));
    }

    public static Optional<Setting> find(String key) {
        return ALL.stream().filter(setting -> setting.key.equals(key)).findFirst();
    }

    public static List<String> keys() {
        return ALL.stream().map(Setting::key).toList();
    }

    /** Its value in these settings, as it would be typed. */
    public String in(Settings settings) {
        return reader.apply(settings);
    }

    /**
     * The settings with that value, in whatever case; a switch takes {@code true} and {@code false} too.
     *
     * @throws UserException with code {@code SETTING} for a value that it cannot have
     */
    public Settings put(Settings settings, String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (kind == Kind.SWITCH) {
            word = word.equals("true") ? "on" : word.equals("false") ? "off" : word;
        }
        boolean allowed = kind == Kind.NUMBER ? isNumber(word) : values.containsKey(word);
        if (!allowed) {
            throw new UserException("SETTING", key + " cannot be '" + value + "'", key + " is " + allowed());
        }
        return writer.apply(settings, word);
    }

    /** @throws UserException as {@link #put} does, in the words of the file */
    Settings put(Settings settings, JsonNode value) {
        boolean isOfKind =
                switch (kind) {
                    case SWITCH -> value.isBoolean();
                    case NUMBER -> value.isIntegralNumber();
                    case WORD -> value.isString();
                };
        try {
            if (isOfKind) {
                return put(settings, value.asString());
            }
        } catch (UserException wrong) {
            // Said below, as everything about the file.
        }
        throw new UserException("SETTING", key + " cannot be " + value, key + " is " + allowedInToml());
    }

    private String allowed() {
        return kind == Kind.NUMBER ? "a number from 0 to " + MOST_ROWS : alternatives("");
    }

    private String allowedInToml() {
        return switch (kind) {
            case SWITCH -> "true or false";
            case NUMBER -> allowed();
            case WORD -> alternatives("\"");
        };
    }

    private String alternatives(String quote) {
        List<String> words =
                values.keySet().stream().map(word -> quote + word + quote).toList();
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** The line of {@code config.toml} that makes that value last. */
    public String assignment(Settings settings) {
        String value = in(settings);
        return key + " = "
                + switch (kind) {
                    case SWITCH -> String.valueOf(value.equals("on"));
                    case NUMBER -> value;
                    case WORD -> "\"" + value + "\"";
                };
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,6}") && rows(text) <= MOST_ROWS;
    }

    private static int rows(String digits) {
        return Integer.parseInt(digits);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> words(String... wordsAndMeanings) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int each = 0; each < wordsAndMeanings.length; each += 2) {
            all.put(wordsAndMeanings[each], wordsAndMeanings[each + 1]);
        }
        return all;
    }
}
