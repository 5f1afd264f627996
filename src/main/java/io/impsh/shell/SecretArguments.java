package io.impsh.shell;

import io.impsh.script.SecretLiterals;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds secrets in an entry by the name they are given under, such as {@code unbondKey: '...'}. */
final class SecretArguments {
    /** A password that somebody gave with the user, where it is asked for. */
    private static final Pattern AFTER_USER = Pattern.compile("(\\s*\\.login\\s+\\S+)\\s+\\S.*", Pattern.DOTALL);

    private SecretArguments() {}

    static boolean in(String entry) {
        return SecretLiterals.in(entry) || AFTER_USER.matcher(entry).matches();
    }

    /** The entry with {@code 'ask'} in place of each secret. */
    static String cut(String entry) {
        Matcher login = AFTER_USER.matcher(entry);
        return login.matches() ? login.group(1) : SecretLiterals.cut(entry);
    }
}
