package io.impsh.shell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds secrets in an entry by the name they are given under, such as {@code unbondKey: '...'}. */
final class SecretArguments {
    /** What stands in for a secret: where a script takes one, this makes it ask. */
    private static final String INSTEAD = "'ask'";

    private static final Pattern SECRET =
            Pattern.compile("""
            ((?:unbond_?key | pass_?word | login_?key | token | secret) ['"`]? \\s* ]? \\s* (?: : | ={1,3}) \\s*)
            (?! (['"`]) ask \\2)
            (['"`]) .*? (?: (?<!\\\\) \\3 | \\z)
            """, Pattern.COMMENTS | Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A password that somebody gave with the user, where it is asked for. */
    private static final Pattern AFTER_USER = Pattern.compile("(\\s*\\.login\\s+\\S+)\\s+\\S.*", Pattern.DOTALL);

    private SecretArguments() {}

    static boolean in(String entry) {
        return SECRET.matcher(entry).find() || AFTER_USER.matcher(entry).matches();
    }

    /** The entry with {@code 'ask'} in place of each secret. */
    static String cut(String entry) {
        Matcher login = AFTER_USER.matcher(entry);
        return login.matches() ? login.group(1) : cutLiterals(entry);
    }

    private static String cutLiterals(String entry) {
        return SECRET.matcher(entry).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + INSTEAD));
    }
}
