package io.impsh.script;

/** How what was typed may agree with a name: as its beginning, in other case, or somewhere in it. */
final class Matching {
    /** One letter is in almost every name. */
    private static final int SHORTEST_PART = 2;

    private Matching() {}

    static boolean begins(String name, String typed) {
        return name.regionMatches(true, 0, typed, 0, typed.length());
    }

    /** What two texts have in common that differ in case only; the text itself where it is that already. */
    static String folded(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (folded(text.charAt(i)) != text.charAt(i)) {
                return foldedFrom(i, text);
            }
        }
        return text;
    }

    private static String foldedFrom(int first, String text) {
        char[] all = text.toCharArray();
        for (int i = first; i < all.length; i++) {
            all[i] = folded(all[i]);
        }
        return new String(all);
    }

    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /** Whether the name has it somewhere, in any case, or as the beginnings of its words: {@code cB} of countBy. */
    static boolean hasWithin(String name, String typed) {
        return isPart(typed) && (isPartOf(name, typed) || hasHumps(typed) && isHumpsOf(name, typed));
    }

    /** Whether it is long enough to be looked for within names. */
    static boolean isPart(String typed) {
        return typed.length() >= SHORTEST_PART;
    }

    /** Whether it may be the beginnings of words, and no more than the beginning of one. */
    static boolean hasHumps(String typed) {
        return typed.chars().skip(1).anyMatch(Character::isUpperCase);
    }

    private static boolean isPartOf(String name, String typed) {
        int last = name.length() - typed.length();
        if (last < 0) {
            return false;
        }
        char lower = Character.toLowerCase(typed.charAt(0));
        char upper = Character.toUpperCase(typed.charAt(0));
        for (int i = 0; i <= last; i++) {
            char c = name.charAt(i);
            if ((c == lower || c == upper) && name.regionMatches(true, i, typed, 0, typed.length())) {
                return true;
            }
        }
        return false;
    }

    /** Each capital of what was typed begins a word of the name; what follows it goes on with that word. */
    static boolean isHumpsOf(String name, String typed) {
        int at = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (i > 0 && Character.isUpperCase(c)) {
                at = name.indexOf(c, at);
            } else if (at >= name.length() || Character.toLowerCase(name.charAt(at)) != Character.toLowerCase(c)) {
                return false;
            }
            if (at < 0) {
                return false;
            }
            at++;
        }
        return true;
    }
}
