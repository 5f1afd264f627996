package io.impsh.output;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the variables of the locale say about the characters that a terminal can show. */
public final class LocaleCharset {
    private LocaleCharset() {}

    /**
     * Whether it is UTF-8, by the first variable that says anything.
     *
     * @param unsaid the answer where none does
     */
    public static boolean isUnicode(Map<String, String> environment, boolean unsaid) {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(variable -> environment.getOrDefault(variable, ""))
                .filter(locale -> !locale.isEmpty())
                .findFirst()
                .map(locale -> locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"))
                .orElse(unsaid);
    }
}
