package io.impsh.script;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Gives each parameter of a recording a name of its own. */
final class ParameterNames {
    private static final int LONGEST = 30;

    private final Predicate<String> isFree;
    /** In lower case, as an option of the command line has no other. */
    private final Set<String> taken = new HashSet<>();

    /** @param isFree whether a parameter may be called so */
    ParameterNames(Predicate<String> isFree) {
        this.isFree = isFree;
    }

    /**
     * The name that fits, if it is free; else one made of the text; else the first with a number.
     *
     * @param text {@code null} for none
     */
    String name(String fitting, String text) {
        String made = text == null ? "" : identifier(text);
        String name = take(fitting) ? fitting : !made.isEmpty() && take(made) ? made : null;
        for (int number = 2; name == null; number++) {
            name = take(fitting + number) ? fitting + number : null;
        }
        return name;
    }

    private boolean take(String name) {
        return isFree.test(name) && taken.add(name.toLowerCase(Locale.ROOT));
    }

    /** {@code line1} of {@code Line 1}; empty where nothing is left of it. */
    private static String identifier(String text) {
        String letters = Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        StringBuilder name = new StringBuilder();
        for (String word : letters.split("[^A-Za-z0-9]+")) {
            if (name.length() + word.length() <= LONGEST && !word.isEmpty()) {
                String rest = word.substring(1);
                boolean isFirst = name.length() == 0;
                String first = word.substring(0, 1);
                name.append(isFirst ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT))
                        .append(word.equals(word.toUpperCase(Locale.ROOT)) ? rest.toLowerCase(Locale.ROOT) : rest);
            }
        }
        return name.toString().matches("[a-z].*") ? name.toString() : "";
    }
}
