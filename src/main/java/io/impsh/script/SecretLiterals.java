package io.impsh.script;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds secrets in a text by the name they are given under, such as {@code unbondKey: '...'}. */
public final class SecretLiterals {
    /** What stands in for a secret: where a script takes one, this makes it ask. */
    static final String INSTEAD = "'ask'";

    private static final Pattern SECRET =
            Pattern.compile("""
            ((?:unbond_?key | pass_?word | login_?key | token | secret) ['"`]? \\s* ]? \\s* (?: : | ={1,3}) \\s*
             | (?:loginKeys | refreshTokens) \\s* (?: \\. \\s* (?:get | find) \\s* \\( | \\[ ) \\s*
               (?= ['"`] (?= [\\w-]* \\d) [\\w-]{12,} ['"`]))
            (?! (['"`]) ask \\2)
            (['"`]) .*? (?: (?<!\\\\) \\3 | \\z)
            """, Pattern.COMMENTS | Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern BY_VARIABLE = Pattern.compile(
            "(unbond_?key|pass_?word|login_?key|token|secret)['\"`]?\\s*]?\\s*:\\s*([\\p{L}_$][\\w$]*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern KEY =
            Pattern.compile("unbond_?key|pass_?word|login_?key|token|secret", Pattern.CASE_INSENSITIVE);

    /** Where a literal begins and ends, its quotes included. */
    record Place(int start, int end) {}

    /** A variable that a secret is given by. */
    record Given(String key, String variable) {}

    private SecretLiterals() {}

    public static boolean in(String text) {
        return SECRET.matcher(text).find();
    }

    /** Whether what is given under that name is a secret. */
    static boolean isKey(String name) {
        return KEY.matcher(name).matches();
    }

    /** The text with {@code 'ask'} in place of each secret. */
    public static String cut(String text) {
        return SECRET.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + INSTEAD));
    }

    static List<Place> places(String text) {
        return SECRET.matcher(text)
                .results()
                .map(found -> new Place(found.end(1), found.end()))
                .toList();
    }

    static List<Given> variables(String text) {
        return BY_VARIABLE
                .matcher(text)
                .results()
                .map(found -> new Given(found.group(1), found.group(2)))
                .toList();
    }
}
